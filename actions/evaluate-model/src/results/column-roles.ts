import type { EvaluationConfig } from "@slipway/contracts";
import { nearestWord, UserError } from "@slipway/kernel";
import type { ResultsSource } from "./results-source.ts";

type Task = EvaluationConfig["task"];

/** Which column plays which role, every one of them found in the file. */
export type ColumnRoles = {
  readonly id: string | undefined;
  readonly label: string;
  readonly prediction: string | undefined;
  /** Binary: one column without a class. Multiclass: a column for each class. */
  readonly scores: readonly { readonly className: string | undefined; readonly column: string }[];
  readonly weight: string | undefined;
  readonly slices: readonly string[];
};

/** The roles as they are written down, and what the evaluation is about. */
export type RoleRequest = {
  readonly task: Task;
  readonly columns: EvaluationConfig["columns"];
  readonly slices: readonly string[];
};

/** Finds every named column. @throws UserError SW5303 for one that the file lacks, SW5304 for roles that do not fit the task */
export function findRoles(
  { task, columns, slices }: RoleRequest,
  source: ResultsSource,
): ColumnRoles {
  const known = [...source.columns.keys()];
  const find = (role: string, name: string): string => {
    if (source.columns.has(name)) return name;
    throw missing(source.path, { role, name, known });
  };
  const optional = (role: string, name: string | undefined) =>
    name === undefined ? undefined : find(role, name);
  const roles: ColumnRoles = {
    id: optional("id", columns.id),
    label: find("label", columns.label),
    prediction: optional("prediction", columns.prediction),
    scores: findScores(task, columns.score, { known, find }),
    weight: optional("weight", columns.weight),
    slices: slices.map((slice) => find("slices", slice)),
  };
  refuseMisfits(task, roles);
  return roles;
}

type Finder = {
  readonly known: readonly string[];
  readonly find: (role: string, name: string) => string;
};

function findScores(
  task: Task,
  score: EvaluationConfig["columns"]["score"],
  { known, find }: Finder,
): ColumnRoles["scores"] {
  if (score === undefined) return [];
  if (typeof score !== "string") {
    return Object.entries(score).map(([className, column]) => ({
      className,
      column: find(`score of ${className}`, column),
    }));
  }
  const star = score.indexOf("*");
  if (star < 0) return [{ className: undefined, column: find("score", score) }];
  const [before, after] = [score.slice(0, star), score.slice(star + 1)];
  const matches = known.filter(
    (name) =>
      name.startsWith(before) && name.endsWith(after) && name.length > before.length + after.length,
  );
  if (matches.length === 0) return [{ className: undefined, column: find("score", score) }];
  if (task === "binary" && matches.length === 1)
    return matches.map((column) => ({ className: undefined, column }));
  return matches.map((column) => ({
    className: column.slice(before.length, column.length - after.length),
    column,
  }));
}

function refuseMisfits(task: Task, roles: ColumnRoles): void {
  if (roles.prediction === undefined && roles.scores.length === 0) {
    throw misfit(
      "neither `prediction` nor `score` is named, so there is nothing to judge",
      "Name at least one of them under `columns`.",
    );
  }
  if (task === "regression" && roles.prediction === undefined) {
    throw misfit("a regression needs `prediction`", "Name the column with the predicted values.");
  }
  if (task === "multiclass" && roles.scores.some(({ className }) => className === undefined)) {
    throw misfit(
      "a multiclass task needs a score for each class",
      'Use a pattern such as score: "p_*", or a map from class to column.',
    );
  }
}

function missing(
  path: string,
  { role, name, known }: { role: string; name: string; known: readonly string[] },
): UserError {
  const meant = nearestWord(name, known);
  const guess = meant === undefined ? "" : `Did you mean "${meant}"? `;
  return new UserError({
    code: "SW5303",
    message: `${path} has no column ${JSON.stringify(name.slice(0, 100))}, which is named as ${role}`,
    remedy: `${guess}It has: ${known.slice(0, 30).join(", ").slice(0, 500)}.`,
  });
}

function misfit(problem: string, remedy: string): UserError {
  return new UserError({ code: "SW5304", message: `the columns do not fit: ${problem}`, remedy });
}

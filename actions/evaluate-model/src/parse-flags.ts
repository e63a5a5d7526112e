import {
  columnsSchema,
  gateRules,
  gateSchema,
  type EvaluationConfig,
  type GateConfig,
  type GateRule,
} from "@slipway/contracts";
import { nearestWord, UserError } from "@slipway/kernel";

/** The columns of `id=…,label=…,slices=a|b`. */
export type ColumnFlags = {
  readonly columns: EvaluationConfig["columns"];
  readonly slices: readonly string[];
};

const roles = ["id", "label", "prediction", "score", "weight", "slices"] as const;

/** Reads `id=…,label=…,prediction=…,score=…,weight=…,slices=a|b`. @throws UserError SW1001 */
export function parseColumns(text: string): ColumnFlags {
  const found = new Map<string, string>();
  for (const part of text
    .split(",")
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "")) {
    const [role, ...rest] = part.split("=");
    const column = rest.join("=").trim();
    const name = role?.trim() ?? "";
    if (!roles.some((known) => known === name))
      throw bad(`columns: unknown role ${quoted(name)}`, suggest(name, roles));
    if (column === "")
      throw bad(`columns: ${quoted(name)} names no column`, "Write it as role=column.");
    if (found.has(name))
      throw bad(`columns: ${quoted(name)} is given twice`, "Give each role once.");
    found.set(name, column);
  }
  const slices =
    found
      .get("slices")
      ?.split("|")
      .map((column) => column.trim())
      .filter((column) => column !== "") ?? [];
  found.delete("slices");
  const parsed = columnsSchema.safeParse(Object.fromEntries(found));
  if (!parsed.success)
    throw bad("columns: label=… is missing", "Name the column with the truth, such as label=y.");
  return { columns: parsed.data, slices };
}

/** Reads `METRIC RULE NUMBER [slice=COLUMN] [direction=higher|lower]`. @throws UserError SW1001 */
export function parseGate(text: string): GateConfig {
  const [metric, rule, number, ...options] = text.trim().split(/\s+/);
  const known: GateRule | undefined = gateRules.find((name) => name === rule);
  if (metric === undefined || metric === "" || known === undefined) {
    throw bad(
      `gate ${quoted(text)}: ${rule === undefined ? "a rule is missing" : `unknown rule ${quoted(rule)}`}`,
      suggest(rule ?? "", gateRules),
    );
  }
  if (number === undefined || !/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(number)) {
    throw bad(
      `gate ${quoted(text)}: ${number === undefined ? "a number is missing" : `${quoted(number)} is no number`}`,
      'Write it as in "recall max-drop 0.05 slice=origin".',
    );
  }
  const pairs = options.map((option): [string, string] => {
    const at = option.indexOf("=");
    return [option.slice(0, Math.max(at, 0)), option.slice(at + 1)];
  });
  const parsed = gateSchema.safeParse({
    metric,
    [known]: Number(number),
    ...Object.fromEntries(
      pairs.map(([key, value]) => [
        key,
        key === "min-n" || key === "confidence" ? Number(value) : value,
      ]),
    ),
  });
  if (parsed.success) return parsed.data;
  const problem = parsed.error.issues
    .map((issue) => `${issue.path.join(".")} ${issue.message}`.trim())
    .join("; ");
  throw bad(
    `gate ${quoted(text)}: ${problem}`,
    'Write it as METRIC RULE NUMBER [slice=COLUMN] [direction=higher|lower], such as "roc_auc min 0.7".',
  );
}

function suggest(word: string, known: readonly string[]): string {
  const meant = nearestWord(word, known);
  return `${meant === undefined ? "" : `Did you mean "${meant}"? `}Known: ${known.join(", ")}.`;
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 100));
}

function bad(message: string, remedy: string): UserError {
  return new UserError({ code: "SW1001", message, remedy });
}

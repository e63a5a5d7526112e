import type { EvaluationConfig, Loosened } from "@slipway/contracts";

const shown = ["task", "positive", "baseline", "results"] as const;
const roles = ["id", "label", "prediction", "score", "weight"] as const;

/**
 * Settings of an evaluation that a pull request changes. They decide what is measured, so a reader has to see
 * them; a named baseline and the seed stay the base's.
 */
export function changedSettings(base: EvaluationConfig, head: EvaluationConfig): Loosened[] {
  const plain = shown.flatMap((key) => difference(key, base[key], head[key]));
  const columns = roles.flatMap((role) =>
    difference(`columns.${role}`, base.columns[role], head.columns[role]),
  );
  return [...plain, ...columns];
}

function difference(what: string, from: unknown, to: unknown): Loosened[] {
  const [before, after] = [show(from), show(to)];
  return before === after ? [] : [{ what, from: before, to: after }];
}

function show(value: unknown): string {
  if (value === undefined) return "unset";
  return typeof value === "string" ? value : JSON.stringify(value);
}

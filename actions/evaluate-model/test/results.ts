import { csv, seeded } from "./workspace.ts";

/** One item of a binary task: its truth, and how good the model behind it is. */
export type Item = {
  readonly id: string;
  readonly label: number;
  readonly prediction: number;
  readonly score: string;
  readonly origin: string;
};

const origins = ["ATL", "ORD", "SFO"];

/** Items of a model that is right in `accuracy` of the cases; the truth depends on the id alone. */
export function itemsOf(n: number, accuracy: number, seed = 1): Item[] {
  const truth = seeded(7);
  const luck = seeded(seed);
  return Array.from({ length: n }, (_, row) => {
    const label = truth() < 0.4 ? 1 : 0;
    const right = luck() < accuracy;
    const prediction = right ? label : 1 - label;
    const score = (prediction === 1 ? 0.5 + luck() / 2 : luck() / 2).toFixed(6);
    return { id: `i${row}`, label, prediction, score, origin: origins[row % 3] ?? "" };
  });
}

/** The same items with every `step`-th answer turned around. */
export function worsened(items: readonly Item[], step: number): Item[] {
  return items.map((item, row) =>
    row % step === 0
      ? { ...item, prediction: 1 - item.prediction, score: (1 - Number(item.score)).toFixed(6) }
      : item,
  );
}

/** Items as a predictions file. */
export function table(items: readonly Item[]): string {
  return csv(
    ["id", "label", "prediction", "score", "origin"],
    items.map(({ id, label, prediction, score, origin }) => [id, label, prediction, score, origin]),
  );
}

/** Inputs for `new.csv`, judged by `gates`. */
export function flagsOf(gates: readonly string[], more: Readonly<Record<string, string>> = {}) {
  return {
    results: "new.csv",
    task: "binary",
    columns: "id=id,label=label,prediction=prediction,score=score,slices=origin",
    gate: gates.join("\n"),
    ...more,
  };
}

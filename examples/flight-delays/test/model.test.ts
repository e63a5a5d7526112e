import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  measure,
  predictFlights,
  readFlights,
  readModel,
  sha256Of,
  trainModel,
  writeModel,
  writePredictions,
  type Model,
  type ModelKind,
  type Predictions,
} from "../src/index.ts";

type Trained = { readonly model: Model; readonly predictions: Predictions };

let folder: string;
let flights: Awaited<ReturnType<typeof readFlights>>;
let variants: Record<ModelKind, Trained>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "flight-delays-"));
  flights = await readFlights();
  variants = { baseline: train("baseline"), better: train("better"), worse: train("worse") };
});
afterAll(() => rm(folder, { recursive: true }));

function train(kind: ModelKind): Trained {
  const model = trainModel(kind, flights.training);
  return { model, predictions: predictFlights(model, flights.test) };
}

test("models train on every flight before June and are tested on a quarter of June's", () => {
  const trained = flights.training.flights.reduce((sum, count) => sum + count, 0);

  const sizes = [trained, flights.test.id.length, flights.training.airports.length];

  expect(sizes).toEqual([2_497_772, 125_559, 229]);
});

test("the airports make the model better, and hours on a 12-hour clock make it worse, by every metric", () => {
  const baseline = measure(variants.baseline.predictions);
  const better = measure(variants.better.predictions);
  const worse = measure(variants.worse.predictions);

  expect(better.roc_auc - baseline.roc_auc).toBeGreaterThan(0.008);
  expect(worse.roc_auc - baseline.roc_auc).toBeLessThan(-0.05);
  expect(better.accuracy - baseline.accuracy).toBeGreaterThan(0.01);
  expect(worse.accuracy - baseline.accuracy).toBeLessThan(-0.01);
  for (const loss of ["log_loss", "brier_score"] as const) {
    expect(better[loss]).toBeLessThan(baseline[loss]);
    expect(worse[loss]).toBeGreaterThan(baseline[loss]);
  }
  expect(baseline.roc_auc).toBeGreaterThan(0.65);
  expect(baseline.roc_auc).toBeLessThan(0.67);
});

test("each variant finds late flights and flags others too: no class is empty", () => {
  for (const { predictions } of Object.values(variants)) {
    const { recall, precision } = measure(predictions);

    expect(Math.min(recall, precision, 1 - recall, 1 - precision)).toBeGreaterThan(0.2);
  }
});

test("the scores of the baseline are calibrated on the flights that it was trained on", () => {
  const { training } = flights;
  const id = new Int32Array(training.late.length);

  const { score } = predictFlights(variants.baseline.model, { ...training, id, label: id });

  const expected = score.reduce((sum, p, row) => sum + p * (training.flights[row] ?? 0), 0);
  const late = training.late.reduce((sum, count) => sum + count, 0);
  expect(expected / late).toBeCloseTo(1, 4);
});

test("training again gives the same model, and a model that was read back predicts the same", async () => {
  const { model, predictions } = variants.better;

  await writeModel(model, join(folder, "model"), measure(predictions));
  const read = await readModel(join(folder, "model"));

  expect(trainModel("better", flights.training)).toEqual(model);
  expect(read).toEqual(model);
  expect(predictFlights(read, flights.test)).toEqual(predictions);
});

test("the model card tells the figures that were measured", async () => {
  const { model, predictions } = variants.baseline;
  const figures = measure(predictions);

  await writeModel(model, join(folder, "card"), figures);

  const card = await readFile(join(folder, "card", "model-card.md"), "utf8");
  expect(card).toContain(`| ROC AUC | ${figures.roc_auc.toFixed(4)} |`);
  expect(card).toContain("2,497,772 US flights before 2001-06-01, 20.6 % of them late");
});

test("predictions are the same bytes each time, below 2 MB as Parquet", async () => {
  const [one, two] = [join(folder, "one.parquet"), join(folder, "out", "two.parquet")];

  await writePredictions(variants.better.predictions, one);
  await writePredictions(variants.better.predictions, two);

  expect(sha256Of(two)).toBe(sha256Of(one));
  expect((await stat(one)).size).toBeLessThan(2_000_000);
});

test("predictions as CSV hold a header and one flight a line", async () => {
  const file = join(folder, "predictions.csv");
  const { id, label, prediction, score, origin } = variants.worse.predictions;

  await writePredictions(variants.worse.predictions, file, { format: "csv" });

  const lines = (await readFile(file, "utf8")).split("\n");
  const last = [id, label, prediction, score, origin].map((column) => column.at(-1)).join(",");
  expect(lines.length).toBe(125_561);
  expect(lines[0]).toBe("id,label,prediction,score,origin");
  expect(lines.at(-2)).toBe(last);
});

test("the figures are those of scikit-learn's definitions, ties counted as one half", () => {
  const predictions = {
    id: Int32Array.of(1, 2, 3, 4),
    label: Int32Array.of(0, 0, 1, 1),
    score: Float64Array.of(0.1, 0.4, 0.4, 0.8),
    prediction: Int32Array.of(0, 1, 1, 1),
    origin: ["A", "A", "A", "A"],
  };

  const figures = measure(predictions);

  expect(figures).toEqual({
    n: 4,
    lateShare: 0.5,
    roc_auc: 0.875,
    log_loss: -(Math.log(0.9) + Math.log(0.6) + Math.log(0.4) + Math.log(0.8)) / 4,
    brier_score: (0.1 ** 2 + 0.4 ** 2 + (1 - 0.4) ** 2 + (1 - 0.8) ** 2) / 4,
    accuracy: 0.75,
    precision: 2 / 3,
    recall: 1,
  });
});

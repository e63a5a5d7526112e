import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { DOUBLE, DuckDBDataChunk, INTEGER, VARCHAR } from "@duckdb/node-api";
import { literal, withDatabase } from "./database.ts";
import { featuresOf } from "./features.ts";
import type { TestFlights } from "./flights.ts";
import type { Model } from "./model.ts";

/** A model's answers, one a flight, in the order of the flights. */
export type Predictions = {
  readonly id: Int32Array;
  readonly label: Int32Array;
  /** Probability that the flight is late, rounded to 6 decimals. */
  readonly score: Float64Array;
  /** 1 from the model's threshold on. */
  readonly prediction: Int32Array;
  readonly origin: readonly string[];
};

/** Scores flights with nothing but the model's own weights. */
export function predictFlights({ config, weights }: Model, test: TestFlights): Predictions {
  const margin = new Float64Array(test.id.length).fill(weights.intercept);
  for (const { name, labels, level } of featuresOf(test, config.features, config.clock)) {
    const effects = labels.map((label) => weights.effects[name]?.[label] ?? 0);
    level.forEach((at, row) => (margin[row] = (margin[row] ?? 0) + (effects[at] ?? 0)));
  }
  const score = margin.map((value) => Math.round(1e6 / (1 + Math.exp(-value))) / 1e6);
  return {
    id: test.id,
    label: test.label,
    score,
    prediction: Int32Array.from(score, (value) => Number(value >= weights.threshold)),
    origin: Array.from(test.origin, (airport) => test.airports[airport] ?? ""),
  };
}

const rowsPerChunk = 2048;

/** Writes id, label, prediction, score and origin as Parquet or CSV, the same bytes each time; creates the folder. */
export async function writePredictions(
  predictions: Predictions,
  file: string,
  options: { format?: "parquet" | "csv" } = {},
): Promise<void> {
  const { id, label, prediction, score, origin } = predictions;
  await mkdir(dirname(file), { recursive: true });
  await withDatabase(1, async (database) => {
    await database.run(
      "CREATE TABLE predictions (id INTEGER, label INTEGER, prediction INTEGER, score DOUBLE, origin VARCHAR)",
    );
    const appender = await database.createAppender("predictions");
    for (let from = 0; from < id.length; from += rowsPerChunk) {
      const to = from + rowsPerChunk;
      const chunk = DuckDBDataChunk.create([INTEGER, INTEGER, INTEGER, DOUBLE, VARCHAR]);
      chunk.setColumns([
        [...id.subarray(from, to)],
        [...label.subarray(from, to)],
        [...prediction.subarray(from, to)],
        [...score.subarray(from, to)],
        origin.slice(from, to),
      ]);
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
    const format = options.format === "csv" ? "FORMAT csv, HEADER" : "FORMAT parquet";
    await database.run(`COPY predictions TO ${literal(file)} (${format})`);
  });
}

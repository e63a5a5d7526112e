import { join } from "node:path";
import { z } from "zod";
import { readFlights } from "./flights.ts";
import { measure } from "./measure.ts";
import { writeModel } from "./model-files.ts";
import { predictFlights, writePredictions } from "./predict.ts";
import { prepareData } from "./prepare.ts";
import { trainModel } from "./train.ts";

const example = join(import.meta.dirname, "..");
const kind = z.enum(["baseline", "better", "worse"]).parse(process.argv[2] ?? "baseline");

await prepareData(example);
const { training, test } = await readFlights();
const model = trainModel(kind, training);
const predictions = predictFlights(model, test);
const figures = measure(predictions);
await writeModel(model, join(example, "model"), figures);
await writePredictions(predictions, join(example, "out", "predictions.parquet"));

for (const [name, value] of Object.entries(figures)) {
  process.stdout.write(
    `${name.padEnd(12)} ${Number.isInteger(value) ? value : value.toFixed(4)}\n`,
  );
}

import { join } from "node:path";
import {
  measure,
  predictFlights,
  readFlights,
  trainModel,
  writeModel,
  writePredictions,
  type Figures,
  type ModelKind,
} from "@slipway/example-flight-delays";

/** A trained model: its folder and its predictions, outside the story's repository. */
export type TrainedModel = {
  readonly folder: string;
  readonly predictions: string;
  readonly figures: Figures;
};

/** Trains every variant on the same flights and writes what a training job would leave behind. */
export async function trainAll(folder: string): Promise<Readonly<Record<ModelKind, TrainedModel>>> {
  const { training, test } = await readFlights();
  const train = async (kind: ModelKind): Promise<TrainedModel> => {
    const model = trainModel(kind, training);
    const predicted = predictFlights(model, test);
    const figures = measure(predicted);
    const target = {
      folder: join(folder, kind, "model"),
      predictions: join(folder, kind, "predictions.parquet"),
    };
    await writeModel(model, target.folder, figures);
    await writePredictions(predicted, target.predictions);
    return { ...target, figures };
  };
  return {
    baseline: await train("baseline"),
    better: await train("better"),
    worse: await train("worse"),
  };
}

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Figures } from "./measure.ts";
import { configSchema, weightsSchema, type Model } from "./model.ts";
import { renderModelCard } from "./render-model-card.ts";

/** Writes config.json, weights.json and model-card.md with the figures given; creates the folder. */
export async function writeModel(model: Model, folder: string, figures: Figures): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "config.json"), json(model.config));
  await writeFile(join(folder, "weights.json"), json(model.weights));
  await writeFile(join(folder, "model-card.md"), renderModelCard(model, figures));
}

/** Reads what {@link writeModel} wrote. @throws Error where a file is missing or not of that form. */
export async function readModel(folder: string): Promise<Model> {
  const parsed = async (file: string): Promise<unknown> =>
    JSON.parse(await readFile(join(folder, file), "utf8"));
  return {
    config: configSchema.parse(await parsed("config.json")),
    weights: weightsSchema.parse(await parsed("weights.json")),
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

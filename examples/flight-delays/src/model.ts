import { z } from "zod";

const feature = z.enum(["hour", "weekday", "distance", "origin", "destination", "route"]);

/** What `config.json` of a model holds: how it was made. */
export const configSchema = z.strictObject({
  kind: z.enum(["baseline", "better", "worse"]),
  clock: z.literal([12, 24]).describe("How the hour is read from the timestamp"),
  features: z.array(feature),
  penalties: z.partialRecord(feature, z.number()),
  training: z.strictObject({
    source: z.string(),
    sha256: z.string(),
    before: z.string().describe("Day on which training ends, exclusive"),
    flights: z.int(),
    lateShare: z.number(),
  }),
});

/** What `weights.json` of a model holds: what it learnt. */
export const weightsSchema = z.strictObject({
  threshold: z.number().describe("A flight is predicted to be late from this score on"),
  intercept: z.number(),
  effects: z
    .partialRecord(feature, z.record(z.string(), z.number()))
    .describe("Log-odds by feature and level; a level without an entry counts 0"),
});

/** A logistic regression whose features are all categories: how it was made, and what it learnt. */
export type Model = {
  readonly config: z.infer<typeof configSchema>;
  readonly weights: z.infer<typeof weightsSchema>;
};

/** The variants: the model in use, one that also knows the airports, and one with a mistake in its hours. */
export type ModelKind = Model["config"]["kind"];

import { z } from "zod";
import { environmentSchema } from "./environment-config.ts";

/** A name that is safe as a part of a file name, a branch path and a Markdown cell. */
const name = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/,
    "must be 1 to 100 letters, digits, dots, dashes or underscores, and begin with a letter or digit",
  );
const path = z.string().min(1, "must name a file or folder").max(1000);
const column = z.string().min(1, "must name a column").max(1000);
const share = z.number().gt(0.5, "must be above 0.5").lt(1, "must be below 1");
const severity = z.enum(["block", "warn", "info"]);
const onInconclusive = z.enum(["warn", "fail"]);
const margin = z.number().min(0, "must not be negative");

/** The rules that a gate can hold; a gate has at least one of them. */
export const gateRules = ["min", "max", "max-drop", "max-relative-drop", "max-gap"] as const;

/** One of {@link gateRules}. */
export type GateRule = (typeof gateRules)[number];

const gate = z
  .strictObject({
    metric: z
      .string()
      .min(1)
      .describe("A metric by its scikit-learn name, such as roc_auc or f1_macro"),
    min: z.number().optional().describe("Smallest value that passes"),
    max: z.number().optional().describe("Largest value that passes"),
    "max-drop": margin
      .optional()
      .describe("Damage against the baseline that is tolerated, in the metric's own unit"),
    "max-relative-drop": margin
      .optional()
      .describe("The same as a share of the baseline: 0.05 is 5 %"),
    "max-gap": margin.optional().describe("Largest difference between the groups of `slice`"),
    slice: column.optional().describe("Judge each value of this column on its own"),
    direction: z
      .enum(["higher", "lower"])
      .optional()
      .describe("What is better, where the metric does not say"),
    severity: severity
      .optional()
      .describe("block (default) fails the job, warn and info only tell"),
    judge: z
      .enum(["point", "interval"])
      .optional()
      .describe("What min and max look at: the value (default) or its whole interval"),
    confidence: share.optional().describe("Level of the one-sided bound (default 0.95)"),
    "min-n": z
      .int()
      .min(1)
      .optional()
      .describe("Smaller groups of `slice` are counted, not judged (default 10)"),
    "on-inconclusive": onInconclusive
      .optional()
      .describe("What an undecided change does (default warn)"),
  })
  .refine((value) => gateRules.some((rule) => value[rule] !== undefined), {
    message: `needs one of ${gateRules.join(", ")}`,
  })
  .refine((value) => value["max-gap"] === undefined || value.slice !== undefined, {
    message: "max-gap needs slice: the column whose groups are compared",
  });

const columns = z.strictObject({
  id: column.optional().describe("Names an item; without it nothing can be paired"),
  label: column.describe("The truth"),
  prediction: column
    .optional()
    .describe("The predicted class, or the predicted value of a regression"),
  score: z
    .union([column, z.record(z.string(), column)])
    .optional()
    .describe(
      "Probability of the positive class; for several classes a pattern such as p_*, or a column per class",
    ),
  weight: column.optional(),
});

const evaluation = z.strictObject({
  name,
  run: z.string().min(1).optional().describe("The command that writes the results"),
  results: path.describe("A predictions file: CSV or Parquet"),
  task: z.enum(["binary", "multiclass", "regression"]),
  columns,
  positive: z
    .union([z.string(), z.number(), z.boolean()])
    .optional()
    .describe("The positive class of a binary task (default 1 or true)"),
  slices: z.array(column).max(50).optional(),
  gates: z.array(gate).max(500).optional(),
  baseline: path
    .optional()
    .describe("A predictions file to compare with, instead of the evidence of the default branch"),
  confidence: share.optional(),
  "min-n": z.int().min(1).optional(),
  "on-inconclusive": onInconclusive.optional(),
  "first-run": z
    .enum(["block", "allow"])
    .optional()
    .describe("What a change gate does without a baseline (default block)"),
  seed: z.int().min(0).optional().describe("Seed of every resampling (default 1)"),
  resamples: z
    .int()
    .min(200)
    .max(100_000)
    .optional()
    .describe("Bootstrap resamples (default 1000)"),
});

const dataSet = z.strictObject({
  name,
  path: path.describe("A file or a glob: CSV or Parquet"),
  contract: path.describe("An ODCS 3.1 contract"),
  object: z
    .string()
    .min(1)
    .optional()
    .describe("The contract's schema object, where its name is not the data set's"),
});

const model = z.strictObject({
  name,
  path: path.describe("The folder whose bytes are the model"),
  data: z.array(name).optional(),
  evaluations: z.array(name).optional(),
});

/** `slipway.yaml`, version 1: what is checked, and against what. */
export const configSchema = z.strictObject({
  version: z.literal(1),
  data: z.array(dataSet).optional(),
  evaluations: z.array(evaluation).optional(),
  models: z.array(model).optional(),
  registry: z.enum(["git"]).optional(),
  audit: z
    .strictObject({ key: z.string().min(1).describe("The log's public key in C2SP form") })
    .optional(),
  environments: z.array(environmentSchema).optional(),
});

/** A parsed `slipway.yaml`. */
export type Config = z.infer<typeof configSchema>;
/** A data set of `slipway.yaml`. */
export type DataSetConfig = z.infer<typeof dataSet>;
/** An evaluation of `slipway.yaml`. */
export type EvaluationConfig = z.infer<typeof evaluation>;
/** A gate of an evaluation, before its rules are taken apart. */
export type GateConfig = z.infer<typeof gate>;
/** A model of `slipway.yaml`. */
export type ModelConfig = z.infer<typeof model>;
/** What a failed check does: fail the job, warn, or only tell. */
export type Severity = z.infer<typeof severity>;

/** A single gate, for those that come from a command line. */
export const gateSchema = gate;
/** The column roles, for those that come from a command line. */
export const columnsSchema = columns;

import { outcomes } from "@slipway/kernel";
import { z } from "zod";

const count = z.int().min(0);
const text = z.string().max(10_000);
const instant = z.iso.datetime();
const outcome = z.enum(outcomes);
/** Non-finite numbers are no JSON: they are null with a reason beside them. */
const figure = z.number().nullable();
const digest = z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });
const place = z.strictObject({ file: text, line: count });
const slice = z.record(z.string(), z.string());

const subject = z.strictObject({ name: text, digest, sizeBytes: count });
const interval = z.strictObject({
  low: figure,
  high: figure,
  level: z.number().gt(0).lt(1),
  method: text,
});

/** Which job made a document. */
export const runSchema = z.strictObject({
  repository: text.optional(),
  commit: text.optional(),
  ref: text.optional(),
  event: text.optional(),
  workflow: text.optional(),
  job: text.optional(),
  runId: count.optional(),
  runAttempt: count.optional(),
  pullRequest: count.optional(),
  headCommit: text.optional(),
  baseCommit: text.optional(),
  url: text.optional(),
});

/** Which program made a document. */
export const toolSchema = z.strictObject({ name: text, version: text });

const loosened = z.strictObject({ what: text, from: text, to: text, source: place.optional() });
const policy = z.strictObject({
  origin: z.enum(["base", "pull-request", "working-tree", "command-line"]),
  file: text.optional(),
  ref: text.optional(),
  commit: text.optional(),
  digest: digest.optional().describe("Of the working tree's file, where that judged alone"),
  note: text.optional(),
  loosened: z.array(loosened),
});

const check = {
  id: z.string().min(1).max(1000).describe("Stable across runs"),
  kind: z.string().min(1).max(100),
  code: z.string().optional().describe("SW-Dnnn for a finding about data"),
  title: text.describe("What is demanded, in a few words"),
  outcome,
  severity: z.enum(["block", "warn", "info"]),
  blocks: z.boolean().describe("Whether this check keeps the document from passing"),
  reason: z.string().optional().describe("Why it is not a plain pass or fail, as a code word"),
  note: text.optional(),
  waived: z.strictObject({ by: text, reason: text, until: text }).optional(),
  expected: z.json(),
  observed: z.json(),
  source: place,
};

const sample = z.strictObject({
  file: text,
  row: count.describe("Data row, from 1"),
  line: count.optional().describe("Physical line where the row begins, from 1"),
  column: text.nullable(),
  value: text.nullable(),
});

const dataCheck = z.strictObject({
  ...check,
  target: z.strictObject({ dataset: text, column: text.optional() }),
  examined: count,
  failed: count.describe("Rows, or surplus occurrences of a repeated value"),
  samples: z.array(sample),
});

const evaluationCheck = z.strictObject({
  ...check,
  target: z.strictObject({
    evaluation: text,
    metric: text.optional(),
    slice: slice.nullable().optional(),
  }),
  metric: text.optional(),
  slice: slice.nullable().optional(),
  candidate: figure.optional(),
  baseline: figure.optional(),
  difference: figure.optional().describe("candidate - baseline, in the metric's own unit"),
  interval: interval.optional(),
  needed: count.optional().describe("Items that would decide an inconclusive change"),
});

const metric = z.strictObject({
  name: text,
  function: text,
  params: z.record(z.string(), z.json()),
  slice: slice.nullable(),
  value: figure,
  undefined: z.string().optional(),
  n: count,
  interval: interval.optional(),
});

const baseline = z.strictObject({
  source: z.enum(["file", "branch", "production"]),
  name: text,
  commit: text.optional(),
  distance: count.optional().describe("Commits between it and the judged one"),
  ageDays: z.number().min(0).optional(),
  finishedAt: instant.optional(),
  digest: digest.optional(),
  paired: count,
  onlyBaseline: count,
  onlyCandidate: count,
  pairedBy: text.nullable(),
  differing: z.array(text).describe("Fingerprint keys that make it not comparable"),
  metrics: z.array(metric),
});

const items = z.strictObject({
  digest: digest.optional(),
  sizeBytes: count.optional(),
  rows: count,
  notice: text.optional().describe("Why no items travel with the evidence"),
});

const document = {
  schema: z.literal("slipway/evidence/v1"),
  name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/),
  outcome,
  summary: z.strictObject({
    pass: count,
    warn: count,
    fail: count,
    inconclusive: count,
    error: count,
  }),
  subjects: z.array(subject),
  inputs: z.record(z.string(), z.json()),
  policy,
  tool: toolSchema,
  run: runSchema,
  startedAt: instant,
  finishedAt: instant,
};

const dataEvidence = z.strictObject({
  ...document,
  kind: z.literal("data-validation"),
  rows: count,
  checks: z.array(dataCheck),
});

const evaluationEvidence = z.strictObject({
  ...document,
  kind: z.literal("evaluation"),
  task: z.enum(["binary", "multiclass", "regression"]),
  checks: z.array(evaluationCheck),
  metrics: z.array(metric),
  baseline: baseline.nullable(),
  items,
});

/** Evidence v1, as a writer must make it. Readers use `parseEvidence`, which overlooks unknown fields. */
export const evidenceSchema = z.discriminatedUnion("kind", [dataEvidence, evaluationEvidence]);

/** Evidence of either kind. */
export type Evidence = z.infer<typeof evidenceSchema>;
/** What validate-data found. */
export type DataEvidence = z.infer<typeof dataEvidence>;
/** What evaluate-model found. */
export type EvaluationEvidence = z.infer<typeof evaluationEvidence>;
/** One entry of the ledger of a data validation. */
export type DataCheck = z.infer<typeof dataCheck>;
/** A value that broke a check, and where it stands. */
export type Sample = z.infer<typeof sample>;
/** One entry of the ledger of an evaluation. */
export type EvaluationCheck = z.infer<typeof evaluationCheck>;
/** One metric, of all items or of a slice. */
export type MetricRecord = z.infer<typeof metric>;
/** What the candidate was compared with. */
export type BaselineRecord = z.infer<typeof baseline>;
/** A two-sided interval and how it was made. */
export type IntervalRecord = z.infer<typeof interval>;
/** A file or model, identified by its bytes. */
export type Subject = z.infer<typeof subject>;
/** Which job made a document. */
export type RunRecord = z.infer<typeof runSchema>;
/** Which policy judged, and what a pull request would loosen in it. */
export type PolicyRecord = z.infer<typeof policy>;
/** One thing that a pull request would loosen. */
export type Loosened = z.infer<typeof loosened>;
/** The kinds of evidence. */
export type EvidenceKind = Evidence["kind"];

import type { EvaluationConfig, PolicyRecord } from "@slipway/contracts";
import type { Rule } from "@slipway/policy";

/** One evaluation as it is to be judged, whatever it came from. */
export type EvaluationRequest = {
  readonly name: string;
  /** The command that writes the results, run first. */
  readonly run: string | undefined;
  readonly results: string;
  readonly task: EvaluationConfig["task"];
  readonly columns: EvaluationConfig["columns"];
  readonly positive: string | undefined;
  readonly slices: readonly string[];
  readonly rules: readonly Rule[];
  /** A named baseline file; without one the evidence of the nearest ancestor is looked for. */
  readonly baseline: string | undefined;
  readonly seed: number;
  readonly resamples: number;
  readonly policy: PolicyRecord;
  /** Folder of the model that this evaluation speaks for. */
  readonly model: string | undefined;
};

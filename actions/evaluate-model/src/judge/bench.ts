import type { LoadedBaseline } from "../baseline/load-baseline.ts";
import type { EvaluationRequest } from "../request.ts";
import type { Results } from "../results/read-results.ts";
import type { GatedInterval } from "./metric-records.ts";

/** What rules judge; every interval that is computed on the way is collected. */
export type Bench = {
  readonly request: EvaluationRequest;
  readonly results: Results;
  readonly baseline: LoadedBaseline;
  readonly intervals: GatedInterval[];
};

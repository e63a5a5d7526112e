export { parseDigest, shortDigest, type Digest } from "./digest.ts";
export { errorCodes, type ErrorCode } from "./error-codes.ts";
export { ExactSum, exactSum } from "./exact-sum.ts";
export { nearestWord } from "./nearest.ts";
export { exitCodeOf, outcomes, worstOutcome, type Outcome } from "./outcome.ts";
export { UserError } from "./user-error.ts";

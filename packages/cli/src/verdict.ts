import type { Outcome } from "@slipway/kernel";

/** How a verb ended: its exit code follows from it. */
export type Verdict = { readonly outcome: Outcome };

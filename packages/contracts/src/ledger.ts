import { type Outcome, worstOutcome } from "@slipway/kernel";
import type { Severity } from "./config.ts";

/** What a check found, before its severity is applied. */
export type Finding = "pass" | "fail" | "inconclusive" | "error";

/** How a finding stands in the ledger. */
export type Standing = {
  readonly outcome: Outcome;
  readonly severity: Severity;
  readonly blocks: boolean;
};

/**
 * Applies a severity to a finding. A failure that does not block is a `warn`; an error always blocks.
 * `undecided` is an inconclusive change that its policy lets go on (`on-inconclusive: warn`).
 */
export function standingOf(finding: Finding, severity: Severity, undecided = false): Standing {
  const blocks =
    finding === "error" ||
    (severity === "block" && finding !== "pass" && !(finding === "inconclusive" && undecided));
  const outcome = finding === "fail" && severity !== "block" ? "warn" : finding;
  return { outcome, severity, blocks };
}

/** The outcome of a whole ledger and its counts. An empty ledger checked nothing: inconclusive. */
export function verdictOf(checks: readonly Standing[]): {
  outcome: Outcome;
  summary: Record<Outcome, number>;
} {
  const summary = { pass: 0, warn: 0, fail: 0, inconclusive: 0, error: 0 };
  for (const { outcome } of checks) summary[outcome] += 1;
  const blocking = checks.filter(({ blocks }) => blocks);
  if (blocking.length > 0)
    return { outcome: worstOutcome(blocking.map(({ outcome }) => outcome)), summary };
  if (checks.length === 0) return { outcome: "inconclusive", summary };
  const warned = checks.some(({ outcome, severity }) => outcome !== "pass" && severity !== "info");
  return { outcome: warned ? "warn" : "pass", summary };
}

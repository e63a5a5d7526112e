/** How one check, or a whole document, ended. Only `pass` and `warn` let a job go on. */
export const outcomes = ["pass", "warn", "inconclusive", "fail", "error"] as const;

/** One of {@link outcomes}, which are ordered from best to worst. */
export type Outcome = (typeof outcomes)[number];

/** The worst of `found`; of nothing, `inconclusive`, because green means that something was checked. */
export function worstOutcome(found: Iterable<Outcome>): Outcome {
  let worst: Outcome | undefined;
  for (const outcome of found) {
    if (worst === undefined || outcomes.indexOf(outcome) > outcomes.indexOf(worst)) worst = outcome;
  }
  return worst ?? "inconclusive";
}

/** The exit code of a verdict: 0 for pass and warn, 1 for everything else. */
export function exitCodeOf(outcome: Outcome): 0 | 1 {
  return outcome === "pass" || outcome === "warn" ? 0 : 1;
}

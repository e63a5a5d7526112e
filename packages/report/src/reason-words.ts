import type { Phrase } from "./phrase.ts";
import type { AnyCheck } from "./standing.ts";

const words: Record<string, string> = {
  missing: "missing from the results",
  "no-baseline": "no baseline to compare with",
  "not-comparable": "not comparable with the baseline",
  unsupported: "not enforced yet",
  undefined: "the metric is undefined",
};
const remedies: Record<string, Phrase> = {
  missing: ["make the results contain every metric and slice that a gate names"],
  "no-baseline": [
    "run once on the default branch and store the evidence there, or set ",
    { code: "first-run: allow" },
    " to start without a baseline",
  ],
  "not-comparable": ["evaluate both models on the same items with the same settings"],
  unsupported: ["take the constraint out of the contract, and enforce it by other means"],
  undefined: ["evaluate on items for which the metric is defined, for instance of both classes"],
};

/** The reason of a check in words; a code word without an entry is read as words. */
export function reasonWords(check: AnyCheck): string {
  const { reason } = check;
  if (reason === undefined) return check.outcome === "error" ? "could not be checked" : "";
  if (Object.hasOwn(words, reason)) return words[reason] ?? reason;
  return /^[a-z0-9-]+$/.test(reason) ? reason.replaceAll("-", " ") : reason;
}

/** What to do about the reason of a check, where there is one answer. */
export function reasonRemedy(check: AnyCheck): Phrase | undefined {
  const { reason } = check;
  return reason !== undefined && Object.hasOwn(remedies, reason) ? remedies[reason] : undefined;
}

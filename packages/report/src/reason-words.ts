import type { Phrase } from "./phrase.ts";
import { plainText } from "./plain-text.ts";
import type { AnyCheck } from "./standing.ts";

const words: Record<string, string> = {
  "beyond-margin": "beyond the margin",
  "proven-worse": "proven worse, best estimate beyond the margin",
  "identical-items": "nothing differs item by item",
  undecided: "the interval holds the limit",
  "too-few": "too few items",
  "small-groups": "every group is too small",
  missing: "missing from the results",
  "no-baseline": "no baseline to compare with",
  "not-comparable": "not comparable with the baseline",
  "no-gates": "nothing judges the metrics",
  unsupported: "not enforced yet",
  undefined: "the metric is undefined",
  engine: "the data engine refused the check",
  "missing-column": "the column is missing",
  "missing-in-some-files": "the column is missing in some files",
  "no-rows": "there are no rows",
  "no-values": "there are no values",
};
const remedies: Record<string, Phrase> = {
  missing: ["make the results contain every metric and slice that a gate names"],
  "no-baseline": [
    "run once on the default branch and store the evidence there, or set ",
    { code: "first-run: allow" },
    " to start without a baseline",
  ],
  "not-comparable": ["evaluate both models on the same items with the same settings"],
  "no-gates": ["add gates to the evaluation in ", { code: "slipway.yaml" }],
  "small-groups": ["evaluate on more items of each group, or lower ", { code: "min-n" }],
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

/** The reason of a check in words, with its note. */
export function reasonText(check: AnyCheck): string {
  return [plainText(reasonWords(check), 120), plainText(check.note ?? "", 170)]
    .filter((text) => text !== "")
    .join("; ");
}

/** What to do about the reason of a check, where there is one answer. */
export function reasonRemedy(check: AnyCheck): Phrase | undefined {
  const { reason } = check;
  return reason !== undefined && Object.hasOwn(remedies, reason) ? remedies[reason] : undefined;
}

import type { DataEvidence } from "@slipway/contracts";
import { counted, formatCount } from "./format-number.ts";
import { joined, type Phrase } from "./phrase.ts";
import { reasonRemedy, reasonWords } from "./reason-words.ts";
import { isInfo, rankOf, type AnyCheck } from "./standing.ts";

/** One reason why it does not simply pass: the bold claim, what supports it, and its place in the order. */
export type Why = { readonly claim: Phrase; readonly support: Phrase; readonly rank: number };

/** Why a data validation does not pass. */
export function dataWhys(evidence: DataEvidence): Why[] {
  const isBroken = (check: AnyCheck): boolean =>
    (check.outcome === "fail" || check.outcome === "warn") &&
    !isInfo(check) &&
    reasonRemedy(check) === undefined;
  const broken = evidence.checks
    .filter(isBroken)
    .sort((a, b) => rankOf(a) - rankOf(b) || b.failed - a.failed);
  const whys = reasonWhys(
    evidence.checks.filter(
      (check) => check.outcome !== "pass" && !isInfo(check) && !isBroken(check),
    ),
  );
  const [first] = broken;
  if (first === undefined) return whys;
  const listed = broken
    .slice(0, 3)
    .map(({ failed, target, title }): Phrase => [
      failed > 0 ? `${formatCount(failed)} × ` : "",
      { code: target.column ?? target.dataset },
      ` fails “${title}”`,
    ]);
  const more = broken.length > 3 ? `, and ${formatCount(broken.length - 3)} more` : "";
  const verb = broken.length === 1 ? "is" : "are";
  const claim: Phrase = [
    `${counted(broken.length, "rule")} of `,
    { code: evidence.name },
    ` ${verb} broken`,
  ];
  const support: Phrase = [": ", ...joined(listed, ", "), more, "."];
  return [{ claim, support, rank: rankOf(first) }, ...whys];
}

/** Checks that ended for the same reason, told together. */
export function reasonWhys(checks: readonly AnyCheck[]): Why[] {
  const groups = Map.groupBy(checks, (check) => `${rankOf(check)} ${reasonWords(check)}`);
  return [...groups.values()].flatMap((group): Why[] => {
    const [first] = group;
    if (first === undefined) return [];
    const words = reasonWords(first);
    const state = {
      pass: "passed",
      warn: "warned",
      fail: "failed",
      error: "ended in an error",
      inconclusive: "could not be decided",
    }[first.outcome];
    const titles = joined(
      group.slice(0, 3).map(({ title }): Phrase => [title]),
      "; ",
    );
    const more = group.length > 3 ? `; and ${formatCount(group.length - 3)} more` : "";
    const claim: Phrase = [
      `${counted(group.length, "check")} ${state}${words === "" ? "" : `: ${words}`}`,
    ];
    return [{ claim, support: [" (", ...titles, more, ")."], rank: rankOf(first) }];
  });
}

/** What to do about one check. */
export function remedyOf(check: AnyCheck): Phrase {
  const known = reasonRemedy(check);
  if (known !== undefined) return known;
  if (check.outcome === "error")
    return ["read the note beside the check, repair the setup, and run again"];
  if ("samples" in check)
    return [check.failed > 0 ? "mend the rows named below" : "make the data fit the contract"];
  if (check.outcome !== "inconclusive")
    return [
      "compare what both models say on these items; if the change is wanted, change the limit on the base branch first",
    ];
  if (check.needed === undefined) return ["evaluate on more items"];
  return [
    `about ${formatCount(Number(check.needed.toPrecision(2)))} items would decide it at this spread`,
  ];
}

import type { EvaluationCheck } from "@slipway/contracts";
import { decideAbsent, decideGap, gapInterval } from "@slipway/evaluation";
import { sizesOf, type SliceColumn } from "../results/read-slice.ts";
import { buildCheck, type Judged } from "./build-check.ts";
import type { Group } from "./changes.ts";
import { intervalOptions, judgeOne } from "./judge-one.ts";
import type { Bench } from "./bench.ts";
import { intervalRecord } from "./metric-records.ts";

/**
 * Judges a rule on each group that is large enough; smaller ones are counted in an entry of their own, which
 * blocks where there is no other. A group that the baseline judged and that is gone fails as missing.
 */
export function judgeGroups(judged: Judged, slice: SliceColumn, bench: Bench): EvaluationCheck[] {
  const { minN } = judged.rule;
  const sizes = sizesOf(slice);
  const groups = slice.values.map((_, index): Group => ({ slice, index }));
  const large = groups.filter(({ index }) => (sizes[index] ?? 0) >= minN);
  const small = groups.filter(({ index }) => (sizes[index] ?? 0) < minN);
  const checks =
    judged.rule.rule === "max-gap"
      ? gapChecks(judged, large, bench)
      : large.map((group) => judgeOne(judged, group, bench));
  const gone = goneGroups(judged, slice, bench);
  const smallItems = small.reduce((sum, { index }) => sum + (sizes[index] ?? 0), 0);
  const counted =
    small.length === 0
      ? []
      : [tooSmall(judged, { groups: small.length, items: smallItems, alone: large.length === 0 })];
  return [...checks, ...gone, ...counted];
}

function gapChecks(judged: Judged, groups: readonly Group[], bench: Bench): EvaluationCheck[] {
  const { rule, metric } = judged;
  const [first] = groups;
  if (first === undefined) return [];
  const codes = new Int32Array(first.slice.values.length).fill(-1);
  for (const [position, { index }] of groups.entries()) codes[index] = position;
  const of = { count: groups.length, codes: first.slice.codes.map((code) => codes[code] ?? -1) };
  const gap = gapInterval(
    metric,
    { items: bench.results.items, groups: of },
    intervalOptions(rule, bench.request),
  );
  const name = (at: number | null) =>
    at === null ? "" : (first.slice.values[groups[at]?.index ?? -1] ?? "");
  const note =
    gap.gap === null
      ? gap.undefined
      : `from ${name(gap.lowest)} (lowest) to ${name(gap.highest)} (highest)`;
  return [
    buildCheck(judged, decideGap({ ...gap, n: bench.results.items.n }, rule.limit), {
      candidate: gap.gap,
      observed: gap.gap,
      interval: intervalRecord(gap),
      note,
    }),
  ];
}

/** Groups that were large enough in the baseline and do not occur any more. */
function goneGroups(
  judged: Judged,
  slice: SliceColumn,
  { baseline, results }: Bench,
): EvaluationCheck[] {
  if (baseline.kind === "none") return [];
  const lost = baseline.groups.filter(
    ({ column, value, n }) =>
      column === slice.column && n >= judged.rule.minN && !slice.values.includes(value),
  );
  const note = `the baseline has this group, the ${results.items.n} results do not`;
  return lost.map(({ value }) =>
    buildCheck(judged, decideAbsent("missing"), { slice: { [slice.column]: value }, note }),
  );
}

function tooSmall(
  judged: Judged,
  found: { groups: number; items: number; alone: boolean },
): EvaluationCheck {
  const { minN, slice = "" } = judged.rule;
  const rule = found.alone ? judged.rule : { ...judged.rule, severity: "info" as const };
  const check = buildCheck(
    { ...judged, rule },
    { outcome: "inconclusive", reason: "small-groups" },
    {
      observed: { groups: found.groups, items: found.items },
      note: `${found.groups} groups of ${slice} under ${minN} items (${found.items} items) are not judged`,
    },
  );
  return { ...check, id: `${check.id}/small-groups` };
}

import type { Evidence, EvaluationEvidence } from "@slipway/contracts";
import { counted, formatChange, formatLimit } from "./format-number.ts";
import { gateLimit } from "./gate-limit.ts";
import { gateRows, type GateRow } from "./gate-row.ts";
import { isAboutChange, subjectOf } from "./headline.ts";
import type { Phrase } from "./phrase.ts";
import { dataWhys, reasonWhys, remedyOf, type Why } from "./explain-checks.ts";
import { reasonRemedy, reasonWords } from "./reason-words.ts";
import { sliceChanges } from "./slices.ts";
import { allChecks, isInfo, rankOf, type AnyCheck } from "./standing.ts";

/** Why it does not pass, the worst first, at most two reasons; none for a plain pass. */
export function explainWhy(evidences: readonly Evidence[]): readonly Why[] {
  const found = [
    ...evidences.flatMap((evidence) =>
      evidence.kind === "evaluation" ? metricWhys(evidence) : [],
    ),
    ...evidences.flatMap((evidence) => (evidence.kind === "evaluation" ? [] : dataWhys(evidence))),
  ];
  if (evidences.every(({ checks }) => checks.length === 0))
    return [
      {
        claim: ["Nothing was checked"],
        support: [", and what was not checked is never green."],
        rank: 0,
      },
    ];
  return found.sort((a, b) => a.rank - b.rank).slice(0, 2);
}

/** What to do about it: at most three short instructions. */
export function explainRemedy(evidences: readonly Evidence[]): readonly Phrase[] {
  const checks = allChecks(evidences);
  if (checks.length === 0) return [emptyRemedy];
  const remedies = new Map<string, Phrase>();
  for (const check of attention(checks)) {
    const remedy = remedyOf(check);
    remedies.set(JSON.stringify(remedy), remedy);
    if (remedies.size === 3) break;
  }
  return [...remedies.values()];
}

const emptyRemedy: Phrase = [
  "name a contract or gates in ",
  { code: "slipway.yaml" },
  ", and run the checks before this report",
];

/** Only blocking checks where there are any; else those that warn. */
function attention<C extends AnyCheck>(checks: readonly C[]): C[] {
  const open = checks.filter((check) => check.outcome !== "pass" && !isInfo(check));
  const blocking = open.filter(({ blocks }) => blocks);
  return (blocking.length > 0 ? blocking : open).toSorted((a, b) => rankOf(a) - rankOf(b));
}

function metricWhys(evidence: EvaluationEvidence): Why[] {
  const rows = gateRows(evidence).filter(({ lead }) => lead.outcome !== "pass" && !isInfo(lead));
  const isJudged = ({ lead }: GateRow): boolean =>
    reasonRemedy(lead) === undefined && lead.outcome !== "error";
  const judged = rows.find(isJudged);
  const whys = reasonWhys(rows.filter((row) => !isJudged(row)).map(({ lead }) => lead));
  return judged === undefined ? whys : [rowWhy(judged, evidence), ...whys];
}

function rowWhy(row: GateRow, evidence: EvaluationEvidence): Why {
  const rank = rankOf(row.lead);
  const { rule, limit } = gateLimit(row.lead);
  const subject = subjectOf(row);
  if (row.change !== undefined && isAboutChange(row)) {
    if (row.lead.outcome === "inconclusive")
      return {
        claim: [...subject, " may have become worse by more than allowed, or not"],
        support: undecided(row),
        rank,
      };
    const verb = row.change.estimate < 0 ? "fell" : "rose";
    return {
      claim: [...subject, ` ${verb} by ${amountText(row)}`],
      support: [`, ${row.base} → ${row.now}`, ...worstPlace(row, evidence), "."],
      rank,
    };
  }
  const side = rule === "min" ? "below the least" : "above the most";
  const bound =
    rule === undefined || limit === undefined
      ? "not as demanded"
      : `${side} that is allowed, ${formatLimit(limit)}`;
  return {
    claim: [...subject, ` is ${row.now}`],
    support: [`, ${row.lead.outcome === "inconclusive" ? reasonWords(row.lead) : bound}.`],
    rank,
  };
}

function undecided({ items, lead }: GateRow): Phrase {
  const few =
    items === undefined
      ? "the items do not decide it."
      : `${counted(items, "item")} do not decide it.`;
  const soft = lead.blocks
    ? []
    : [" This does not block the pull request (", { code: "on-inconclusive: warn" }, ")."];
  return [": ", few, ...soft];
}

function amountText({ change, name, difference }: GateRow): string {
  if (change === undefined || !name.isRate) return difference.replace(/^[+\u2212]/, "");
  return `${formatChange(Math.abs(change.estimate) * 100, change.decimals - 2).replace("+", "")} points`;
}

function worstPlace(row: GateRow, evidence: EvaluationEvidence): Phrase {
  const metric = row.lead.metric ?? row.lead.target.metric;
  if (row.slice !== undefined || metric === undefined || row.change === undefined) return [];
  const [worst] = sliceChanges(evidence, metric).groups;
  const isWorse =
    worst !== undefined &&
    Math.abs(worst.difference) > Math.abs(row.change.estimate) &&
    worst.difference * row.change.estimate > 0;
  if (!isWorse) return [];
  const scale = row.name.isRate ? 100 : 1;
  const decimals = row.change.decimals - (row.name.isRate ? 2 : 0);
  return [
    ", most at ",
    { code: worst.slice },
    ` (${formatChange(worst.difference * scale, decimals)}, ${counted(worst.n, "item")})`,
  ];
}

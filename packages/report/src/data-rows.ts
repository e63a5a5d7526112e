import type { DataCheck, DataEvidence } from "@slipway/contracts";
import { counted, formatCount, formatNumber } from "./format-number.ts";
import { joined, type Phrase } from "./phrase.ts";
import { quotedValue } from "./plain-text.ts";
import { reasonWords } from "./reason-words.ts";
import { countsOf, markOf, rankOf } from "./standing.ts";

/** The checks of a data validation, worst first. */
export function rankedChecks(evidence: DataEvidence): readonly DataCheck[] {
  return evidence.checks.toSorted((a, b) => rankOf(a) - rankOf(b) || b.failed - a.failed);
}

/** What a check demands, with the reason and the waiver of one that does not simply pass. */
export function demandPhrase(check: DataCheck): Phrase {
  const words = check.outcome === "pass" ? "" : reasonWords(check);
  const waived: Phrase =
    check.waived === undefined
      ? []
      : [" · waived by ", { code: check.waived.by }, " until ", check.waived.until];
  const code = check.code === undefined || check.outcome === "pass" ? "" : ` · ${check.code}`;
  const note = check.note === undefined || check.outcome === "pass" ? "" : ` · ${check.note}`;
  return [
    check.title,
    words === "" ? "" : ` · ${markOf(check).word}: ${words}`,
    note,
    code,
    ...waived,
  ];
}

/** The column that a check is about, or a dash for the whole data set. */
export function wherePhrase({ target }: DataCheck): Phrase {
  return target.column === undefined ? ["–"] : [{ code: target.column }];
}

/** The first value that broke a check, with its line; else what was observed. */
export function examplePhrase(check: DataCheck, isFileNamed: boolean): Phrase {
  const [sample] = check.samples;
  if (sample === undefined) return observedPhrase(check);
  const place =
    sample.line === undefined
      ? `row ${formatCount(sample.row)}`
      : `line ${formatCount(sample.line)}`;
  const file: Phrase = isFileNamed ? [{ code: sample.file }, " "] : [];
  const value: Phrase =
    sample.value === null ? ["no value"] : [{ code: quotedValue(sample.value) }];
  return [...file, `${place}: `, ...value];
}

/** The passing checks counted by kind: "By kind: type 9, required 5." */
export function kindsPhrase(checks: readonly DataCheck[]): Phrase {
  const kinds = [...Map.groupBy(checks, ({ kind }) => kind)];
  const shown = kinds
    .slice(0, 20)
    .map(([kind, group]): Phrase => [`${kind} ${formatCount(group.length)}`]);
  const more = kinds.length > 20 ? `, and ${formatCount(kinds.length - 20)} more kinds` : "";
  return ["By kind: ", ...joined(shown, ", "), more, "."];
}

/** "39 pass", "2 fail, 1 inconclusive": what a fold holds. */
export function outcomesText(checks: readonly Pick<DataCheck, "outcome">[]): string {
  const counts = countsOf(checks);
  const words = {
    fail: "fail",
    error: "in error",
    inconclusive: "inconclusive",
    warn: "warn",
    pass: "pass",
  };
  const outcomes = ["fail", "error", "inconclusive", "warn", "pass"] as const;
  return outcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${formatCount(counts[outcome])} ${words[outcome]}`)
    .join(", ");
}

function observedPhrase({ observed, outcome }: DataCheck): Phrase {
  if (outcome === "pass" || observed === null || Array.isArray(observed)) return [];
  if (typeof observed === "number") return [`found ${formatNumber(observed)}`];
  if (typeof observed !== "object") return ["found ", { code: String(observed) }];
  const { rows, percent } = observed;
  if (typeof rows === "number") return [`found ${counted(rows, "row")}`];
  return typeof percent === "number" ? [`found ${formatNumber(percent)} %`] : [];
}

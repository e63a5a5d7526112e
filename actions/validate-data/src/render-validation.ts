import type { DataCheck, DataEvidence, Sample } from "@slipway/contracts";
import { worstOutcome } from "@slipway/kernel";
import { plainStyle, plainText, renderSummary, renderTerminal } from "@slipway/report";
import type { Annotation, Rendered } from "@slipway/runner";
import type { Validated } from "./validate-data.ts";

const levels = ["error", "warning", "notice"] as const;
const maxAnnotations = 100;
/** Kinds whose failures are files or columns, not rows. */
const structural = new Set(["column", "undeclared", "rows"]);

/** Log, summary, annotations and outputs of validate-data. */
export function renderValidation(validated: readonly Validated[]): Rendered {
  const evidences = validated.map(({ evidence }) => evidence);
  return {
    outcome: worstOutcome(evidences.map(({ outcome }) => outcome)),
    outputs: { "evidence-path": validated.map(({ path }) => path).join("\n") },
    log: renderTerminal(evidences, plainStyle),
    summary: renderSummary(evidences, {}),
    annotations: annotationsOf(evidences),
  };
}

/**
 * Findings on the data's own lines, worst first: the first row of every check before the second of any. A finding without
 * a line of data points at the contract.
 */
export function annotationsOf(evidences: readonly DataEvidence[]): readonly Annotation[] {
  const found = evidences
    .flatMap(({ checks }) => checks)
    .filter(({ outcome }) => outcome !== "pass")
    .toSorted((left, right) => right.failed - left.failed)
    .flatMap((check) => annotate(check));
  found.sort(
    (left, right) =>
      levels.indexOf(left.annotation.level) - levels.indexOf(right.annotation.level) ||
      left.order - right.order,
  );
  return found.slice(0, maxAnnotations).map(({ annotation }) => annotation);
}

type Ordered = { readonly order: number; readonly annotation: Annotation };

function annotate(check: DataCheck): Ordered[] {
  const lines = check.samples.filter(({ line }) => line !== undefined);
  if (lines.length === 0) {
    // A contract of the base branch, "main:contracts/…", is no file of this checkout.
    const { file, line } = check.source;
    const place = line > 0 && !file.includes(":") ? { file, line } : {};
    return [{ order: 0, annotation: { ...wordsOf(check, check.samples[0]), ...place } }];
  }
  return lines.map((sample, order) => {
    const place = {
      file: sample.file,
      ...(sample.line === undefined ? {} : { line: sample.line }),
    };
    return { order, annotation: { ...wordsOf(check, sample), ...place } };
  });
}

function wordsOf(check: DataCheck, sample: Sample | undefined) {
  const { column } = check.target;
  const subject = column === undefined ? check.target.dataset : column;
  const rows = check.failed === 1 ? "1 row" : `${check.failed.toLocaleString("en-US")} rows`;
  const value =
    sample === undefined
      ? ""
      : sample.value === null
        ? "no value: "
        : `${JSON.stringify(sample.value)}: `;
  const why = check.note ?? check.reason?.replaceAll("-", " ");
  const parts = [
    `${value}${breachOf(check)}`,
    ...(check.failed > 0 && !structural.has(check.kind) ? [rows] : []),
    ...(why === undefined ? [] : [why]),
  ];
  return {
    level: levelOf(check),
    title: plainText(
      `${subject}: ${check.title}${check.code === undefined ? "" : ` (${check.code})`}`,
    ),
    message: plainText(parts.join(", "), 500),
  };
}

function levelOf(check: DataCheck): Annotation["level"] {
  if (check.blocks) return "error";
  return check.severity === "info" ? "notice" : "warning";
}

/** What is wrong with a row that breaks the check, in a few words. */
function breachOf({ kind, title, outcome, expected, observed }: DataCheck): string {
  const found = typeof observed === "object" ? JSON.stringify(observed) : String(observed);
  if (outcome === "inconclusive") return "not checked";
  if (outcome === "error") return "could not be checked";
  const hasThreshold = typeof expected === "object" && expected !== null && "threshold" in expected;
  if (hasThreshold || kind === "rows") return `demanded: ${title}, found ${found}`;
  switch (kind) {
    case "column":
      return `missing, found in ${found}`;
    case "undeclared":
      return `not declared: ${found}`;
    case "type":
      return /^(?:text|true or false|time of day|date and time)$/.test(title)
        ? `not ${title}`
        : `not a ${title}`;
    case "required":
      return title === "required" ? "a value is required" : `not ${title}`;
    case "unique":
      return title.startsWith("unique key") ? "the key occurs before" : "the value occurs before";
    case "pattern":
      return `does not match: ${title}`;
    default:
      return `not ${title}`;
  }
}

import { worstOutcome } from "@slipway/kernel";
import { renderMarkdown, renderTerminal } from "@slipway/report";
import { plainStyle, type Annotation, type Rendered } from "@slipway/runner";
import type { Validated } from "./validate-data.ts";

/** Log, summary, annotations and outputs of validate-data. */
export function renderValidations(validated: readonly Validated[]): Rendered {
  const evidences = validated.map(({ evidence }) => evidence);
  const annotations = evidences.flatMap(({ checks }) => checks.flatMap(annotationsOf));
  return {
    outcome: worstOutcome(evidences.map(({ outcome }) => outcome)),
    outputs: { "evidence-path": validated.map(({ path }) => path).join("\n") },
    log: renderTerminal(evidences, plainStyle),
    summary: renderMarkdown(evidences, {}),
    annotations: spread(annotations),
  };
}

type CheckAnnotations = { readonly rank: number; readonly annotation: Annotation };

/** One annotation for each value that is known; a finding without one points at its line of the contract. */
function annotationsOf(check: Validated["evidence"]["checks"][number]): CheckAnnotations[] {
  if (check.outcome === "pass" || check.severity === "info") return [];
  const level = check.blocks ? ("error" as const) : ("warning" as const);
  const column = check.target.column === undefined ? "" : `${check.target.column}: `;
  const title = `${column}${check.title}${check.code === undefined ? "" : ` (${check.code})`}`;
  const rows = check.failed > 1 ? `; ${check.failed} of ${check.examined} rows` : "";
  const found = check.samples.flatMap(({ file, line, value }, rank) => {
    const shown = value === null ? "nothing" : JSON.stringify(value);
    const message = `found ${shown}${rows}`;
    return line === undefined ? [] : [{ rank, annotation: { level, title, message, file, line } }];
  });
  if (found.length > 0) return found;
  const { file, line } = check.source;
  const place = line > 0 && !file.includes(":") ? { file, line } : {};
  const message = check.note ?? check.reason ?? `${check.failed} of ${check.examined} rows`;
  return [{ rank: 0, annotation: { level, title, message, ...place } }];
}

/** The first of every finding before the second of any, since only ten of a level are shown. */
function spread(found: readonly CheckAnnotations[]): Annotation[] {
  return found
    .toSorted((left, right) => left.rank - right.rank)
    .map(({ annotation }) => annotation);
}

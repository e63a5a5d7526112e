import type { Severity } from "@slipway/contracts";
import { findingCodeOf } from "./finding-codes.ts";
import type { Check, Rule, Source, Threshold } from "./ir.ts";
import { thresholdTitle, titleOf } from "./titles.ts";

/** A constraint as it was read, before it has a name of its own. */
export type Constraint = {
  readonly rule: Rule;
  readonly source: Source;
  readonly column?: string | undefined;
  readonly severity?: Severity;
  /** A rule of the quality library: its name and number belong to the title. */
  readonly metric?: {
    readonly name: string;
    readonly title: string;
    readonly threshold: Threshold;
    readonly unit: "rows" | "percent";
  };
  /** What tells it from others of its kind at the same column. */
  readonly detail?: unknown;
};

/** Gives every constraint its id, code and title. Equal ids are numbered by content, not by place. */
export function buildChecks(constraints: readonly Constraint[]): Check[] {
  const groups = Map.groupBy(constraints.map(toCheck), ({ id }) => id);
  return [...groups.values()].flatMap((group) => {
    const distinct = [...new Map(group.map((check) => [contentOf(check), check])).entries()];
    distinct.sort(([left], [right]) => (left < right ? -1 : 1));
    return distinct.map(([, check], index) =>
      index === 0 ? check : { ...check, id: `${check.id}#${index + 1}` },
    );
  });
}

function toCheck(constraint: Constraint): Check {
  const { rule, column, metric, source } = constraint;
  const detail = constraint.detail === undefined ? "" : `:${shortDetail(constraint.detail)}`;
  const id = `${column ?? ""}:${metric?.name ?? idWord(rule)}${detail}`;
  return {
    id: id.startsWith(":") ? id.slice(1) : id,
    code: findingCodeOf(rule, metric !== undefined),
    title:
      metric === undefined
        ? titleOf(rule)
        : `${metric.title} ${thresholdTitle(metric.threshold, metric.unit)}`,
    ...(column === undefined ? {} : { column }),
    rule,
    ...(metric === undefined ? {} : { threshold: metric.threshold, unit: metric.unit }),
    severity: constraint.severity ?? "block",
    source,
  };
}

function shortDetail(detail: unknown): string {
  return typeof detail === "string" && /^[a-z]{1,20}$/.test(detail)
    ? detail
    : fingerprint(canonical(detail));
}

function idWord(rule: Rule): string {
  return rule.kind === "unsupported" ? `unsupported:${rule.keyword}` : rule.kind;
}

function contentOf({ rule, threshold, unit, severity }: Check): string {
  return canonical({ rule, threshold, unit, severity });
}

/** JSON with sorted keys, so that equal content gives equal text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  entries.sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(",")}}`;
}

/** FNV-1a, 32 bits, as eight hexadecimal digits: it tells ids apart and protects nothing. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}

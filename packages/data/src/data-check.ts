import { type DataCheck, type Sample, standingOf } from "@slipway/contracts";
import type { Check } from "./ir.ts";
import type { CheckResult, Json } from "./judge.ts";

/** Writes a check and its result as an entry of the ledger. */
export function toDataCheck(
  check: Check,
  result: CheckResult,
  place: { readonly dataset: string; readonly samples: readonly Sample[] },
): DataCheck {
  const standing = standingOf(result.finding, result.severity ?? check.severity);
  return {
    id: check.id.slice(0, 1000),
    kind: check.rule.kind,
    code: check.code,
    title: check.title,
    target: {
      dataset: place.dataset,
      ...(check.column === undefined ? {} : { column: check.column }),
    },
    ...standing,
    ...(result.reason === undefined ? {} : { reason: result.reason }),
    ...(result.note === undefined ? {} : { note: result.note }),
    expected: expectedOf(check),
    observed: result.observed,
    examined: result.examined,
    failed: result.failed,
    samples: [...place.samples],
    source: { ...check.source },
  };
}

/** What a check demands, as JSON: its rule in the contract's own words. */
function expectedOf({ rule, threshold, unit }: Check): Json {
  const demand = toJson(rule);
  if (threshold === undefined) return demand;
  return { rule: demand, threshold: toJson(threshold), unit: unit ?? "rows" };
}

function toJson(value: unknown): Json {
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item)]));
  }
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? value
    : null;
}

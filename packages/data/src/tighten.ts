import type { Loosened, Severity } from "@slipway/contracts";
import { canonical } from "./check-builder.ts";
import type { Check, Contract, ContractObject } from "./ir.ts";
import { titleOf } from "./titles.ts";
import { tightenRule } from "./tighten-rule.ts";

const severities: readonly Severity[] = ["info", "warn", "block"];

/** The contract that judges a pull request, and what the pull request would loosen in the base's. */
export type Tightened = { readonly contract: Contract; readonly loosened: readonly Loosened[] };

/**
 * The checks of `base`, with what `head` adds or tightens. What `head` loosens, removes, or changes in a way that cannot
 * be compared stays as it is in `base` and is listed; a changed rule of `head` is judged too.
 */
export function tightenContract(base: Contract, head: Contract): Tightened {
  const loosened: Loosened[] = [];
  const objects = base.objects.map((object) => {
    const other = head.objects.find(({ name }) => name === object.name);
    if (other !== undefined) return tightenObject(object, other, loosened);
    const source = { file: base.file, line: object.line };
    loosened.push({ what: `object ${object.name}`, from: "checked", to: "removed", source });
    return object;
  });
  const added = head.objects.filter(({ name }) => !base.objects.some((item) => item.name === name));
  return { contract: { ...head, objects: [...objects, ...added] }, loosened };
}

function tightenObject(
  base: ContractObject,
  head: ContractObject,
  loosened: Loosened[],
): ContractObject {
  const before = new Map(base.checks.map((check) => [check.id, check]));
  const after = new Map(head.checks.map((check) => [check.id, check]));
  const kept = base.checks.flatMap((check) => {
    const other = after.get(check.id);
    if (other !== undefined) return tightenCheck(check, other, loosened);
    loosened.push({ what: nameOf(check), from: check.title, to: "removed", source: check.source });
    // What could never be checked protects nothing, and taking it out is the way to go on.
    return check.rule.kind === "unsupported" ? [] : [check];
  });
  const added = head.checks.filter(({ id }) => !before.has(id));
  // A type that head takes away still says how base's checks read the column.
  const typed = base.columns.filter(({ form }) => form !== undefined);
  const all = [...base.columns, ...head.columns, ...typed];
  const columns = new Map(all.map((item) => [item.column, item]));
  return { ...head, columns: [...columns.values()], checks: [...kept, ...added] };
}

function tightenCheck(base: Check, head: Check, loosened: Loosened[]): Check[] {
  const severity =
    severities.indexOf(head.severity) < severities.indexOf(base.severity)
      ? base.severity
      : head.severity;
  if (severity !== head.severity) {
    const what = `severity of ${nameOf(base)}`;
    loosened.push({ what, from: base.severity, to: head.severity, source: head.source });
  }
  const same = canonical([base.rule, base.threshold, base.unit]);
  if (same === canonical([head.rule, head.threshold, head.unit])) return [{ ...head, severity }];
  const { rule, isLoosened } = tightenRule(base, head);
  if (isLoosened) {
    loosened.push({ what: nameOf(base), from: base.title, to: head.title, source: head.source });
  }
  if (rule === undefined) {
    // The two cannot be merged: both are judged, and the base's keeps its id.
    const also = isLoosened ? [{ ...head, id: `${head.id}@pull-request`, severity }] : [];
    return isLoosened ? [{ ...base, severity }, ...also] : [{ ...head, severity }];
  }
  const title = head.threshold === undefined ? titleOf(rule) : head.title;
  return [{ ...head, rule, title, severity }];
}

function nameOf({ column, title, rule }: Check): string {
  const what = rule.kind === "unsupported" ? rule.keyword : title;
  return column === undefined ? what : `${column}: ${what}`;
}

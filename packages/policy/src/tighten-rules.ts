import type { Loosened } from "@slipway/contracts";
import { ruleKey, type Rule } from "./rule.ts";

/** The rules that judge, and what a pull request would loosen in them. */
export type Tightened = { readonly rules: readonly Rule[]; readonly loosened: readonly Loosened[] };

/** For each property: whether `to` asks for less than `from`. */
const loosens: { readonly [K in keyof Rule]?: (from: Rule[K], to: Rule[K]) => boolean } = {
  severity: (from, to) => severities.indexOf(to) < severities.indexOf(from),
  judge: (from, to) => from === "interval" && to === "point",
  onInconclusive: (from, to) => from === "fail" && to === "warn",
  firstRun: (from, to) => from === "block" && to === "allow",
  minN: (from, to) => to > from,
  confidence: (from, to) => from !== to,
  direction: (from, to) => from !== to,
};
const severities = ["info", "warn", "block"];

/**
 * The base's rules, each as strict as the stricter of base and pull request, and the rules that the pull request
 * adds. What it loosens or removes is judged by the base, and listed.
 */
export function tightenRules(base: readonly Rule[], head: readonly Rule[]): Tightened {
  const { pairs, added } = pairRules(base, head);
  const loosened: Loosened[] = [];
  const kept = base.map((rule) => {
    const proposal = pairs.get(rule);
    if (proposal !== undefined) return stricter(rule, proposal, loosened);
    loosened.push({
      what: ruleKey(rule),
      from: String(rule.limit),
      to: "removed",
      source: rule.source,
    });
    return rule;
  });
  return { rules: [...kept, ...added], loosened };
}

/** How alike two rules about the same thing are, best first: a limit that warns often stands beside one that blocks. */
const likenesses: readonly ((base: Rule, head: Rule) => boolean)[] = [
  (base, head) => base.severity === head.severity && base.limit === head.limit,
  (base, head) => base.severity === head.severity,
  (base, head) => base.limit === head.limit,
  () => true,
];

/** Finds for each of the base's rules the one that takes its place; what is left over is added. */
function pairRules(
  base: readonly Rule[],
  head: readonly Rule[],
): { pairs: ReadonlyMap<Rule, Rule>; added: ReadonlySet<Rule> } {
  const pairs = new Map<Rule, Rule>();
  const added = new Set(head);
  for (const isLike of likenesses) {
    for (const rule of base) {
      if (pairs.has(rule)) continue;
      const found = [...added].find(
        (other) => ruleKey(other) === ruleKey(rule) && isLike(rule, other),
      );
      if (found === undefined) continue;
      pairs.set(rule, found);
      added.delete(found);
    }
  }
  return { pairs, added };
}

function stricter(base: Rule, head: Rule, loosened: Loosened[]): Rule {
  const note = (what: string, from: unknown, to: unknown): void => {
    loosened.push({
      what: `${ruleKey(base)}${what}`,
      from: String(from),
      to: String(to),
      source: head.source,
    });
  };
  const limit = stricterLimit(base, head);
  if (limit !== head.limit) note("", base.limit, head.limit);
  const pick = <K extends keyof Rule>(key: K, title: string): Rule[K] => {
    const looser = loosens[key];
    if (looser === undefined || !looser(base[key], head[key])) return head[key];
    note(` ${title}`, base[key] ?? "unset", head[key] ?? "unset");
    return base[key];
  };
  return {
    ...head,
    limit,
    severity: pick("severity", "severity"),
    judge: pick("judge", "judge"),
    onInconclusive: pick("onInconclusive", "on-inconclusive"),
    firstRun: pick("firstRun", "first-run"),
    minN: pick("minN", "min-n"),
    confidence: pick("confidence", "confidence"),
    direction: pick("direction", "direction"),
    source: limit === head.limit ? head.source : base.source,
  };
}

function stricterLimit(base: Rule, head: Rule): number {
  return base.rule === "min" ? Math.max(base.limit, head.limit) : Math.min(base.limit, head.limit);
}

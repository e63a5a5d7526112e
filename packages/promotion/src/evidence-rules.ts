import {
  verdictOf,
  type Evidence,
  type EvidenceReference,
  type PromotionRule,
} from "@slipway/contracts";
import { exitCodeOf, worstOutcome } from "@slipway/kernel";
import { parseDuration, sayDuration, sayExactly, sayLimit } from "./duration.ts";
import type { PromotionFacts } from "./facts.ts";
import { millisOf } from "./instant.ts";
import { enumerate, quote } from "./quote.ts";

/** Clocks of machines differ by so much without anyone's fault. */
const clockSkew = 5 * 60_000;

type Demand = { readonly kind: EvidenceReference["kind"]; readonly name: string };
type Found = { readonly isMet: boolean; readonly text: string };
type Check = Evidence["checks"][number];

/** The rule `evidence`: everything that the model demands was judged for these bytes and passed. */
export function evidenceRule(facts: PromotionFacts): PromotionRule {
  const found = demandsOf(facts).map((demand) => judge(demand, facts));
  const open = found.filter(({ isMet }) => !isMet);
  const rule = { id: "evidence" as const, title: "evidence of these bytes passes" };
  if (found.length === 0)
    return {
      ...rule,
      state: "unmet",
      detail: `the model ${quote(facts.model.name)} demands no evidence: nothing was checked`,
    };
  const told = (open.length > 0 ? open : found).map(({ text }) => text);
  return { ...rule, state: open.length > 0 ? "unmet" : "met", detail: enumerate(told) };
}

/** The rule `evidence-age`, for an environment that limits it. */
export function evidenceAgeRule(facts: PromotionFacts, limit: string): PromotionRule {
  const most = parseDuration(limit) ?? 0;
  const found = demandsOf(facts).map((demand) => ageOf(demand, facts, most));
  const isMet = found.length > 0 && found.every((one) => one.isMet);
  return {
    id: "evidence-age",
    title: `evidence not older than ${sayLimit(limit)}`,
    state: isMet ? "met" : "unmet",
    detail: found.length === 0 ? "there is none" : enumerate(found.map(({ text }) => text)),
  };
}

/** What the policy of today demands of the model, whatever was demanded when it was registered. */
function demandsOf({ model }: PromotionFacts): Demand[] {
  return [
    ...(model.evaluations ?? []).map((name) => ({ kind: "evaluation" as const, name })),
    ...(model.data ?? []).map((name) => ({ kind: "data-validation" as const, name })),
  ];
}

function judge(demand: Demand, facts: PromotionFacts): Found {
  const label = labelOf(demand);
  const no = (text: string): Found => ({ isMet: false, text: `${label} ${text}` });
  const reference = referenceOf(demand, facts);
  if (reference === undefined) return no("is none of the registered evidence");
  const document = documentOf(reference, facts);
  if (document === undefined) return no("is not on the branch with the registered bytes");
  if (document.kind !== demand.kind || document.name !== demand.name)
    return no("is a document about something else");
  const { sha256 } = facts.candidate.digest;
  if (
    document.kind === "evaluation" &&
    !document.subjects.some(({ digest }) => digest.sha256 === sha256)
  )
    return no("did not judge the bytes of this model");
  const outcome = worstOutcome([
    reference.outcome,
    document.outcome,
    verdictOf(document.checks).outcome,
  ]);
  if (exitCodeOf(outcome) !== 0) return no(`ended as ${outcome}`);
  return judgeUndecided(document, { label, outcome, facts });
}

/** What was let go on although it is undecided does not carry a model into an environment, unless its policy says so. */
function judgeUndecided(
  { checks }: Evidence,
  { label, outcome, facts }: { label: string; outcome: string; facts: PromotionFacts },
): Found {
  const open = checks.filter((check: Check) => isOpen(check));
  const mayPass = facts.environment["allow-inconclusive"] === true;
  const stopping = mayPass ? open.filter(({ reason }) => !isUndecided(reason)) : open;
  if (stopping.length > 0) {
    const titles = enumerate(stopping.map(titleOf), { most: 3 });
    return { isMet: false, text: `${label} is inconclusive: ${titles}` };
  }
  const allowed = open.length === 0 ? "" : `, ${open.length} undecided and allowed`;
  const word = outcome === "pass" ? "passes" : "passes with a warning";
  return { isMet: true, text: `${label} ${word}${allowed}` };
}

/** A gate of severity `warn` or `info` stops nothing when it fails, and no more when it is undecided. */
function isOpen({ outcome, severity, waived }: Check): boolean {
  return outcome === "inconclusive" && severity === "block" && waived === undefined;
}

/** What was not checked at all is never softened. */
function isUndecided(reason: string | undefined): boolean {
  return reason === "undecided" || reason === "too-few";
}

function titleOf(check: Check): string {
  const needed =
    "needed" in check && check.needed !== undefined ? ` (${check.needed} items would decide)` : "";
  return `${quote(check.title)}${needed}`;
}

function ageOf(demand: Demand, facts: PromotionFacts, most: number): Found {
  const label = labelOf(demand);
  const reference = referenceOf(demand, facts);
  if (reference === undefined) return { isMet: false, text: `${label} has none` };
  const age = millisOf(facts.now) - millisOf(reference.finishedAt);
  if (!(age >= -clockSkew))
    return { isMet: false, text: `${label} ends after this clock: one of the two is wrong` };
  const isMet = age <= most;
  return {
    isMet,
    text: `${label} ${isMet ? sayDuration(Math.max(0, age)) : `${sayExactly(age)}: too old`}`,
  };
}

/** The log says which evidence registered the version; a document that it does not name is no evidence. */
function referenceOf({ kind, name }: Demand, facts: PromotionFacts): EvidenceReference | undefined {
  return facts.candidate.evidence.find((one) => one.kind === kind && one.name === name);
}

function documentOf({ digest }: EvidenceReference, facts: PromotionFacts): Evidence | undefined {
  return facts.evidence.find(({ reference }) => reference.digest.sha256 === digest.sha256)
    ?.document;
}

function labelOf({ kind, name }: Demand): string {
  return `${kind === "evaluation" ? "evaluation" : "data"} ${quote(name)}`;
}

import type { BaselineRecord, Evidence, EvaluationEvidence } from "@slipway/contracts";
import { counted, formatCount } from "./format-number.ts";
import { formatAge, formatInstant, shortCommit } from "./format-time.ts";
import { joined, type Phrase } from "./phrase.ts";
import { isSmallGroups } from "./standing.ts";

/** What was compared with what, how it was paired and computed, and which policy judged. */
export function provenance(evidence: Evidence): Phrase {
  const compared =
    evidence.kind === "evaluation" ? comparedParts(evidence) : [[counted(evidence.rows, "row")]];
  return joined([identity(evidence), ...compared, policyPhrase(evidence)], " · ");
}

/** Name, commit and, for an evaluation, the baseline with how it was chosen and its age. */
export function identity(evidence: Evidence): Phrase {
  const commit = evidence.run.headCommit ?? evidence.run.commit;
  const at: Phrase = commit === undefined ? [] : [" at ", { code: shortCommit(commit) }];
  const against = evidence.kind === "evaluation" ? againstPhrase(evidence) : [];
  return [{ code: evidence.name }, ...at, ...against];
}

/** The distinct methods of a document's intervals, at most four. */
export function methodsOf(evidence: EvaluationEvidence): readonly string[] {
  const methods = new Set(
    evidence.checks.flatMap(({ interval }) =>
      interval === undefined || interval.method === "none" ? [] : [interval.method],
    ),
  );
  const all = [...methods];
  return all.length > 4 ? [...all.slice(0, 4), `${formatCount(all.length - 4)} more`] : all;
}

/** What readers must know although no check says it: no baseline, unpaired items, items not kept, whose policy. */
export function notices(evidence: Evidence): readonly Phrase[] {
  const found: Phrase[] = [];
  const { policy } = evidence;
  if (policy.origin === "pull-request")
    found.push(["There is no policy on the base branch: this pull request was judged by its own."]);
  if (policy.note !== undefined) found.push([policy.note]);
  if (evidence.kind === "data-validation") return found;
  const { baseline, items } = evidence;
  const small = new Set(
    evidence.checks.flatMap((check) =>
      isSmallGroups(check) && check.note !== undefined ? [check.note] : [],
    ),
  );
  found.push(...[...small].slice(0, 5).map((note): Phrase => [`${note}.`]));
  if (baseline === null) found.push(["There is no baseline: nothing was compared."]);
  else if (baseline.differing.length > 0)
    found.push([
      "Not comparable with the baseline: ",
      ...joined(
        baseline.differing.slice(0, 5).map((key): Phrase => [{ code: key }]),
        ", ",
      ),
      " differ.",
    ]);
  else if (baseline.pairedBy === null)
    found.push([
      "Items could not be paired: intervals of changes treat both sides as independent, which is wider.",
    ]);
  if (items.notice !== undefined) found.push([items.notice]);
  return found;
}

/** "This pull request would loosen max-drop 0.01 → 0.05; judged by the base." for each thing. */
export function loosenedPhrases(evidences: readonly Evidence[]): readonly Phrase[] {
  const seen = new Map<string, Phrase>();
  for (const { policy } of evidences)
    for (const { what, from, to, source } of policy.loosened) {
      const place: Phrase =
        source === undefined ? [] : [" (", { code: `${source.file}:${String(source.line)}` }, ")"];
      const phrase: Phrase = [
        "This pull request would loosen ",
        { code: what },
        " from ",
        { code: from },
        " to ",
        { code: to },
        ...place,
        "; it was judged by the base.",
      ];
      seen.set(JSON.stringify([what, from, to]), phrase);
    }
  return [...seen.values()];
}

function comparedParts(evidence: EvaluationEvidence): Phrase[] {
  const { baseline, items } = evidence;
  const methods = methodsOf(evidence);
  const how: Phrase[] = methods.length === 0 ? [] : [[methods.join("; ")]];
  if (baseline === null) return [[counted(items.rows, "item")], ...how];
  return [...samePhrase(baseline), pairedPhrase(baseline), ...how];
}

function pairedPhrase(baseline: BaselineRecord): Phrase {
  const { paired, onlyBaseline, onlyCandidate, pairedBy } = baseline;
  if (pairedBy === null) return ["items not paired"];
  const alone =
    onlyBaseline === 0 && onlyCandidate === 0
      ? ", none left over"
      : `, ${formatCount(onlyBaseline)} only in the base, ${formatCount(onlyCandidate)} only here`;
  return [`${counted(paired, "item")} paired by `, { code: pairedBy }, alone];
}

/** The same items on both sides, with the same labels and settings, are the same data; nothing else is. */
function samePhrase({
  pairedBy,
  differing,
  onlyBaseline,
  onlyCandidate,
}: BaselineRecord): Phrase[] {
  const isWhole = pairedBy !== null && onlyBaseline === 0 && onlyCandidate === 0;
  return isWhole && differing.length === 0 ? [["same data"]] : [];
}

function againstPhrase({ name, baseline }: EvaluationEvidence): Phrase {
  if (baseline === null) return [" without a baseline"];
  const commit: Phrase =
    baseline.commit === undefined ? [] : [{ code: shortCommit(baseline.commit) }];
  // Evidence of the same name needs no second mention: its commit tells it apart.
  const isNamed = baseline.name !== name || commit.length === 0;
  const what: Phrase = isNamed
    ? [{ code: baseline.name }, ...(commit.length === 0 ? [] : [" at ", ...commit])]
    : commit;
  const chosen = { file: "a file", branch: "nearest stored ancestor", production: "in production" };
  return [" against ", ...what, ` (${chosen[baseline.source]}${ageText(baseline)})`];
}

function ageText({ distance, ageDays, finishedAt }: BaselineRecord): string {
  const commits = distance === undefined ? [] : [counted(distance, "commit")];
  const days = ageDays === undefined ? [] : [formatAge(ageDays)];
  if (commits.length + days.length > 0) return `, ${[...commits, ...days].join(" and ")} old`;
  return finishedAt === undefined ? "" : `, of ${formatInstant(finishedAt)}`;
}

function policyPhrase({ policy }: Evidence): Phrase {
  const file: Phrase = policy.file === undefined ? [] : [" ", { code: policy.file }];
  const origins = {
    base: "the base branch",
    "pull-request": "this pull request",
    "working-tree": "the working tree",
    "command-line": "the command line",
  };
  const at: Phrase =
    policy.commit === undefined ? [] : [" at ", { code: shortCommit(policy.commit) }];
  const where: Phrase =
    policy.ref === undefined ? [origins[policy.origin]] : [{ code: policy.ref }];
  return ["policy", ...file, " of ", ...where, ...at];
}

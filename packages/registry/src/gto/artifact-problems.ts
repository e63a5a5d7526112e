import type { ArtifactState } from "./artifact-state.ts";
import { gtoDefaultView } from "./gto-default-view.ts";
import type { TagEvent, TagProblem } from "./tag-event.ts";

/** What is odd about the annotated tags of one artifact, both lists in our order; `shown` are those that GTO reads, tags of tags too. */
export function artifactProblems(
  ordered: readonly TagEvent[],
  { state, shown }: { readonly state: ArtifactState; readonly shown: readonly TagEvent[] },
): readonly TagProblem[] {
  return [
    ...sameSecond(ordered),
    ...counterOrder(ordered),
    ...sharedCommits(ordered),
    ...dangling(ordered),
    ...differences(state, shown),
  ];
}

/** Only events that cancel or replace each other: GTO itself registers and assigns within one second. */
function sameSecond(ordered: readonly TagEvent[]): readonly TagProblem[] {
  const newest = new Map<string, TagEvent>();
  return ordered.flatMap((event) => {
    const { tag, gto } = event;
    // No stage is named like a version, whose dots no stage may have.
    const about = gto.stage ?? gto.version ?? "";
    const before = newest.get(about);
    newest.set(about, event);
    if (before?.tag.time !== tag.time) return [];
    const message = `has the same second as ${before.tag.name}: GTO does not know which came last, and ignores the counter`;
    return [{ tag: tag.name, kind: "same-second", message }];
  });
}

function counterOrder(ordered: readonly TagEvent[]): readonly TagProblem[] {
  let highest: TagEvent | undefined;
  return ordered.flatMap((event) => {
    const { counter } = event.gto;
    if (counter === undefined) return [];
    const before = highest;
    if (counter > (before?.gto.counter ?? -1)) highest = event;
    if (before === undefined || counter >= (before.gto.counter ?? 0)) return [];
    const message = `is dated after ${before.tag.name}, whose counter is higher: a clock was wrong, and the dates decide`;
    return [{ tag: event.tag.name, kind: "counter-order", message }];
  });
}

function sharedCommits(ordered: readonly TagEvent[]): readonly TagProblem[] {
  const atCommit = new Map<string, TagEvent>();
  const ofVersion = new Map<string, TagEvent>();
  const problems: TagProblem[] = [];
  for (const event of ordered) {
    const { tag, gto } = event;
    if (gto.event !== "registration") continue;
    const there = atCommit.get(tag.targetId) ?? event;
    const same = ofVersion.get(gto.version ?? "") ?? event;
    atCommit.set(tag.targetId, there);
    ofVersion.set(gto.version ?? "", same);
    if (there.gto.version !== gto.version) {
      const message = `is at the same commit as ${there.tag.name}: once a stage is assigned there, GTO cannot read the repository`;
      problems.push({ tag: tag.name, kind: "two-versions-on-one-commit", message });
    }
    if (same.tag.targetId !== tag.targetId) {
      const message = `registers the version of ${same.tag.name} at another commit`;
      problems.push({ tag: tag.name, kind: "one-version-on-two-commits", message });
    }
  }
  return problems;
}

function dangling(ordered: readonly TagEvent[]): readonly TagProblem[] {
  // Most artifacts have none, and the keys below cost more than all the rest.
  if (!ordered.some(isCancellation)) return [];
  const added = new Set<string>();
  return ordered.flatMap((event) => {
    const { tag, gto } = event;
    const key = `${gto.stage ?? ""}@${gto.version ?? ""} ${tag.targetId}`;
    if (gto.event === "registration" || gto.event === "assignment") added.add(key);
    if (!isCancellation(event) || added.has(key)) return [];
    const message = "cancels nothing: no earlier tag at its commit says what it takes back";
    return [{ tag: tag.name, kind: "dangling", message }];
  });
}

function isCancellation({ gto }: TagEvent): boolean {
  return gto.event === "deregistration" || gto.event === "unassignment";
}

function differences(state: ArtifactState, shown: readonly TagEvent[]): readonly TagProblem[] {
  if (shown.length === 0) return [];
  const view = gtoDefaultView(shown);
  const differs = (tag: string, message: string): TagProblem => {
    return { tag, kind: "differs-from-gto-default-view", message };
  };
  if (view.kind === "unreadable")
    return [differs(view.tag, "makes GTO end with an error: its commit has two versions")];
  const newest = shown.at(-1)?.tag.name ?? "";
  const problems: TagProblem[] = [];
  for (const stage of new Set([...state.stages.keys(), ...view.stages.keys()])) {
    const ours = state.stages.get(stage);
    const theirs = view.stages.get(stage);
    if (ours?.version === theirs) continue;
    const tag = ours?.tag ?? shown.find(({ gto }) => gto.stage === stage)?.tag.name ?? newest;
    const message = `${stage} is ${ours?.version ?? "empty"} here, and ${theirs ?? "empty"} in GTO's default view`;
    problems.push(differs(tag, message));
  }
  if (state.active !== view.active)
    problems.push(differs(newest, `GTO takes the artifact for ${view.active ? "" : "in"}active`));
  return problems;
}

import { artifactProblems } from "./artifact-problems.ts";
import { artifactState, type ArtifactState } from "./artifact-state.ts";
import { parseGtoTag } from "./parse-tag.ts";
import { compareEvents, type TagEvent, type TagLike, type TagProblem } from "./tag-event.ts";

/** An artifact's state, and what the next tag of it needs. */
export type ArtifactView = ArtifactState & {
  /** The highest counter of all its tags, 0 where none has one. */
  readonly counter: number;
  /** Seconds since 1970 of its newest annotated tag. */
  readonly newestTime: number;
};

/** What all tags of a repository say together. */
export type RegistryView = {
  /** Also those none of whose tags count: their names and counters are taken. */
  readonly artifacts: ReadonlyMap<string, ArtifactView>;
  /** In the order of the artifacts' first tags. */
  readonly problems: readonly TagProblem[];
};

/**
 * The registry that the tags make; tags that are not in GTO's grammar do not count. Events are ordered by time, then
 * counter, then name, and whatever GTO reads in another way, or not at all, is reported.
 */
export function registryView(tags: readonly TagLike[]): RegistryView {
  const artifacts = new Map<string, ArtifactView>();
  const judged: JudgedEvents[] = [];
  for (const [artifact, events] of eventsByArtifact(tags)) {
    const usable = events.filter(isUsable).sort(compareEvents);
    const state = artifactState(usable);
    artifacts.set(artifact, { ...state, ...extremes(events) });
    judged.push({ events, usable, state });
  }
  let problems: readonly TagProblem[] | undefined;
  return {
    artifacts,
    // Looked for when somebody asks: most want to know the state alone.
    get problems() {
      return (problems ??= judged.flatMap(problemsOf));
    },
  };
}

type JudgedEvents = {
  readonly events: readonly TagEvent[];
  readonly usable: readonly TagEvent[];
  readonly state: ArtifactState;
};

function problemsOf({ events, usable, state }: JudgedEvents): TagProblem[] {
  const shown = events.filter((event) => isUsable(event) || unusable(event)?.kind === "tag-of-tag");
  shown.sort(compareEvents);
  return [
    ...events.flatMap((event) => unusable(event) ?? []),
    ...artifactProblems(usable, { state, shown }),
  ];
}

function isUsable({ tag, gto }: TagEvent): boolean {
  return gto.event !== "creation" && tag.annotated && tag.target === "commit";
}

function eventsByArtifact(tags: readonly TagLike[]): ReadonlyMap<string, TagEvent[]> {
  const found = new Map<string, TagEvent[]>();
  for (const tag of tags) {
    const gto = parseGtoTag(tag.name);
    if (gto === undefined) continue;
    const events = found.get(gto.artifact);
    if (events === undefined) found.set(gto.artifact, [{ tag, gto }]);
    else events.push({ tag, gto });
  }
  return found;
}

function unusable({ tag, gto }: TagEvent): TagProblem | undefined {
  const { name, annotated, target } = tag;
  if (gto.event === "creation")
    return {
      tag: name,
      kind: "created",
      message: "makes every command of GTO end with KeyError: 'action'; no tool of today writes it",
    };
  if (!annotated)
    return {
      tag: name,
      kind: "lightweight",
      message: "is lightweight and does not count: it has neither time nor author",
    };
  if (target === "tag")
    return {
      tag: name,
      kind: "tag-of-tag",
      message:
        "points at a tag, not at a commit, and does not count: GTO takes it for an unknown version",
    };
  if (target !== "commit")
    return {
      tag: name,
      kind: "not-readable-by-gto",
      message: `points at a ${target}: every command of GTO ends with an error in this repository`,
    };
  return undefined;
}

function extremes(events: readonly TagEvent[]): { counter: number; newestTime: number } {
  let [highest, newestTime] = [0, 0];
  for (const { tag, gto } of events) {
    const { counter = 0 } = gto;
    // One more than an integer beyond 2^53 would be no other number.
    if (counter > highest && counter < Number.MAX_SAFE_INTEGER) highest = counter;
    if (tag.annotated && tag.time > newestTime) newestTime = tag.time;
  }
  return { counter: highest, newestTime };
}

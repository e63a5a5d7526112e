import type { TagEvent } from "./tag-event.ts";

/** A version that a tag registered. */
export type VersionState = {
  readonly version: string;
  readonly commit: string;
  readonly tag: string;
  readonly time: number;
  /** Whether it is registered still; a deregistered one keeps its name. */
  readonly active: boolean;
};

/** What holds a stage. */
export type StageState = {
  readonly stage: string;
  /** The version, or the 40 digits of a commit that no version is registered at. */
  readonly version: string;
  readonly commit: string;
  readonly tag: string;
  readonly time: number;
};

/** An artifact as its events make it. */
export type ArtifactState = {
  /** Also those that were deregistered, whose names stay taken. */
  readonly versions: ReadonlyMap<string, VersionState>;
  readonly stages: ReadonlyMap<string, StageState>;
  /** Whether it has events, the newest of which is no deprecation. */
  readonly active: boolean;
};

/**
 * The state that the events of one artifact make, given in the order of {@link compareEvents}: a stage is held by the
 * version, still registered, whose assignment is the newest that was not cancelled.
 */
export function artifactState(ordered: readonly TagEvent[]): ArtifactState {
  const { versions, atCommit } = registeredVersions(ordered);
  return {
    versions,
    stages: currentStages(ordered, atCommit),
    active: ordered.length > 0 && ordered.at(-1)?.gto.event !== "deprecation",
  };
}

/** Values by two keys; of each first key the value that was put last is the last one. */
type Ranked<T> = Map<string, Map<string, T>>;

function registeredVersions(ordered: readonly TagEvent[]) {
  const byName: Ranked<VersionState> = new Map();
  const byCommit: Ranked<VersionState> = new Map();
  for (const { tag, gto } of ordered) {
    const { version } = gto;
    if (version === undefined) continue;
    const commit = tag.targetId;
    const isRegistered = gto.event === "registration";
    const known = byName.get(version)?.get(commit);
    if (!isRegistered && known === undefined) continue;
    const state =
      isRegistered || known === undefined
        ? { version, commit, tag: tag.name, time: tag.time, active: true }
        : { ...known, active: false };
    putLast(byName, [version, commit], state);
    putLast(byCommit, [commit, version], state);
  }
  return { versions: newestOfEach(byName), atCommit: newestOfEach(byCommit) };
}

function currentStages(
  ordered: readonly TagEvent[],
  atCommit: ReadonlyMap<string, VersionState>,
): ReadonlyMap<string, StageState> {
  const assigned: Ranked<StageState> = new Map();
  for (const { tag, gto } of ordered) {
    const { stage } = gto;
    if (stage === undefined) continue;
    const commit = tag.targetId;
    const version = atCommit.get(commit);
    if (gto.event === "unassignment" || version?.active === false)
      assigned.get(stage)?.delete(commit);
    else
      putLast(assigned, [stage, commit], {
        stage,
        version: version?.version ?? commit,
        commit,
        tag: tag.name,
        time: tag.time,
      });
  }
  const current = [...assigned.values()].map((states) => [...states.values()].at(-1));
  return new Map(
    current.filter((state) => state !== undefined).map((state) => [state.stage, state]),
  );
}

function putLast<T>(ranked: Ranked<T>, [first, second]: readonly [string, string], value: T): void {
  const inner = ranked.get(first);
  if (inner === undefined) ranked.set(first, new Map([[second, value]]));
  else {
    inner.delete(second);
    inner.set(second, value);
  }
}

/** A deregistered version only where there is no other. */
function newestOfEach(ranked: Ranked<VersionState>): ReadonlyMap<string, VersionState> {
  const newest = new Map<string, VersionState>();
  for (const [key, states] of ranked)
    for (const state of states.values())
      if (state.active || newest.get(key)?.active !== true) newest.set(key, state);
  return newest;
}

import { compareEvents, type TagEvent } from "./tag-event.ts";

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
 * The state that the events of one artifact make, in the order of {@link compareEvents}: a stage is held by the
 * version, still registered, whose assignment is the newest that was not cancelled.
 */
export function artifactState(events: readonly TagEvent[]): ArtifactState {
  const ordered = events.toSorted(compareEvents);
  const registered = registeredVersions(ordered);
  return {
    versions: byName(registered),
    stages: currentStages(ordered, registered),
    active: ordered.length > 0 && ordered.at(-1)?.gto.event !== "deprecation",
  };
}

function registeredVersions(ordered: readonly TagEvent[]): readonly VersionState[] {
  const versions = new Map<string, VersionState>();
  for (const { tag, gto } of ordered) {
    const { version } = gto;
    if (version === undefined) continue;
    const key = `${version} ${tag.targetId}`;
    const known = versions.get(key);
    versions.delete(key);
    if (gto.event === "registration")
      versions.set(key, {
        version,
        commit: tag.targetId,
        tag: tag.name,
        time: tag.time,
        active: true,
      });
    else if (known !== undefined) versions.set(key, { ...known, active: false });
  }
  return [...versions.values()];
}

/** Of a name at two commits the one that is registered last, a deregistered one only where there is no other. */
function byName(versions: readonly VersionState[]): ReadonlyMap<string, VersionState> {
  const named = new Map<string, VersionState>();
  for (const each of versions)
    if (each.active || named.get(each.version)?.active !== true) named.set(each.version, each);
  return named;
}

function currentStages(
  ordered: readonly TagEvent[],
  registered: readonly VersionState[],
): ReadonlyMap<string, StageState> {
  const atCommit = new Map<string, VersionState>();
  for (const each of registered)
    if (each.active || atCommit.get(each.commit)?.active !== true) atCommit.set(each.commit, each);
  const assigned = new Map<string, StageState>();
  for (const { tag, gto } of ordered) {
    const { stage } = gto;
    if (stage === undefined) continue;
    const key = `${stage} ${tag.targetId}`;
    const version = atCommit.get(tag.targetId);
    // A deletion first, so that an assignment made again is the newest of the map.
    assigned.delete(key);
    if (gto.event === "assignment" && version?.active !== false)
      assigned.set(key, {
        stage,
        version: version?.version ?? tag.targetId,
        commit: tag.targetId,
        tag: tag.name,
        time: tag.time,
      });
  }
  return new Map([...assigned.values()].map((each) => [each.stage, each]));
}

import { compareNames, type TagEvent } from "./tag-event.ts";

/** What `gto show` of GTO 1.10 says of an artifact, or that it ends with an error. */
export type GtoDefaultView =
  | { readonly kind: "unreadable"; readonly tag: string }
  | {
      readonly kind: "shown";
      readonly stages: ReadonlyMap<string, string>;
      readonly active: boolean;
    };

/** Seconds of the newest addition and of the newest cancellation; of equal ones the cancellation counts. */
type Times = { added: number; cancelled: number };
type Holder = {
  readonly version: string;
  readonly direct: Times;
  readonly stages: Map<string, Times>;
};

const never = Number.NEGATIVE_INFINITY;

/** GTO's own reading of one artifact's annotated tags, its ties and its oddities included (gto/base.py). */
export function gtoDefaultView(events: readonly TagEvent[]): GtoDefaultView {
  const ordered = events.toSorted((left, right) =>
    left.tag.time === right.tag.time ? compareNames(left, right) : left.tag.time - right.tag.time,
  );
  const holders = new Map<string, Holder[]>();
  const all: Holder[] = [];
  for (const { tag, gto } of ordered) {
    if (gto.version === undefined) continue;
    const found = holders.get(tag.targetId) ?? [];
    holders.set(tag.targetId, found);
    let holder = found.find(({ version }) => version === gto.version);
    if (holder === undefined) {
      holder = newHolder(gto.version);
      found.push(holder);
      all.push(holder);
    }
    note(holder.direct, gto.event === "registration", tag.time);
  }
  for (const { tag, gto } of ordered) {
    if (gto.stage === undefined) continue;
    const found = holders.get(tag.targetId) ?? [];
    if (found.length > 1) return { kind: "unreadable", tag: tag.name };
    // GTO never finds a version that is not registered again: each event makes another one.
    const holder = found[0] ?? unregistered(tag, all);
    const times = holder.stages.get(gto.stage) ?? { added: never, cancelled: never };
    holder.stages.set(gto.stage, times);
    note(times, gto.event === "assignment", tag.time);
  }
  return { kind: "shown", stages: shownStages(all), active: isActive(ordered) };
}

function newHolder(version: string): Holder {
  return { version, direct: { added: never, cancelled: never }, stages: new Map() };
}

function unregistered(tag: TagEvent["tag"], all: Holder[]): Holder {
  const holder = newHolder(tag.targetId);
  holder.direct.added = tag.time;
  all.push(holder);
  return holder;
}

function note(times: Times, isAddition: boolean, time: number): void {
  if (isAddition) times.added = Math.max(times.added, time);
  else times.cancelled = Math.max(times.cancelled, time);
}

/** Twice sorted and reversed, as GTO does, so that of equal times the version that came first wins. */
function shownStages(all: readonly Holder[]): ReadonlyMap<string, string> {
  const assignments = all
    .filter(({ direct }) => direct.added > direct.cancelled)
    .sort((left, right) => left.direct.added - right.direct.added)
    .reverse()
    .flatMap(({ version, stages }) =>
      [...stages]
        .filter(([, times]) => times.added > times.cancelled)
        .map(([stage, times]) => ({ stage, version, time: times.added })),
    )
    .sort((left, right) => left.time - right.time);
  return new Map(assignments.map(({ stage, version }) => [stage, version]));
}

function isActive(ordered: readonly TagEvent[]): boolean {
  let [deprecated, other] = [never, never];
  for (const { tag, gto } of ordered) {
    if (gto.event === "deprecation") deprecated = Math.max(deprecated, tag.time);
    else other = Math.max(other, tag.time);
  }
  return other >= deprecated;
}

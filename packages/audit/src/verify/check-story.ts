import type { LogEntry, PromotedEntry, RefusedEntry, RegisteredEntry } from "@slipway/contracts";
import type { Problem } from "./findings.ts";

/** What the entries so far have led to. */
type State = {
  readonly registered: Map<string, RegisteredEntry>;
  readonly running: Map<string, PromotedEntry>;
};

/** Follows the entries from the first one: what each says about those before it must be so. */
export function checkStory(entries: readonly LogEntry[]): readonly Problem[] {
  const state: State = { registered: new Map(), running: new Map() };
  return entries.flatMap((entry) => {
    const details =
      entry.type === "registered" ? addVersion(state, entry) : judgeDecision(state, entry);
    if (entry.type === "promoted") state.running.set(`${entry.environment}/${entry.model}`, entry);
    return details.map((detail) => ({
      entry: entry.index,
      detail: `entry ${entry.index} ${detail}`,
    }));
  });
}

function addVersion({ registered }: State, entry: RegisteredEntry): string[] {
  const name = `${entry.model}@${entry.version}`;
  const before = registered.get(name);
  if (before !== undefined) return [`registers ${name}, which entry ${before.index} registered`];
  registered.set(name, entry);
  return [];
}

function judgeDecision(state: State, entry: PromotedEntry | RefusedEntry): string[] {
  const name = `${entry.model}@${entry.version}`;
  const details: string[] = [];
  const source = state.registered.get(name);
  if (source?.index !== entry.registered)
    details.push(
      `names entry ${entry.registered} as the one that registered ${name}, but it was ${nameOf(source)}`,
    );
  else if (!isSameModel(source, entry))
    details.push(`is about other bytes of ${name} than entry ${source.index} registered`);
  const running = state.running.get(`${entry.environment}/${entry.model}`);
  if (!isFrom(entry, running))
    details.push(
      `says that ${textOf(entry.from)} ran in ${entry.environment}, but it was ${textOf(running && referenceTo(running))}`,
    );
  const open = entry.rules.filter(({ state }) => state === "unmet" || state === "waiting");
  if (entry.type === "promoted" && open.length > 0)
    details.push(`promotes although ${open.map(({ id }) => id).join(", ")} was not met`);
  return details;
}

function isSameModel(source: RegisteredEntry, entry: PromotedEntry | RefusedEntry): boolean {
  return source.digest.sha256 === entry.digest.sha256 && source.commit === entry.commit;
}

type Reference = PromotedEntry["from"];

function isFrom(
  { from }: PromotedEntry | RefusedEntry,
  running: PromotedEntry | undefined,
): boolean {
  if (from === null || running === undefined) return from === null && running === undefined;
  return (
    from.entry === running.index &&
    from.version === running.version &&
    from.digest.sha256 === running.digest.sha256
  );
}

function referenceTo({ version, digest, index }: PromotedEntry): NonNullable<Reference> {
  return { version, digest, entry: index };
}

function textOf(reference: Reference | undefined): string {
  if (reference === null || reference === undefined) return "nothing";
  return `${reference.version} (${reference.digest.sha256.slice(0, 12)}) of entry ${reference.entry}`;
}

function nameOf(source: RegisteredEntry | undefined): string {
  return source === undefined ? "none" : `entry ${source.index}`;
}

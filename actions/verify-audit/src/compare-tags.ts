import type { LogEntry, VerificationCheck } from "@slipway/contracts";
import type { TagRecord } from "@slipway/ports";
import { parseGtoTag, publishedEntry, registryView, type TagProblem } from "@slipway/registry";
import { judgeUnnamed, type Named } from "./judge-unnamed.ts";

type Published = Named & { readonly entry: number; readonly digest: string };

const mostNamed = 20;
const unreadable: ReadonlySet<TagProblem["kind"]> = new Set(["created", "not-readable-by-gto"]);

/**
 * Compares GTO's tags with the log. A tag that names an entry which is not there, or is about something else, is a
 * `fail`: the log was cut off or replaced, or the tag is forged. So is a stage tag without an entry: a move that
 * nobody recorded, if the log knew the model by then. A version tag without one, an entry without its tag, and one that
 * keeps GTO from reading the repository is a `warn`: promotions go by the log alone. Else tags of models that the log
 * never named are other people's.
 */
export function compareTags(
  tags: readonly TagRecord[],
  entries: readonly LogEntry[],
): readonly VerificationCheck[] {
  const named = tags.flatMap((tag): Named[] => {
    const gto = parseGtoTag(tag.name);
    return gto === undefined ? [] : [{ tag, gto }];
  });
  const published = named.flatMap((each): Published[] => {
    const found = each.tag.annotated ? publishedEntry(each.tag.message) : undefined;
    return found === undefined ? [] : [{ ...each, ...found }];
  });
  const names = new Set(published.map(({ tag }) => tag.name));
  const silent = named.filter(({ tag }) => !names.has(tag.name));
  const problems = Map.groupBy(registryView(tags).problems, ({ tag }) => tag);
  const wrong = [
    ...published.flatMap((each) => mistakeOf(each, entries)),
    ...repeated(published),
    ...unnamed(silent, entries, problems),
    ...blocking(silent, entries, problems),
    ...untagged(published, silent, entries),
  ];
  if (published.length === 0 && wrong.length === 0) return [];
  const title = "every tag of the registry is what the log says";
  if (wrong.length > 0) return wrong;
  return [{ id: "tags", title, outcome: "pass", detail: `${published.length} compared` }];
}

/** The entry that a tag names is there, and says what the tag says. */
function mistakeOf(found: Published, entries: readonly LogEntry[]): VerificationCheck[] {
  const { tag, entry: index, digest } = found;
  const entry = entries[index];
  if (entry === undefined)
    return [
      failed(
        tag,
        `it names entry ${index}, but the log has ${entries.length}: its end was cut off`,
      ),
    ];
  if (`sha256:${entry.digest.sha256}` === digest && isAbout(found, entry)) return [];
  const what = `entry ${index} is: ${entry.model} ${entry.version} ${wordsOf(entry)}, sha256:${entry.digest.sha256.slice(0, 12)}`;
  return [
    {
      ...failed(tag, `${what}. The log was replaced, or the tag is not Slipway's`),
      entry: index,
    },
  ];
}

function isAbout({ gto, tag }: Named, entry: LogEntry): boolean {
  if (gto.artifact !== entry.model || tag.target !== "commit" || tag.targetId !== entry.commit)
    return false;
  if (entry.type === "registered")
    return gto.event === "registration" && gto.version === entry.version;
  return entry.type === "promoted" && gto.event === "assignment" && gto.stage === entry.environment;
}

function wordsOf(entry: LogEntry): string {
  switch (entry.type) {
    case "registered":
      return "registered";
    case "promoted":
      return `promoted to ${entry.environment}`;
    case "refused":
      return `refused for ${entry.environment}`;
  }
}

/** A second tag for one entry moves a stage that the log did not move. */
function repeated(published: readonly Published[]): VerificationCheck[] {
  const first = new Map<number, Published>();
  const inOrder = published.toSorted((a, b) => (a.gto.counter ?? 0) - (b.gto.counter ?? 0));
  return inOrder.flatMap((each) => {
    const known = first.get(each.entry);
    first.set(each.entry, known ?? each);
    if (known === undefined) return [];
    const detail = `it repeats entry ${each.entry}, which ${known.tag.name} published: the log knows of no such move`;
    return [{ ...failed(each.tag, detail), entry: each.entry }];
  });
}

/** Tags that name no entry, of models that the log knows. */
function unnamed(
  silent: readonly Named[],
  entries: readonly LogEntry[],
  problems: ReadonlyMap<string, readonly TagProblem[]>,
): VerificationCheck[] {
  const ofModels = Map.groupBy(entries, ({ model }) => model);
  return silent.flatMap((each) => {
    const ofModel = ofModels.get(each.gto.artifact);
    if (ofModel === undefined) return [];
    const verdict = judgeUnnamed(each, ofModel, problems.get(each.tag.name) ?? []);
    return verdict === undefined ? [] : [{ ...failed(each.tag, verdict.detail), ...verdict }];
  });
}

/** Of other people's tags only those count that keep GTO from reading the repository. */
function blocking(
  silent: readonly Named[],
  entries: readonly LogEntry[],
  problems: ReadonlyMap<string, readonly TagProblem[]>,
): VerificationCheck[] {
  const models = new Set(entries.map(({ model }) => model));
  if (models.size === 0) return [];
  return silent
    .filter(({ gto }) => !models.has(gto.artifact))
    .flatMap(({ tag }) => {
      const found = problems.get(tag.name)?.find(({ kind }) => unreadable.has(kind));
      if (found === undefined) return [];
      const title = `GTO can read the repository beside the tag ${tag.name.slice(0, 300)}`;
      return [{ ...failed(tag, `it ${found.message}`), title, outcome: "warn" as const }];
    });
}

/** Entries that should have been published; a crash leaves one, and so does whoever deletes tags. */
function untagged(
  published: readonly Published[],
  silent: readonly Named[],
  entries: readonly LogEntry[],
): VerificationCheck[] {
  const known = new Set(published.map(({ entry }) => entry));
  const names = new Set(silent.map(({ tag }) => tag.name));
  const lacking = entries.filter(
    ({ type, index, model, version }) =>
      type !== "refused" &&
      !known.has(index) &&
      !(type === "registered" && names.has(`${model}@${version}`)),
  );
  if (lacking.length === 0) return [];
  const shown = lacking
    .slice(0, mostNamed)
    .map((entry) => `${entry.index} (${entry.model} ${entry.version} ${wordsOf(entry)})`);
  const more = lacking.length > mostNamed ? ` and ${lacking.length - mostNamed} more` : "";
  return [
    {
      id: "tags/missing",
      title: "every registration and promotion of the log has its tag",
      outcome: "warn",
      detail: `no tag names ${lacking.length === 1 ? "entry" : "entries"} ${shown.join(", ")}${more}: deleted, or a run that stopped before it; the log holds without them`,
    },
  ];
}

function failed({ name }: TagRecord, detail: string): VerificationCheck {
  return {
    id: `tag/${name.slice(0, 90)}`,
    title: `the tag ${name.slice(0, 300)} is what the log says`,
    outcome: "fail",
    detail,
  };
}

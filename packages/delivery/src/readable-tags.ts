import { UserError } from "@slipway/kernel";
import type { TagRecord } from "@slipway/ports";
import { parseGtoTag, registryView, type TagProblem } from "@slipway/registry";

const unreadable: ReadonlySet<TagProblem["kind"]> = new Set([
  "not-readable-by-gto",
  "tag-of-tag",
  "created",
]);

const mostTold = 20;

/** What keeps GTO from reading the registry's tags, in sentences to tell. */
export function unreadableTags(tags: readonly TagRecord[]): readonly string[] {
  const problems = unreadableOf(tags);
  const left = problems.length - mostTold;
  return [
    ...problems.slice(0, mostTold).map(({ tag, message }) => `the tag ${tag}: ${message}`),
    ...(left > 0 ? [`${left} more tags are like these`] : []),
  ];
}

/**
 * The same, where a version is to be registered.
 * @throws UserError SW4009 where a tag of `model` makes the registry unreadable: a new version would be lost in it
 */
export function demandReadable(tags: readonly TagRecord[], model: string): readonly string[] {
  const own = unreadableOf(tags).find(({ tag }) => parseGtoTag(tag)?.artifact === model);
  if (own !== undefined) throw notReadable(own);
  return unreadableTags(tags);
}

function unreadableOf(tags: readonly TagRecord[]): readonly TagProblem[] {
  return registryView(tags).problems.filter(({ kind }) => unreadable.has(kind));
}

function notReadable({ tag, message }: TagProblem): UserError {
  return new UserError({
    code: "SW4009",
    message: `the tag ${tag} keeps the registry's tags from being read: ${message}`,
    remedy: `Look who made it: git fetch --tags && git show ${JSON.stringify(tag)}\nOnce nobody needs it: git push origin --delete ${JSON.stringify(`refs/tags/${tag}`)}`,
  });
}

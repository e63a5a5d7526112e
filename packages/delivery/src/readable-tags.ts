import { UserError } from "@slipway/kernel";
import type { TagRecord } from "@slipway/ports";
import { parseGtoTag, registryView, type TagProblem } from "@slipway/registry";

const unreadable: ReadonlySet<TagProblem["kind"]> = new Set([
  "not-readable-by-gto",
  "tag-of-tag",
  "created",
]);

/**
 * What is odd about the tags, in sentences to tell.
 * @throws UserError SW4009 where a tag of `model` makes the registry unreadable: a new version would be lost in it
 */
export function demandReadable(tags: readonly TagRecord[], model: string): readonly string[] {
  const problems = registryView(tags).problems.filter(({ kind }) => unreadable.has(kind));
  const own = problems.find(({ tag }) => parseGtoTag(tag)?.artifact === model);
  if (own !== undefined) throw notReadable(own);
  return problems.map(({ tag, message }) => `the tag ${tag}: ${message}`);
}

function notReadable({ tag, message }: TagProblem): UserError {
  return new UserError({
    code: "SW4009",
    message: `the tag ${tag} keeps the registry's tags from being read: ${message}`,
    remedy: `Look who made it: git fetch --tags && git show ${JSON.stringify(tag)}\nOnce nobody needs it: git push origin --delete ${JSON.stringify(`refs/tags/${tag}`)}`,
  });
}

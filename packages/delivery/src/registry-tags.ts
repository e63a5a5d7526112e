import { UserError } from "@slipway/kernel";
import type { RegistryTags, TagRecord } from "@slipway/ports";
import {
  nextTagTime,
  publishedEntry,
  registryView,
  stageTagName,
  tagMessage,
  versionTagName,
} from "@slipway/registry";

/** What a tag publishes: a version that was registered, or that an environment points at. */
export type Publication = {
  readonly model: string;
  readonly version: string;
  readonly commit: string;
  readonly digest: string;
  readonly entry: number;
  /** Now, as the clock says. */
  readonly now: string;
};

/** The tag's name, and what was odd about it. */
export type Published = { readonly name: string; readonly notices: readonly string[] };

const attempts = 10;

/**
 * Looks, before anything moves, whether the version's tag can be what it has to be.
 * @throws UserError SW4009 where a tag of that name says something else
 */
export function demandFreeTag(
  known: readonly TagRecord[],
  wanted: Omit<Publication, "entry" | "now">,
): void {
  const name = versionTagName(wanted.model, wanted.version);
  const found = known.find((tag) => tag.name === name);
  if (found !== undefined) demandSame(found, wanted);
}

/**
 * Makes sure that the version's tag is there: `MODEL@vX.Y.Z`, annotated, at the registered commit.
 * @throws UserError SW4009 where a tag of that name says something else, SW3205 where the remote refuses
 */
export async function publishVersion(tags: RegistryTags, wanted: Publication): Promise<Published> {
  const { model, version, commit, digest, entry, now } = wanted;
  const name = versionTagName(model, version);
  const known = await tags.list();
  const found = known.find((tag) => tag.name === name);
  if (found !== undefined) return { name, notices: demandSame(found, wanted) };
  const { time, notices } = timeOf(known, { model, now });
  const message = tagMessage(`Register ${model} ${version}`, { entry, digest: `sha256:${digest}` });
  const made = await tags.create({ name, commit, message, time });
  if (made === "created") return { name, notices };
  const other = (await tags.list()).find((tag) => tag.name === name);
  if (other !== undefined) demandSame(other, wanted);
  return { name, notices };
}

/**
 * Makes sure that GTO shows what the log says: a new `MODEL#ENVIRONMENT#N` at the version's commit, unless the
 * newest assignment names it already. Nothing is ever deleted.
 * @throws UserError SW3205, SW3203 where other writers took ten numbers in a row
 */
export async function publishStage(
  tags: RegistryTags,
  wanted: Publication & { readonly environment: string },
): Promise<Published> {
  const { model, version, commit, digest, entry, environment } = wanted;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const known = await tags.list();
    const view = registryView(known).artifacts.get(model);
    const current = view?.stages.get(environment);
    if (current !== undefined && current.version === version && isOf(known, current.tag, entry))
      return { name: current.tag, notices: [] };
    const name = stageTagName(model, environment, (view?.counter ?? 0) + 1);
    const { time, notices } = timeOf(known, { model, now: wanted.now });
    const message = tagMessage(`Assign ${environment} to ${model} ${version}`, {
      entry,
      digest: `sha256:${digest}`,
    });
    if ((await tags.create({ name, commit, message, time })) === "created")
      return { name, notices };
  }
  throw new UserError({
    code: "SW3203",
    message: `other writers took the number of the stage tag of ${model} ${attempts} times`,
    remedy: "Run the job again: what the log says stands, and the tag is completed then.",
  });
}

function isOf(known: readonly TagRecord[], name: string, entry: number): boolean {
  const tag = known.find((each) => each.name === name);
  return tag !== undefined && publishedEntry(tag.message)?.entry === entry;
}

function timeOf(known: readonly TagRecord[], wanted: { model: string; now: string }) {
  const now = Math.floor(Date.parse(wanted.now) / 1000);
  const { time, behind } = nextTagTime(registryView(known), wanted.model, now);
  const notice = `this clock is behind the newest tag of ${wanted.model}: the new tag is dated ${new Date(time * 1000).toISOString()}, so that GTO reads them in order`;
  return { time, notices: behind ? [notice] : [] };
}

/** A tag of that name that another tool or person made is never taken over in silence. */
function demandSame(
  found: TagRecord,
  wanted: Omit<Publication, "entry" | "now">,
): readonly string[] {
  const { model, version, commit, digest } = wanted;
  const published = publishedEntry(found.message);
  if (!found.annotated || found.target !== "commit" || found.targetId !== commit)
    throw inTheWay(found, wanted);
  if (published === undefined)
    return [
      `the tag ${found.name} was there before ${model} ${version} was registered; it is kept`,
    ];
  if (published.digest !== `sha256:${digest}`) throw inTheWay(found, wanted);
  return [];
}

function inTheWay(
  { name, annotated, target, targetId }: TagRecord,
  wanted: Omit<Publication, "entry" | "now">,
): UserError {
  const what = annotated ? `points at the ${target} ${targetId.slice(0, 12)}` : "is lightweight";
  return new UserError({
    code: "SW4009",
    message: `the tag ${name} ${what}; ${wanted.model} ${wanted.version} is registered at commit ${wanted.commit.slice(0, 12)}`,
    remedy: `Look who made it: git fetch --tags && git show ${JSON.stringify(name)}\nSlipway never moves or deletes a tag. Once it is gone (git push origin --delete ${JSON.stringify(name)}), run this again: it writes the tag that is missing.`,
  });
}

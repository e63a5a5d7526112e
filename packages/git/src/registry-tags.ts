import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "@slipway/kernel";
import type { NewTag, RegistryTags, TagRecord } from "@slipway/ports";
import { isRefName } from "./ref-name.ts";
import { isForbidden, permissionLines, tryPush } from "./push-ref.ts";
import { GitFailure, runGit, tryGit, withoutSecrets } from "./run-git.ts";
import {
  openScratch,
  unreachable,
  type RemoteOptions,
  type ScratchRepository,
} from "./scratch-repository.ts";
import { identity } from "./write-commit.ts";

const fields = [
  "refname:lstrip=2",
  "objecttype",
  "objectname",
  "type",
  "object",
  "taggerdate:raw",
  "contents",
];

const targets = ["commit", "tag", "tree", "blob"] as const;

/** The tags of `origin`, through the git binary. Nothing of it deletes or moves a tag. */
export function gitRegistryTags(options: RemoteOptions): RegistryTags {
  const fetched = new Set<string>();
  let opened: Promise<ScratchRepository> | undefined;
  const scratch = () => (opened ??= openScratch(options));
  return {
    list: async () => listTags(await scratch(), fetched),
    create: async (tag) => createTag(await scratch(), tag),
  };
}

/**
 * Ten thousand refs that git itself writes one by one take seconds: so the names come from the remote's list into one
 * file, and only objects are fetched.
 */
async function listTags(
  scratch: ScratchRepository,
  fetched: Set<string>,
): Promise<readonly TagRecord[]> {
  const listed = await remoteRefs(scratch, "refs/tags/*");
  const wanted = [...new Set(listed.values())].filter((id) => !fetched.has(id));
  if (wanted.length > 0) {
    const words = await scratch.fetch({ wanted, filter: "tree:0", options: ["--depth=1"] });
    if (words !== undefined) throw unreachable("the tags of origin", words);
  }
  for (const id of wanted) fetched.add(id);
  const lines = [...listed].map(([ref, id]) => `${id} ${ref}\n`);
  await writeFile(join(scratch.place.folder, "packed-refs"), lines.join(""));
  return readTags(scratch);
}

async function readTags({ place }: ScratchRepository): Promise<readonly TagRecord[]> {
  const format = fields.map((field) => `%(${field})%00`).join("");
  const args = ["for-each-ref", `--format=${format}`, "refs/tags/"];
  const { code, stdout, stderr } = await tryGit(place, args);
  if (code !== 0) throw new GitFailure(args, stderr);
  const values = stdout.toString("utf8").split("\0");
  const tags: TagRecord[] = [];
  for (let start = 0; start + fields.length < values.length; start += fields.length) {
    const [name = "", kind = "", id = "", ...rest] = values.slice(start, start + fields.length);
    const [type = "", object = "", date = "", message = ""] = rest;
    const annotated = kind === "tag";
    const target = targets.find((known) => known === (annotated ? type : kind));
    if (target === undefined) continue;
    tags.push({
      name: name.trimStart(),
      annotated,
      target,
      targetId: annotated ? object : id,
      time: Number.parseInt(date, 10) || 0,
      message: annotated ? message : "",
    });
  }
  return tags;
}

async function createTag(scratch: ScratchRepository, tag: NewTag): Promise<"created" | "taken"> {
  demandTagName(tag.name);
  const words = await scratch.fetch({
    wanted: [tag.commit],
    filter: "tree:0",
    options: ["--depth=1"],
  });
  if (words !== undefined) throw unreachable(`the commit ${tag.commit.slice(0, 12)}`, words);
  const id = await writeTag(scratch, tag);
  const ref = `refs/tags/${tag.name}`;
  const failed = await tryPush(scratch, {
    ref,
    from: undefined,
    to: id,
    negotiates: true,
  });
  if (failed === undefined) return "created";
  const found = (await remoteRefs(scratch, ref)).get(ref);
  if (found === undefined) throw refused(tag.name, failed);
  // A connection may break after the remote took the tag.
  return found === id ? "created" : "taken";
}

function writeTag(
  { place }: ScratchRepository,
  { name, commit, message, time }: NewTag,
): Promise<string> {
  const text = `object ${commit}\ntype commit\ntag ${name}\ntagger ${identity} ${time} +0000\n\n${message.replace(/\n*$/, "\n")}`;
  return runGit(place, ["hash-object", "-t", "tag", "-w", "--stdin"], text);
}

/** Refs of `origin` as it has them now, and the ids that they hold. */
async function remoteRefs(
  { place }: ScratchRepository,
  pattern: string,
): Promise<ReadonlyMap<string, string>> {
  const args = ["ls-remote", "--refs", "origin", pattern];
  const { code, stdout, stderr } = await tryGit(place, args);
  if (code !== 0) throw unreachable("the tags of origin", withoutSecrets(stderr));
  const lines = stdout
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "");
  return new Map(
    lines.map((line): [string, string] => {
      const [id = "", ref = ""] = line.split("\t");
      return [ref, id];
    }),
  );
}

function demandTagName(name: string): void {
  if (isRefName(name)) return;
  throw new UserError({
    code: "SW4006",
    message: `${JSON.stringify(name.slice(0, 200))} cannot be the name of a tag in git`,
    remedy: "Use letters, digits, `-`, `_` and `/` in names of models and environments.",
  });
}

function refused(name: string, words: string): UserError {
  return new UserError({
    code: "SW3205",
    message: `origin refuses the tag ${JSON.stringify(name)}: ${words.slice(0, 400)}`,
    remedy: isForbidden(words)
      ? permissionLines
      : "Let rules and hooks of the repository allow new tags of the registry.",
  });
}

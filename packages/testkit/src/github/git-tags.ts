import { spawn } from "node:child_process";

import { isolatedGitEnv, tryGit } from "../git/run-git.ts";
import { type GitPerson } from "./git-store.ts";

/** An annotated tag as git stores it. */
export type GitTag = {
  readonly sha: string;
  readonly tag: string;
  readonly message: string;
  readonly tagger: GitPerson;
  readonly object: { readonly sha: string; readonly type: string };
};

/** A tag object to make; `seconds` since 1970. */
export type GitTagInit = {
  readonly tag: string;
  readonly message: string;
  readonly object: string;
  readonly type: string;
  readonly tagger: { readonly name: string; readonly email: string; readonly seconds: number };
};

/** The tag object of that id, or `null` where it is no tag. */
export async function readTag(directory: string, sha: string): Promise<GitTag | null> {
  if (!/^[0-9a-f]{40}$/.test(sha)) return null;
  const answer = await tryGit({ directory, args: ["cat-file", "tag", sha] });
  if (answer.exitCode !== 0) return null;
  const text = answer.stdout.toString();
  const end = text.indexOf("\n\n");
  const field = (name: string): string => {
    return new RegExp(`^${name} (.*)$`, "m").exec(text.slice(0, end))?.[1] ?? "";
  };
  const tagger = /^(.*) <(.*)> (\d+) /.exec(field("tagger"));
  return {
    sha,
    tag: field("tag"),
    message: text.slice(end + 2).trimEnd(),
    tagger: {
      name: tagger?.[1] ?? "",
      email: tagger?.[2] ?? "",
      date: new Date(Number(tagger?.[3] ?? 0) * 1000).toISOString().replace(".000Z", "Z"),
    },
    object: { sha: field("object"), type: field("type") },
  };
}

/** Makes a tag object, which no ref names yet; `null` where git refuses it. */
export async function makeTag(directory: string, init: GitTagInit): Promise<string | null> {
  const { name, email, seconds } = init.tagger;
  const text = [
    `object ${init.object}`,
    `type ${init.type}`,
    `tag ${init.tag}`,
    `tagger ${name} <${email}> ${seconds} +0000`,
    "",
    `${init.message.trimEnd()}\n`,
  ].join("\n");
  return gitWithInput(directory, ["mktag"], { input: text });
}

/** Runs git with `input` on its standard input; `null` where it ends with another exit code than 0. */
export async function gitWithInput(
  directory: string,
  args: readonly string[],
  { input, env }: { input: string | Uint8Array; env?: Readonly<Record<string, string>> },
): Promise<string | null> {
  const child = spawn("git", ["-C", directory, ...args], {
    env: { ...isolatedGitEnv, ...env },
    stdio: ["pipe", "pipe", "ignore"],
  });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stdin.end(input);
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  return exitCode === 0 ? Buffer.concat(chunks).toString().trim() : null;
}

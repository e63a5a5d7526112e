import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runGit } from "@slipway/testkit";
import { z } from "zod";
import { demoFolder, type DemoResult } from "../../read-demo.ts";
import { requireCommand, runCommand } from "../../run-command.ts";
import { addCounts, claim, type Counts } from "../../suite.ts";
import { ensureLogChecker } from "../../tools.ts";
import { turnBit } from "./turn-bit.ts";

const proven = z.object({
  type: z.string(),
  version: z.string(),
  digest: z.object({ sha256: z.string() }),
});

/**
 * Go's sumdb/note and tlog accept the checkpoint of every commit of the demo's log, each entry in it, that each
 * checkpoint continues all earlier ones, and the proof beside every model.
 */
export async function askGo(demo: DemoResult, folder: string): Promise<Counts> {
  const checker = await ensureLogChecker();
  const logs = join(folder, "logs");
  const sizes = await layOutLogs(demo, logs);
  await layOutProofs(demo, logs);
  const { exitCode, output } = await runCommand(checker, [logs], { isQuiet: true });
  const isComplete = exitCode === 0 && isEverythingFound(output, { sizes, demo });
  const parts = [claim("Go accepts the log and its proofs", isComplete, output.trim())];
  for (const { version, digest, proof } of demo.models) {
    const entry = await readProven(proof);
    const isModel = entry === `registered ${version} ${digest}`;
    parts.push(claim(`the proof of ${version} is of its bytes`, isModel, entry));
  }
  const newest = Math.max(...sizes);
  const proof = join("proofs", `${demo.models[0]?.version ?? ""}.tlog-proof`);
  const changes = [
    { what: "the key", file: "vkey", at: /\+([A-Za-z0-9+/]+)$/ },
    { what: "a checkpoint", file: join(`${newest}`, "checkpoint"), at: /^.*\n\d+\n(.+)\n/ },
    { what: "an old entry", file: join(`${newest}`, "entries", "000", "000001.json"), at: /(.+)/ },
    { what: "a tile", file: join(`${newest}`, "tile", "0", `000.p`, `${newest}`), at: /([^]+)/ },
    { what: "a proof", file: join(await sizeOf(demo, 0), proof), at: /\nextra (.+)\n/ },
  ];
  for (const [index, { what, file, at }] of changes.entries()) {
    const copy = join(folder, `changed-${index}`);
    await cp(logs, copy, { recursive: true });
    await turnBit(join(copy, file), at);
    const changed = await runCommand(checker, [copy], { isQuiet: true });
    const said = changed.output.trim().split("\n").at(-1)?.replace(copy, "") ?? "";
    parts.push(claim(`not with a byte of ${what} changed`, changed.exitCode === 1, said));
  }
  return addCounts(parts);
}

/** The branch as it stood at every size, each in a folder of that name. */
async function layOutLogs({ remote, log }: DemoResult, logs: string): Promise<readonly number[]> {
  const git = (...args: readonly string[]) => runGit({ directory: join(demoFolder, remote), args });
  const signed = new Map<number, string>();
  await mkdir(logs, { recursive: true });
  await writeFile(join(logs, "vkey"), log.publicKey);
  const commits = await git("rev-list", "--reverse", log.branch);
  for (const commit of commits.split("\n").filter((line) => line !== "")) {
    const listed = await git("ls-tree", "--name-only", commit, "checkpoint");
    if (listed === "" && signed.size === 0) continue;
    const checkpoint = await git("show", `${commit}:checkpoint`);
    const size = Number(checkpoint.split("\n")[1]);
    if (signed.has(size) && signed.get(size) !== checkpoint)
      throw new Error(`there are two signed checkpoints of size ${size}`);
    if (size < Math.max(0, ...signed.keys())) throw new Error(`the log shrinks to ${size} entries`);
    signed.set(size, checkpoint);
    const home = join(logs, String(size));
    await mkdir(home, { recursive: true });
    await git("archive", "--format=tar", "-o", `${home}.tar`, commit);
    await requireCommand("tar", ["-xf", `${home}.tar`, "-C", home]);
  }
  return [...signed.keys()];
}

/** Each model's proof beside the log of the size that it speaks of. */
async function layOutProofs(demo: DemoResult, logs: string): Promise<void> {
  for (const [index, { version, proof }] of demo.models.entries()) {
    const folder = join(logs, await sizeOf(demo, index), "proofs");
    await mkdir(folder, { recursive: true });
    await cp(join(demoFolder, proof), join(folder, `${version}.tlog-proof`));
  }
}

/** The entry that a proof carries. */
async function readProven(proof: string): Promise<string> {
  const text = await readFile(join(demoFolder, proof), "utf8");
  const entry: unknown = JSON.parse(atob(/^extra (.+)$/m.exec(text)?.[1] ?? ""));
  const { type, version, digest } = proven.parse(entry);
  return `${type} ${version} sha256:${digest.sha256}`;
}

async function sizeOf({ models }: DemoResult, index: number): Promise<string> {
  const text = await readFile(join(demoFolder, models[index]?.proof ?? ""), "utf8");
  return /\n\n.*\n(\d+)\n/.exec(text)?.[1] ?? "";
}

/** Nothing counts as accepted that was not looked at: all sizes, all entries in all of them, all pairs, all proofs. */
function isEverythingFound(
  output: string,
  { sizes, demo }: { readonly sizes: readonly number[]; readonly demo: DemoResult },
): boolean {
  const found = z.record(z.string(), z.int()).parse(JSON.parse(output));
  const isRefused = Object.entries(found)
    .filter(([name]) => name.startsWith("Refused"))
    .every(([, count]) => count > 0);
  return (
    isRefused &&
    found["Checkpoints"] === sizes.length &&
    found["Records"] === sizes.reduce((sum, size) => sum + size, 0) &&
    found["Trees"] === (sizes.length * (sizes.length + 1)) / 2 &&
    found["Proofs"] === demo.models.length
  );
}

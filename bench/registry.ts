// node scripts/dev.mjs node bench/registry.ts: the registry of 10,000 annotated tags against git, and matching its
// lines with the grammar, alone.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseGtoTag, registryView } from "@slipway/registry";
import { createGitFixture } from "@slipway/testkit";
import { plantTags, type PlantedTag } from "../test/slow/plant-tags.ts";
import { pythonTool } from "../test/slow/python/python-tool.ts";

const runs = 15;
const fields = ["refname:lstrip=2", "objecttype", "type", "object", "taggerdate:raw", "contents"];
const format = fields.map((field) => `%(${field})%00`).join("");
const targets = ["commit", "tag", "tree", "blob"] as const;

/** Ten artifacts, each version registered once and assigned three times. */
function tagsOf(count: number, commits: readonly string[]): readonly PlantedTag[] {
  return Array.from({ length: count }, (_, at) => {
    const [artifact, step] = [at % 10, Math.floor(at / 10)];
    const version = Math.floor(step / 4);
    const stage = ["staging", "production", "staging"][(step % 4) - 1];
    const name =
      stage === undefined
        ? `model-${artifact}@v1.${version}.0`
        : `model-${artifact}#${stage}#${step}`;
    return { name, commit: commits[version % commits.length] ?? "", time: 1_900_000_000 + at };
  });
}

function forEachRef(folder: string): string {
  const args = ["for-each-ref", `--format=${format}`, "refs/tags/"];
  return spawnSync("git", args, { cwd: folder, maxBuffer: 1 << 28 }).stdout.toString();
}

function parse(text: string) {
  const values = text.split("\0");
  const tags = [];
  for (let start = 0; start + fields.length < values.length; start += fields.length) {
    const [name = "", kind = "", type = "", targetId = "", date = "", message = ""] = values.slice(
      start,
      start + fields.length,
    );
    const target = targets.find((known) => known === type) ?? "commit";
    const time = Number.parseInt(date, 10) || 0;
    tags.push({
      name: name.trimStart(),
      annotated: kind === "tag",
      target,
      targetId,
      time,
      message,
    });
  }
  return tags;
}

function time(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return (
    values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN
  );
}

async function withTags<T>(count: number, use: (folder: string) => T | Promise<T>): Promise<T> {
  const parent = mkdtempSync(join(tmpdir(), "bench-registry-"));
  const git = await createGitFixture({ parent });
  const commits: string[] = [];
  for (let at = 0; at < 300; at += 1) commits.push(await git.commit({ message: String(at) }));
  plantTags(git.work, tagsOf(count, commits));
  await git.git("pack-refs", "--all");
  try {
    return await use(git.work);
  } finally {
    rmSync(parent, { recursive: true });
  }
}

await withTags(10_000, (folder) => {
  const [bare, ours]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run += 1) {
    bare.push(time(() => parse(forEachRef(folder)).map(({ name }) => parseGtoTag(name))));
    ours.push(time(() => registryView(parse(forEachRef(folder)))));
  }
  const view = registryView(parse(forEachRef(folder)));
  const state = median(ours) - median(bare);
  console.log(`10,000 tags, ${view.artifacts.size} artifacts, ${view.problems.length} problems`);
  console.log(
    `git and parsing ${median(bare).toFixed(0)} ms (least ${Math.min(...bare).toFixed(0)}), with the registry's state ${median(ours).toFixed(0)} ms (least ${Math.min(...ours).toFixed(0)}): ${state.toFixed(0)} ms more`,
  );
  console.log(`ratio ${(median(ours) / median(bare)).toFixed(2)} (goal 1.2)`);
});

const gto = await pythonTool("gto");
await withTags(1500, async (folder) => {
  const ours = median(
    Array.from({ length: runs }, () => time(() => registryView(parse(forEachRef(folder))))),
  );
  const start = performance.now();
  const { exitCode } = await gto(["show", "--json"], folder);
  const theirs = performance.now() - start;
  console.log(
    `1,500 tags: ${ours.toFixed(0)} ms, GTO ${(theirs / 1000).toFixed(1)} s (exit ${exitCode})`,
  );
});

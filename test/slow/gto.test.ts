import { existsSync, readFileSync } from "node:fs";
import { gitRegistryTags } from "@slipway/git";
import {
  nextTagTime,
  registryView,
  stageTagName,
  tagMessage,
  versionTagName,
  type RegistryView,
} from "@slipway/registry";
import { createGitFixture, type GitFixture } from "@slipway/testkit";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { plantTags, type PlantedTag } from "./plant-tags.ts";
import { installTimeoutMs, pythonTool, type PythonTool } from "./python/python-tool.ts";

let gto: PythonTool;
let git: GitFixture;
let commits: readonly string[];

beforeAll(async () => {
  gto = await pythonTool("gto");
}, installTimeoutMs);

beforeEach(async () => {
  git = await createGitFixture();
  await git.git("config", "user.name", "Mona");
  await git.git("config", "user.email", "mona@example.com");
  const made: string[] = [];
  for (const name of ["one", "two", "three"])
    made.push(await git.commit({ message: name, files: { [name]: name } }));
  await git.push();
  commits = made;
});

afterEach(() => git.remove());

const shownSchema = z.record(
  z.string(),
  z.object({
    version: z.string().nullable(),
    stage: z.record(z.string(), z.string().nullable()),
    registered: z.boolean(),
    active: z.boolean(),
  }),
);
const eventSchema = z.looseObject({
  artifact: z.string(),
  event: z.string(),
  version: z.string().nullable(),
  stage: z.string().nullable(),
  commit: z.string(),
  ref: z.string(),
});

async function json<S extends z.ZodType>(schema: S, args: readonly string[]): Promise<z.output<S>> {
  const { exitCode, stdout, stderr } = await gto(args, git.work);
  if (exitCode !== 0) throw new Error(`gto ${args.join(" ")}: ${stderr}${stdout}`);
  return schema.parse(JSON.parse(stdout));
}

const show = () => json(shownSchema, ["show", "--json", "--deprecated"]);

/** The tags of origin as we read them, after those of the work tree went there. */
async function readView(): Promise<RegistryView> {
  await git.git("push", "-q", "origin", "--tags");
  return registryView(await gitRegistryTags({ folder: git.work }).list());
}

/** What we say of an artifact, in the words of `gto show --json`; GTO lists every stage of the repository. */
function said(view: RegistryView, artifact: string, stages: readonly string[]) {
  const found = view.artifacts.get(artifact);
  return {
    stage: Object.fromEntries(
      stages.map((stage) => [stage, found?.stages.get(stage)?.version ?? null]),
    ),
    active: found?.active ?? false,
  };
}

test("GTO reads what we write: a version, a stage, a rollback", async () => {
  const tags = gitRegistryTags({ folder: git.work });
  const now = 1_800_000_000;
  const publish = async (name: (counter: number) => string, commit = "") => {
    const view = registryView(await tags.list());
    const { time } = nextTagTime(view, "m", now);
    const counter = (view.artifacts.get("m")?.counter ?? 0) + 1;
    const message = tagMessage(`Entry ${time - now}`, {
      entry: time - now,
      digest: `sha256:${"0".repeat(64)}`,
    });
    expect(await tags.create({ name: name(counter), commit, message, time })).toBe("created");
  };
  await publish(() => versionTagName("m", "v1.0.0"), commits[0]);
  await publish((counter) => stageTagName("m", "production", counter), commits[0]);
  await publish(() => versionTagName("m", "v1.1.0"), commits[1]);
  await publish((counter) => stageTagName("m", "production", counter), commits[1]);
  await publish((counter) => stageTagName("m", "production", counter), commits[0]);
  await git.git("fetch", "-q", "--tags", "origin");

  expect(await show()).toEqual({
    m: { version: "v1.1.0", stage: { production: "v1.0.0" }, registered: true, active: true },
  });
  const history = await json(z.array(eventSchema), ["history", "--json"]);
  expect(
    history.map(({ event, version, stage, commit, ref }) => [event, version, stage, commit, ref]),
  ).toEqual([
    ["assignment", "v1.0.0", "production", commits[0], "m#production#3"],
    ["assignment", "v1.1.0", "production", commits[1], "m#production#2"],
    ["registration", "v1.1.0", null, commits[1], "m@v1.1.0"],
    ["assignment", "v1.0.0", "production", commits[0], "m#production#1"],
    ["registration", "v1.0.0", null, commits[0], "m@v1.0.0"],
  ]);
  const event = await json(z.array(eventSchema.partial()), [
    "check-ref",
    "m#production#3",
    "--json",
  ]).catch(() => json(eventSchema.partial(), ["check-ref", "m#production#3", "--json"]));
  expect(event).toMatchObject({
    event: "assignment",
    artifact: "m",
    version: "v1.0.0",
    stage: "production",
    commit_hexsha: commits[0],
  });
  expect((await readView()).problems).toEqual([]);
});

test("our view is GTO's own, and where it is not, we say so", async () => {
  const stages = ["prod", "qa"];
  const planted = randomTags(200);
  plantTags(git.work, planted);

  const [shown, view] = [await show(), await readView()];

  const differing = new Set(
    view.problems
      .filter(({ kind }) => kind === "differs-from-gto-default-view")
      .map(({ tag }) => tag.replace(/[#@].*/, "")),
  );
  const unlike = [...view.artifacts.keys()].filter((artifact) => {
    const { stage, active } = shown[artifact] ?? { stage: {}, active: false };
    return (
      JSON.stringify({ stage: sorted(stage), active }) !==
      JSON.stringify(said(view, artifact, stages))
    );
  });
  expect(unlike.toSorted()).toEqual([...differing].toSorted());
  expect(Object.keys(shown)).toHaveLength(200);
  // Both kinds must be there, or nothing was compared.
  expect(differing.size).toBeGreaterThan(10);
  expect(differing.size).toBeLessThan(150);
});

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Artifacts, after their commits, with up to ten events each within a few seconds, so that many are of one second; never two versions on a commit. */
function randomTags(artifacts: number): readonly PlantedTag[] {
  let state = 20_260_101;
  const below = (limit: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
  const tags = new Map<string, PlantedTag>();
  for (let artifact = 0; artifact < artifacts; artifact += 1) {
    const events = 1 + below(10);
    for (let counter = 1; counter <= events; counter += 1) {
      const at = below(3);
      const cancel = below(3) === 0 ? "!" : "";
      const what = [
        `@v${at + 1}.0.0${cancel}`,
        `#prod${cancel}`,
        `#qa${cancel}`,
        `#prod${cancel}`,
        below(3) === 0 ? "@deprecated" : `@v${at + 1}.0.0`,
      ][below(5)];
      // Counters that run against the dates are part of it.
      const name = `m${artifact}${what ?? ""}#${below(4) === 0 ? 50 - counter : counter}`;
      tags.set(name, { name, commit: commits[at] ?? "", time: 1_900_000_000 + below(12) });
    }
  }
  return [...tags.values()];
}

test.each([
  { what: "one tag @created", tags: ["m@created one"], kind: "created" },
  { what: "a tag on a tree", tags: ["m@v1.0.0 one^{tree}"], kind: "not-readable-by-gto" },
  { what: "a tag on a blob", tags: ["m@v1.0.0 one:one"], kind: "not-readable-by-gto" },
  {
    what: "two versions on the commit of an assignment",
    tags: ["m@v1.0.0 one", "m@v2.0.0 one", "m#prod#1 one"],
    kind: "two-versions-on-one-commit",
  },
])("GTO cannot read a repository with $what, and we say so", async ({ tags, kind }) => {
  for (const text of tags) {
    const [name = "", target = ""] = text.split(" ");
    await git.git("tag", "-a", "-m", "x", name, target.replace("one", commits[0] ?? ""));
  }

  const { exitCode } = await gto(["show", "--json"], git.work);

  expect(exitCode).not.toBe(0);
  expect((await readView()).problems.map((problem) => problem.kind)).toContain(kind);
});

test("a tag of a tag is an unknown version to GTO, and nothing to us", async () => {
  await git.git("tag", "-a", "-m", "x", "m@v1.0.0", commits[0] ?? "");
  await git.git("tag", "-a", "-m", "x", "m#prod#1", "m@v1.0.0");
  const id = await git.git("rev-parse", "refs/tags/m@v1.0.0");

  const view = await readView();

  expect((await show())["m"]?.stage).toEqual({ prod: id });
  expect(said(view, "m", ["prod"])).toEqual({ stage: { prod: null }, active: true });
  expect(view.problems.map(({ kind }) => kind)).toEqual([
    "tag-of-tag",
    "differs-from-gto-default-view",
  ]);
});

const sequences = "../shared/conformance/gto/sequences.json";
const areThere = existsSync(sequences);
if (!areThere) console.warn(`SKIPPED: ${sequences} is not there, no sequence was played with GTO`);
const sequenceSchema = z.object({
  id: z.string(),
  steps: z.array(
    z.object({
      do: z.string(),
      name: z.string().default(""),
      stage: z.string().default(""),
      version: z.string().optional(),
      tag: z.string().default(""),
    }),
  ),
  expectedTags: z.array(z.string()).optional(),
  expectedLatest: z.string().optional(),
});
type Step = z.output<typeof sequenceSchema>["steps"][number];

async function play(step: Step): Promise<void> {
  if (step.do === "commit") await git.commit();
  else if (step.do === "lightweight-tag") await git.git("tag", step.tag);
  else {
    const more = step.do === "assign" ? ["--stage", step.stage] : [];
    const version = step.version === undefined ? [] : ["--version", step.version];
    const { exitCode, stderr } = await gto(
      [step.do, step.name, "HEAD", ...more, ...version],
      git.work,
    );
    expect({ exitCode, stderr: exitCode === 0 ? "" : stderr }).toEqual({ exitCode: 0, stderr: "" });
  }
}

describe.runIf(areThere)("what GTO itself writes, we read as GTO does", () => {
  const cases = areThere
    ? z.array(sequenceSchema).parse(JSON.parse(readFileSync(sequences, "utf8")))
    : [];

  test.each(cases)("$id", async ({ steps, expectedTags, expectedLatest }) => {
    for (const step of steps) await play(step);

    const [shown, view] = [await show(), await readView()];

    const names = (await git.git("tag")).split("\n");
    if (expectedTags) expect(names.toSorted()).toEqual(expectedTags.toSorted());
    for (const [artifact, { stage, active, version }] of Object.entries(shown)) {
      expect(said(view, artifact, Object.keys(stage))).toEqual({ stage, active });
      expect([...(view.artifacts.get(artifact)?.versions.keys() ?? [])]).toContain(version);
      if (expectedLatest) expect(version).toBe(expectedLatest);
    }
    const known = [...view.artifacts].filter(([, { active }]) => active).map(([name]) => name);
    expect(known).toEqual(Object.keys(shown));
    expect(view.problems.map(({ kind }) => kind).filter((kind) => kind !== "lightweight")).toEqual(
      [],
    );
  });
});

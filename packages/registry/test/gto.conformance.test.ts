import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "@slipway/kernel";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
  isGtoArtifact,
  isGtoName,
  nextVersion,
  parseGtoTag,
  parseVersion,
  registryView,
  stageTagName,
  versionTagName,
  type GtoTag,
  type TagLike,
} from "../src/index.ts";

const folder = "../shared/conformance/gto";
const isThere = existsSync(folder);
if (!isThere) console.warn(`SKIPPED: ${folder} is not there, no case of GTO was run`);

/** Cases that do not behave as the suite says, each with the reason. */
const skipped: Readonly<Record<string, string>> = {
  "make-tag-ca4b3381":
    "no deregistration is ever written; and `v1` is refused, which makes a tag that GTO cannot read",
  "make-tag-46de0de9": "no deregistration is ever written; and `v1` is refused",
  "make-tag-e750134e": "an assignment is always written with its counter, GTO's own default",
  "make-tag-e7424432": "no unassignment is ever written: the log moves a stage, nothing empties it",
  "path-overlap-137f0021": "paths of artifacts.yaml: slipway.yaml names one folder a model",
  "path-overlap-75944bdb": "paths of artifacts.yaml: slipway.yaml names one folder a model",
};

const caseSchema = z.object({
  id: z.string(),
  kind: z.string(),
  input: z.unknown(),
  expected: z.unknown(),
});

type Case = z.output<typeof caseSchema>;

function readCases<S extends z.ZodType>(file: string, schema: S): z.output<S>[] {
  if (!isThere) return [];
  return z.array(schema).parse(JSON.parse(readFileSync(join(folder, file), "utf8")));
}

const actions: Readonly<Record<GtoTag["event"], string>> = {
  registration: "register",
  deregistration: "deregister",
  assignment: "assign",
  unassignment: "unassign",
  deprecation: "deprecate",
  creation: "create",
};

/** What we say to a case, in the suite's own form; `undefined` where nothing of ours answers it. */
function answer({ kind, input }: Case): unknown {
  const text = typeof input === "string" ? input : "";
  if (kind === "parse-tag") {
    const tag = parseGtoTag(text);
    if (tag === undefined) return undefined;
    const { artifact, event, ...rest } = tag;
    return { name: artifact, action: actions[event], ...rest };
  }
  if (kind === "tag-valid") return parseGtoTag(text) !== undefined;
  if (kind === "artifact-name") return isGtoName(text);
  if (kind === "full-name") return isGtoArtifact(text);
  if (kind === "full-name-in-tag") return parseGtoTag(`${text}@v1.0.0`) !== undefined;
  if (kind === "version-valid") return text.startsWith("v") && isVersion(text);
  if (kind === "version-bump") {
    const [version, bump] = z.tuple([z.string(), z.enum(["major", "minor", "patch"])]).parse(input);
    return nextVersion([version], bump);
  }
  return kind === "make-tag" ? makeTag(input) : undefined;
}

function isVersion(text: string): boolean {
  try {
    return parseVersion(text).text !== "";
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

function makeTag(input: unknown): string | undefined {
  const wanted = z.object({ action: z.string(), name: z.string(), stage: z.string().optional() });
  const { action, name, stage } = wanted.parse(input);
  return action === "assign" && stage !== undefined ? stageTagName(name, stage, 1) : undefined;
}

const cases = readCases("cases.json", caseSchema);
const stepSchema = z.object({
  do: z.enum(["register", "assign", "commit", "lightweight-tag"]),
  name: z.string().default(""),
  stage: z.string().default(""),
  version: z.string().optional(),
  tag: z.string().default(""),
});
const sequenceSchema = z.object({
  id: z.string(),
  start: z.string(),
  steps: z.array(stepSchema),
  expectedTags: z.array(z.string()).optional(),
  expectedEvents: z.array(z.unknown()).optional(),
  expectedLatest: z.string().optional(),
});

/** Runs the steps with our writer, each a minute after the last; a stage needs a version, as in GTO. */
function play(steps: readonly z.output<typeof stepSchema>[]): readonly TagLike[] {
  const tags: TagLike[] = [];
  let commit = 1;
  const add = (name: string, annotated = true) => {
    const time = 60 * (tags.length + 1);
    tags.push({ name, annotated, target: "commit", targetId: `c${commit}`, time, message: "" });
  };
  const view = (name: string) => registryView(tags).artifacts.get(name);
  const register = (name: string, version: string | undefined) => {
    const known = [...(view(name)?.versions.keys() ?? [])];
    // Our own first version is v1.0.0; GTO's is given, so that the rest of the sequence is the same.
    const first = known.length === 0 ? "v0.0.1" : nextVersion(known, "patch");
    add(versionTagName(name, version ?? first));
  };
  for (const step of steps) {
    if (step.do === "commit") commit += 1;
    if (step.do === "lightweight-tag") add(step.tag, false);
    if (step.do === "register") register(step.name, step.version);
    if (step.do !== "assign") continue;
    const versions = [...(view(step.name)?.versions.values() ?? [])];
    if (!versions.some((each) => each.commit === `c${commit}`)) register(step.name, undefined);
    add(stageTagName(step.name, step.stage, (view(step.name)?.counter ?? 0) + 1));
  }
  return tags;
}

describe.runIf(isThere)("tags, names, versions of GTO", () => {
  test("every case of the list is there", () => {
    expect(Object.keys(skipped).filter((id) => !cases.some((each) => each.id === id))).toEqual([]);
    expect(cases).toHaveLength(52);
  });

  test.each(cases)("$id, $kind", (each) => {
    // A case on the list that would pass has no place there.
    if (skipped[each.id] === undefined) expect(answer(each)).toEqual(each.expected);
    else expect(answer(each)).not.toEqual(each.expected);
  });

  test.each(readCases("sequences.json", sequenceSchema))("$id", (sequence) => {
    const tags = play(sequence.steps);
    const view = registryView(tags);

    if (sequence.expectedTags) expect(tags.map(({ name }) => name)).toEqual(sequence.expectedTags);
    if (sequence.expectedEvents) {
      const versions = [...view.artifacts.values()].flatMap((each) => [...each.versions]);
      expect(versions).toEqual(sequence.expectedEvents);
    }
    if (sequence.expectedLatest) {
      const versions = [...(view.artifacts.get("new-artifact")?.versions.keys() ?? [])];
      expect(versions.at(-1)).toBe(sequence.expectedLatest);
    }
  });
});

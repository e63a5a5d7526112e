import type { TagRecord } from "@slipway/ports";
import { expect, test } from "vitest";
import { compareTags } from "../src/compare-tags.ts";
import { anEntry, aTag } from "./an-entry.ts";

const registered = anEntry(0);
const promoted = anEntry(1, { environment: "production" });
const log = [registered, promoted];
const tags = log.map((entry) => aTag(entry));
const byHand = { message: "by hand" };

const outcomes = (found: readonly TagRecord[], entries = log) =>
  compareTags(found, entries).map(({ id, outcome }) => [id, outcome]);

test("tags that publish what the log says are one check that counts them", () => {
  expect(compareTags(tags, log)).toEqual([
    {
      id: "tags",
      title: "every tag of the registry is what the log says",
      outcome: "pass",
      detail: "2 compared",
    },
  ]);
});

test("a repository without tags and without entries says nothing about tags", () => {
  expect(compareTags([], [])).toEqual([]);
});

test("a tag that names an entry which is not there says that the log was cut off", () => {
  expect(compareTags(tags, [registered])).toEqual([
    expect.objectContaining({
      id: "tag/late#production#1",
      outcome: "fail",
      detail: "it names entry 1, but the log has 1: its end was cut off",
    }),
  ]);
});

const forgeries: readonly (readonly [string, TagRecord])[] = [
  ["another commit", aTag(promoted, { targetId: "f".repeat(40) })],
  ["a tag of a tag", aTag(promoted, { target: "tag" })],
  ["another environment", aTag(promoted, { name: "late#staging#1" })],
  ["another model", aTag(promoted, { name: "early#production#1" })],
  ["a cancelled assignment", aTag(promoted, { name: "late#production!#1" })],
  ["a version for a promotion", aTag(promoted, { name: "late@v1.0.0" })],
  ["other bytes", { ...aTag(anEntry(1, { version: "v2.0.0", environment: "production" })) }],
];

test.each(forgeries)("a tag that says something else than its entry fails: %s", (_, tag) => {
  const [first = ["", ""], ...more] = outcomes([aTag(registered), tag]).filter(
    ([, outcome]) => outcome === "fail",
  );

  expect(first).toEqual([`tag/${tag.name}`, "fail"]);
  expect(more).toEqual([]);
});

test("a second tag for an entry is a move that the log knows nothing of", () => {
  const again = aTag(promoted, { name: "late#production#9" });

  expect(outcomes([again, ...tags])).toEqual([["tag/late#production#9", "fail"]]);
});

test("a stage tag without an entry fails, a version tag without one is a warning", () => {
  const stage = aTag(promoted, { name: "late#production#7", ...byHand });
  const version = aTag(registered, { name: "late@v3.0.0", ...byHand });
  const light = aTag(promoted, { name: "late#staging#8", annotated: false, time: 0, message: "" });

  expect(outcomes([...tags, stage, version, light])).toEqual([
    ["tag/late#production#7", "fail"],
    ["tag/late@v3.0.0", "warn"],
    ["tag/late#staging#8", "fail"],
  ]);
});

test("a tag from before the log is a warning, and one of the registered commit is none", () => {
  const before = Date.parse(registered.time) / 1000 - 60;
  const stage = aTag(promoted, { name: "late#production#7", time: before, ...byHand });
  const kept = aTag(registered, { time: before, ...byHand });

  expect(outcomes([...tags.slice(1), stage, kept])).toEqual([["tag/late#production#7", "warn"]]);
});

test("tags of models that the log never named, and other tags, are other people's", () => {
  const others = ["other#production#1", "other@v1.0.0", "v1.0.0", "release"].map((name) =>
    aTag(promoted, { name, ...byHand }),
  );

  expect(outcomes([...tags, ...others])).toEqual([["tags", "pass"]]);
});

test("an entry whose tag is missing is a warning that names it", () => {
  expect(compareTags(tags.slice(0, 1), log)).toEqual([
    {
      id: "tags/missing",
      title: "every registration and promotion of the log has its tag",
      outcome: "warn",
      detail:
        "no tag names entry 1 (late v1.0.0 promoted to production): deleted, or a run that stopped before it; the log holds without them",
    },
  ]);
});

const light = { annotated: false, time: 0, message: "" };
const elsewhere = { targetId: "e".repeat(40) };
const replaced: readonly (readonly [string, Partial<TagRecord>, string, string])[] = [
  ["lightweight", light, "warn", "it is lightweight now: GTO drops it; entry 0 registered v1.0.0"],
  ["lightweight, elsewhere", { ...light, ...elsewhere }, "fail", "it was moved or replaced"],
  ["another commit", { ...byHand, ...elsewhere }, "fail", "it points at the commit eeeeeeeeeeee"],
  ["a tree", { ...byHand, ...elsewhere, target: "tree" }, "fail", "every command of GTO ends"],
];

test.each(replaced)("a version tag that was replaced is named: %s", (...args) => {
  const [, change, outcome, words] = args;
  const found = compareTags([aTag(registered, change), ...tags.slice(1)], log);

  expect(found[0]).toMatchObject({ id: "tag/late@v1.0.0", outcome });
  expect(found[0]?.detail).toContain(words);
});

const effects: readonly (readonly [string, Partial<TagRecord>, string])[] = [
  ["late@v3.0.0", {}, "registers late v3.0.0 in GTO past Slipway"],
  ["late@v3.0.0", { targetId: registered.commit }, "is at the same commit as late@v1.0.0"],
  ["late@v1.0.0!", { targetId: registered.commit }, "takes late v1.0.0 out of GTO's registry"],
  ["late@v1.0.0!", {}, "cancels nothing"],
  ["late@deprecated", {}, "marks late as deprecated in GTO"],
  ["late@created", {}, "makes every command of GTO end with KeyError"],
  ["late@v3.0.0", { target: "tree" }, "points at a tree: every command of GTO ends with an error"],
  ["late@v3.0.0", { target: "tag" }, "points at a tag, not at a commit"],
  ["other@v3.0.0", { target: "tree" }, "points at a tree: every command of GTO ends with an error"],
  ["other@created", {}, "makes every command of GTO end with KeyError"],
];

test.each(effects)("%s warns by what it does, not of a move: %j", (name, change, words) => {
  const time = Date.parse(promoted.time) / 1000 + 60;
  const tag = aTag(promoted, { name, time, ...byHand, ...elsewhere, ...change });

  const found = compareTags([...tags, tag], log);

  expect(found).toEqual([expect.objectContaining({ id: `tag/${name}`, outcome: "warn" })]);
  expect(found[0]?.detail).toContain(`it ${words}`);
  expect(found[0]?.detail).not.toContain("approval");
});

test("ten thousand tags beside a log of as many entries take no second", () => {
  const entries = Array.from({ length: 10_000 }, (_, index) =>
    anEntry(index, index === 0 ? {} : { environment: "production" }),
  );
  const many = entries.flatMap((entry) => [
    aTag(entry),
    aTag(entry, { name: `other#x#${entry.index + 1}` }),
  ]);

  const start = performance.now();
  compareTags(many, entries);

  expect(performance.now() - start).toBeLessThan(1000);
});

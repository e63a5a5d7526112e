import { expect, test } from "vitest";
import { registryView } from "../src/index.ts";
import { aTag, inOrder, oddities, stagesOf } from "./tags.ts";

const registered = ["m@v1.0.0 c1", "m@v2.0.0 c2"];

test("a version, its stages, the counter and the newest time are read from the tags", () => {
  const view = registryView(
    inOrder("m@v1.0.0 c1", "m#staging#1 c1", "m#prod#2 c1", "release-7 c1"),
  );

  expect(view).toEqual({
    artifacts: new Map([
      [
        "m",
        {
          versions: new Map([
            [
              "v1.0.0",
              { version: "v1.0.0", commit: "c1", tag: "m@v1.0.0", time: 1000, active: true },
            ],
          ]),
          stages: new Map([
            [
              "staging",
              { stage: "staging", version: "v1.0.0", commit: "c1", tag: "m#staging#1", time: 1060 },
            ],
            [
              "prod",
              { stage: "prod", version: "v1.0.0", commit: "c1", tag: "m#prod#2", time: 1120 },
            ],
          ]),
          active: true,
          counter: 2,
          newestTime: 1120,
        },
      ],
    ]),
    problems: [],
  });
});

test.each([
  {
    what: "the newer assignment holds the stage (G1)",
    tags: inOrder(...registered, "m#prod#1 c1", "m#prod#2 c2"),
    prod: "v2.0.0",
    odd: [],
  },
  {
    what: "an unassignment brings the version before back (G2)",
    tags: inOrder(...registered, "m#prod#1 c1", "m#prod#2 c2", "m#prod!#3 c2"),
    prod: "v1.0.0",
    odd: [],
  },
  {
    what: "a deregistration brings the version before back (G3)",
    tags: inOrder(...registered, "m#prod#1 c1", "m#prod#2 c2", "m@v2.0.0! c2"),
    prod: "v1.0.0",
    odd: [],
  },
  {
    what: "of two assignments in one second the higher counter wins, and GTO reads it otherwise (G4)",
    tags: [
      ...inOrder(...registered),
      aTag("m#prod#1", { targetId: "c1", time: 2000 }),
      aTag("m#prod#2", { targetId: "c2", time: 2000 }),
    ],
    prod: "v2.0.0",
    odd: ["m#prod#2: same-second", "m#prod#2: differs-from-gto-default-view"],
  },
  {
    what: "an unassignment in the second of its assignment counts, as in GTO (G5)",
    tags: [
      ...inOrder(...registered),
      aTag("m#prod#1", { targetId: "c1", time: 2000 }),
      aTag("m#prod!#2", { targetId: "c1", time: 2000 }),
    ],
    prod: undefined,
    odd: ["m#prod!#2: same-second"],
  },
  {
    what: "an assignment with the higher counter in the second of an unassignment counts, but not in GTO (G5)",
    tags: [
      ...inOrder(...registered, "m#prod#1 c1"),
      aTag("m#prod!#2", { targetId: "c1", time: 2000 }),
      aTag("m#prod#3", { targetId: "c1", time: 2000 }),
    ],
    prod: "v1.0.0",
    odd: ["m#prod#3: same-second", "m#prod#3: differs-from-gto-default-view"],
  },
  {
    what: "a rollback is a new assignment of the older version (G6)",
    tags: inOrder(...registered, "m#prod#1 c1", "m#prod#2 c2", "m#prod#3 c1"),
    prod: "v1.0.0",
    odd: [],
  },
  {
    what: "two versions on one commit are read, which GTO cannot (G7)",
    tags: inOrder("m@v1.0.0 c1", "m@v2.0.0 c1", "m#prod#1 c1"),
    prod: "v2.0.0",
    odd: ["m@v2.0.0: two-versions-on-one-commit", "m#prod#1: differs-from-gto-default-view"],
  },
  {
    what: "two versions on one commit without a stage can be read by GTO too (G7)",
    tags: inOrder("m@v1.0.0 c1", "m@v2.0.0 c1"),
    prod: undefined,
    odd: ["m@v2.0.0: two-versions-on-one-commit"],
  },
  {
    what: "a deprecation empties no stage (G8)",
    tags: inOrder(...registered, "m#prod#1 c1", "m@deprecated c1"),
    prod: "v1.0.0",
    odd: [],
  },
  {
    what: "an assignment after the deprecation revives the artifact (G9)",
    tags: inOrder(...registered, "m@deprecated c1", "m#prod#1 c1"),
    prod: "v1.0.0",
    odd: [],
  },
  {
    what: "one tag @created makes GTO fail, and does not count (G10)",
    tags: inOrder(...registered, "m#prod#1 c1", "other@created c1"),
    prod: "v1.0.0",
    odd: ["other@created: created"],
  },
  {
    what: "a stage at a commit without a version is held by the commit",
    tags: inOrder("m#prod#1 c9"),
    prod: "c9",
    odd: [],
  },
  {
    what: "a stage at a commit without a version can be emptied, but not in GTO",
    tags: inOrder("m#prod#1 c9", "m#prod!#2 c9"),
    prod: undefined,
    odd: ["m#prod#1: differs-from-gto-default-view"],
  },
  {
    what: "a version that is registered after its commit got the stage holds it",
    tags: inOrder("m#prod#1 c1", "m@v1.0.0 c1"),
    prod: "v1.0.0",
    odd: [],
  },
  {
    what: "a deregistered version that is registered again holds its stage again",
    tags: inOrder("m@v1.0.0 c1", "m#prod#1 c1", "m@v1.0.0! c1", "m@v1.0.0#2 c1"),
    prod: "v1.0.0",
    odd: [],
  },
])("$what", ({ tags, prod, odd }) => {
  const view = registryView(tags);

  expect(stagesOf(view, "m")["prod"]).toBe(prod);
  expect(view.problems.map(({ tag, kind }) => `${tag}: ${kind}`)).toEqual(odd);
  expect(registryView(tags.toReversed()).artifacts).toEqual(view.artifacts);
});

test("a deprecated artifact is inactive until something newer happens", () => {
  const before = registryView(inOrder("m@v1.0.0 c1", "m@deprecated c1"));
  const after = registryView(inOrder("m@v1.0.0 c1", "m@deprecated c1", "m#prod#1 c1"));

  expect(before.artifacts.get("m")?.active).toBe(false);
  expect(after.artifacts.get("m")?.active).toBe(true);
});

test("a deregistered version keeps its name", () => {
  const view = registryView(inOrder("m@v1.0.0 c1", "m@v1.0.0! c1"));

  expect(view.artifacts.get("m")?.versions).toEqual(
    new Map([
      ["v1.0.0", { version: "v1.0.0", commit: "c1", tag: "m@v1.0.0", time: 1000, active: false }],
    ]),
  );
});

test("tags that GTO drops, misreads or breaks on are reported and do not count", () => {
  const tags = [
    aTag("m@v1.0.0", { annotated: false, time: 0 }),
    aTag("m#prod#4", { target: "tag", targetId: "t1", time: 3000 }),
    aTag("m#staging#5", { target: "tree", targetId: "t2" }),
    aTag("n@v1.0.0", { target: "blob", targetId: "b1" }),
  ];
  const view = registryView(tags);

  expect(oddities(tags)).toEqual([
    "m@v1.0.0: lightweight",
    "m#prod#4: tag-of-tag",
    "m#staging#5: not-readable-by-gto",
    "m#prod#4: differs-from-gto-default-view",
    "m#prod#4: differs-from-gto-default-view",
    "n@v1.0.0: not-readable-by-gto",
  ]);
  expect(view.artifacts.get("m")).toEqual({
    versions: new Map(),
    stages: new Map(),
    active: false,
    counter: 5,
    newestTime: 3000,
  });
});

test("dates and counters that contradict each other are reported, and the dates decide", () => {
  const tags = inOrder(...registered, "m#prod#2 c2", "m#prod#1 c1");

  expect(stagesOf(registryView(tags), "m")).toEqual({ prod: "v1.0.0" });
  expect(oddities(tags)).toEqual(["m#prod#1: counter-order"]);
});

test("a version at two commits and a cancellation of nothing are reported", () => {
  expect(oddities(inOrder("m@v1.0.0 c1", "m@v1.0.0#2 c2", "m#prod!#3 c1", "m@v1.0.0! c3"))).toEqual(
    ["m@v1.0.0#2: one-version-on-two-commits", "m#prod!#3: dangling", "m@v1.0.0!: dangling"],
  );
});

test("artifacts do not share counters, and a counter that no number can hold does not count", () => {
  const view = registryView(
    inOrder("m#prod#7 c1", "n#prod#2 c1", `n#prod#${"9".repeat(40)} c1`, "cv=seg#prod#3 c1"),
  );

  expect([...view.artifacts].map(([name, { counter }]) => `${name} ${counter}`)).toEqual([
    "m 7",
    "n 2",
    "cv:seg 3",
  ]);
});

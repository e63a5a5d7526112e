import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { createWorkspace, csv, evaluate, ledger, only, shuffled, values } from "./workspace.ts";

const oracle = new URL("../../../../shared/conformance/eval-oracle/", import.meta.url);
const hasOracle = existsSync(oracle);
if (!hasOracle)
  console.warn("SKIPPED: ../shared/conformance/eval-oracle is missing, no results file was read.");

const fileCase = z.object({
  path: z.string(),
  expected: z.record(z.string(), z.unknown()),
});

/** The oracle's names for metrics that we call by scikit-learn's. */
const theirNames: Readonly<Record<string, string>> = {
  brier_score: "brier",
  mean_absolute_error: "mae",
  mean_squared_error: "mse",
  root_mean_squared_error: "rmse",
  median_absolute_error: "median_ae",
};

const forms = [
  {
    table: "o-binary",
    task: "binary",
    columns: "id=id,label=label,prediction=prediction,score=score,weight=weight",
    metrics: [18, 9],
  },
  {
    table: "o-multiclass",
    task: "multiclass",
    columns: "id=id,label=label,prediction=prediction,score=p_*",
    metrics: [17, 17],
  },
  {
    table: "o-regression",
    task: "regression",
    columns: "id=id,label=label,prediction=prediction",
    metrics: [5, 5],
  },
];

describe.skipIf(!hasOracle)("tables of the oracle", () => {
  for (const { table, task, columns, metrics } of forms) {
    for (const kind of ["csv", "parquet"]) {
      test(`${table}.${kind} gives the numbers of scikit-learn`, async () => {
        const results = `${table}.${kind}`;
        const bytes = readFileSync(new URL(`files/${results}`, oracle));

        const evidence = await evaluate({ [results]: bytes }, { results, task, columns });

        const expected = expectedOf(results);
        const found = Object.entries(values(evidence.metrics));
        const compared = found.flatMap(([name, value]) => {
          const theirs = z.number().safeParse(expected[theirNames[name] ?? name]).data;
          return theirs === undefined ? [] : [{ name, value: value ?? NaN, theirs }];
        });
        expect([found.length, compared.length]).toEqual(metrics);
        for (const { name, value, theirs } of compared)
          expect(Math.abs(value - theirs), name).toBeLessThanOrEqual(
            1e-12 * Math.max(1, Math.abs(theirs)),
          );
      });
    }
  }
});

function expectedOf(results: string): Readonly<Record<string, unknown>> {
  const lines = readFileSync(new URL("cases.jsonl", oracle), "utf8").trim().split("\n");
  const cases = lines.flatMap((line) => fileCase.safeParse(JSON.parse(line)).data ?? []);
  return only(cases.filter(({ path }) => path === `files/${results}`)).expected;
}

const animals = [
  ["a", "cat", "cat", 0.7, 0.2, 0.1],
  ["b", "dog", "cat", 0.5, 0.4, 0.1],
  ["c", "owl", "owl", 0.1, 0.2, 0.7],
  ["d", "cat", "dog", 0.3, 0.6, 0.1],
];
const animalHeader = ["id", "truth", "said", "p_cat", "p_dog", "p_owl"];
const animalColumns = "id=id,label=truth,prediction=said,score=p_*";

test("classes are told by their names, whatever the order of rows and columns", async () => {
  const turned = animals.map(([id, truth, said, cat, dog, owl]) => [
    id,
    owl,
    said,
    truth,
    dog,
    cat,
  ]);
  const header = ["id", "p_owl", "said", "truth", "p_dog", "p_cat"];
  const flags = { results: "a.csv", task: "multiclass", columns: animalColumns };

  const straight = await evaluate({ "a.csv": csv(animalHeader, animals) }, flags);
  const other = await evaluate({ "a.csv": csv(header, shuffled(turned)) }, flags);

  expect(other.metrics).toEqual(straight.metrics);
  expect(values(straight.metrics)).toMatchObject({ accuracy: 0.5, recall_macro: 0.5 });
});

test("a score may belong to either class of a binary task, and the positive one is used", async () => {
  const rows = [
    ["a", "good", 0.9, 0.1],
    ["b", "bad", 0.2, 0.8],
    ["c", "bad", 0.6, 0.4],
    ["d", "good", 0.7, 0.3],
  ];
  const flags = { results: "a.csv", task: "binary", columns: "label=y,score=p_*" };
  const table = { "a.csv": csv(["id", "y", "p_good", "p_bad"], rows) };

  const good = await evaluate(table, { ...flags, positive: "good" });
  const bad = await evaluate(table, { ...flags, positive: "bad" });

  expect(values(good.metrics)["roc_auc"]).toBe(1);
  expect(values(bad.metrics)["roc_auc"]).toBe(1);
  expect(values(good.metrics)["log_loss"]).toBeCloseTo(
    -(Math.log(0.9) + Math.log(0.8) + Math.log(0.4) + Math.log(0.7)) / 4,
    12,
  );
});

test("labels written as 1, 1.0 and true are the same whatever wrote them", async () => {
  const flags = { results: "a.csv", task: "binary", columns: "label=y,prediction=p" };
  const rows = (yes: string, no: string) => [
    [yes, yes],
    [yes, no],
    [no, no],
  ];
  const header = ["y", "p"];

  const found = await Promise.all(
    [
      ["1", "0"],
      ["1.0", "0.0"],
      ["true", "false"],
      ["True", "False"],
    ].map(async ([yes = "", no = ""]) =>
      values((await evaluate({ "a.csv": csv(header, rows(yes, no)) }, flags)).metrics),
    ),
  );

  expect(found[0]).toMatchObject({ recall: 0.5, precision: 1 });
  for (const other of found.slice(1)) expect(other).toEqual(found[0]);
});

test("every metric that the columns allow is written, of all items and of each group, gated or not", async () => {
  const rows = [
    [1, 1, 0.9, "north"],
    [0, 1, 0.6, "south"],
    [0, 0, 0.2, "north"],
  ];
  const evidence = await evaluate(
    { "a.csv": csv(["y", "p", "s", "side"], rows) },
    { results: "a.csv", task: "binary", columns: "label=y,prediction=p,score=s,slices=side" },
  );

  const slices = [null, { side: "north" }, { side: "south" }];
  const names = slices.map((slice) => Object.keys(values(evidence.metrics, slice)));
  expect(names[0]).toHaveLength(18);
  expect(names[1]).toEqual(names[0]);
  expect(names[2]).toEqual(names[0]);
  const south = evidence.metrics.find(
    ({ name, slice }) => name === "roc_auc" && slice?.["side"] === "south",
  );
  expect(south).toEqual({
    name: "roc_auc",
    function: "roc_auc_score",
    params: {},
    slice: { side: "south" },
    value: null,
    undefined: "one-class",
    n: 1,
  });
  expect(ledger(evidence)).toEqual({ "a/no-gates": "warn no-gates" });
});

test("losses keep their own name and their positive value", async () => {
  const evidence = await evaluate(
    {
      "a.csv": csv(
        ["y", "p"],
        [
          [1, 2],
          [2, 4],
          [3, 3],
        ],
      ),
    },
    { results: "a.csv", task: "regression", columns: "label=y,prediction=p" },
  );

  expect(values(evidence.metrics)).toEqual({
    r2: -1.5,
    mean_absolute_error: 1,
    root_mean_squared_error: Math.sqrt(5 / 3),
    mean_squared_error: 5 / 3,
    median_absolute_error: 1,
  });
});

test("what is too large for a number is written as none, with the reason", async () => {
  const evidence = await evaluate(
    {
      "a.csv": csv(
        ["y", "p"],
        [
          ["1e308", "-1e308"],
          ["-1e308", "1e308"],
          [0, 0],
        ],
      ),
    },
    {
      results: "a.csv",
      task: "regression",
      columns: "label=y,prediction=p",
      gate: "mean_absolute_error max 10\nroot_mean_squared_error max 10",
    },
  );

  const found = evidence.metrics.find(({ name }) => name === "mean_squared_error");
  expect(found?.value).toBeNull();
  expect(found?.undefined).toBeDefined();
  expect(evidence.outcome).not.toBe("pass");
});

test("the same input gives the same evidence, bit for bit", async () => {
  const table = {
    "a.csv": csv(animalHeader, animals),
    "b.csv": csv(animalHeader, shuffled(animals)),
  };
  const flags = {
    results: "a.csv",
    baseline: "b.csv",
    task: "multiclass",
    columns: animalColumns,
    gate: "accuracy max-drop 0.1\nf1_macro max-drop 0.1",
  };

  const first = createWorkspace(table);
  const second = createWorkspace(table);
  const [one, other] = [await first.evaluate(flags), await second.evaluate(flags)];

  expect(JSON.stringify(other)).toBe(JSON.stringify(one));
  expect(second.left()).toEqual(first.left());
  first.remove();
  second.remove();
});

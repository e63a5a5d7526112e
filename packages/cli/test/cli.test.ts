import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { evidenceSchema, jsonSchemaNames, jsonSchemaOf } from "@slipway/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createShell, type Ended, type Shell } from "./command-line.ts";

const contract = `apiVersion: v3.1.0
kind: DataContract
id: flights
version: 1.0.0
status: active
schema:
  - name: flights
    properties:
      - { name: id, logicalType: string, required: true, unique: true }
      - { name: delay, logicalType: integer, logicalTypeOptions: { minimum: 0 } }
`;
const rows = Array.from({ length: 60 }, (_, row) => {
  const label = row % 3 === 0 ? 1 : 0;
  return `i${row},${label},${row % 20 === 0 ? 1 - label : label},${label === 1 ? 0.8 : 0.3},${row % 2 === 0 ? "ATL" : "ORD"}`;
});
const predictions = `id,y,pred,p,origin\n${rows.join("\n")}\n`;
const wrong = predictions.replaceAll(/^(i\d+,[01]),([01])/gm, (_, item: string, said: string) => {
  return `${item},${1 - Number(said)}`;
});
const old = predictions.replaceAll(/^(i\d*5),(\d),\d/gm, "$1,$2,0");

const evaluateFlags = ["evaluate", "--results", "new.csv", "--task", "binary"];
const columns = ["--columns", "id=id,label=y,prediction=pred,score=p,slices=origin"];

let shell: Shell;

beforeAll(() => {
  shell = createShell({
    "flights.csv": "id,delay\na,1\nb,2\n",
    "bad.csv": "id,delay\na,1\na,-5\n",
    "flights.odcs.yaml": contract,
    "new.csv": predictions,
    "old.csv": old,
    "wrong.csv": wrong,
  });
});

afterAll(() => shell.remove());

const escape = String.fromCharCode(27);

function documentOf({ stdout }: Ended): unknown {
  expect(stdout.endsWith("}\n") || stdout.endsWith("]\n")).toBe(true);
  return JSON.parse(stdout);
}

test("validate --data FILE --contract FILE needs no slipway.yaml", async () => {
  const ended = await shell.slipway(
    ...["validate", "--data", "flights.csv", "--contract", "flights.odcs.yaml", "--format", "json"],
  );

  expect(ended.code).toBe(0);
  expect(evidenceSchema.parse(documentOf(ended))).toMatchObject({
    kind: "data-validation",
    outcome: "pass",
    rows: 2,
  });
});

test("a data set that breaks its contract exits 1 and still gives its document", async () => {
  const ended = await shell.slipway(
    ...["validate", "--data", "bad.csv", "--contract", "flights.odcs.yaml", "--format", "json"],
  );

  expect(ended.code).toBe(1);
  expect(evidenceSchema.parse(documentOf(ended)).outcome).toBe("fail");
});

test("evaluate with a baseline and two gates, as the help shows it, needs no slipway.yaml", async () => {
  const ended = await shell.slipway(
    ...[...evaluateFlags, ...columns, "--baseline", "old.csv", "--format", "json"],
    ...["--gate", "roc_auc min 0.7", "--gate", "recall max-drop 0.05 slice=origin"],
  );

  const evidence = evidenceSchema.parse(documentOf(ended));
  expect({ code: ended.code, kind: evidence.kind, outcome: evidence.outcome }).toEqual({
    code: evidence.outcome === "pass" || evidence.outcome === "warn" ? 0 : 1,
    kind: "evaluation",
    outcome: evidence.outcome,
  });
  expect(evidence.checks.map(({ id }) => id)).toEqual([
    "new/roc_auc/min",
    "new/recall/max-drop/origin=ATL",
    "new/recall/max-drop/origin=ORD",
  ]);
  expect(evidence.policy).toEqual({ origin: "command-line", loosened: [] });
});

test("a gate that fails exits 1, also with a direction turned around", async () => {
  const good = await shell.slipway(...evaluateFlags, ...columns, "--gate", "accuracy min 0.5");
  const bad = await shell.slipway(...evaluateFlags, ...columns, "--gate", "accuracy min 0.999");
  const turned = await shell.slipway(
    ...[...evaluateFlags, ...columns, "--baseline", "wrong.csv"],
    ...["--gate", "accuracy max-drop 0.001 direction=lower"],
  );

  expect([good.code, bad.code, turned.code]).toEqual([0, 1, 1]);
  expect(good.stdout).toMatch(/accuracy/i);
});

test("several evaluations are one array; one is one document", async () => {
  const evaluation = (name: string) =>
    `  - { name: ${name}, results: new.csv, task: binary, columns: { label: y, prediction: pred }, gates: [{ metric: accuracy, min: 0.5 }] }`;
  const several = createShell({
    "new.csv": predictions,
    "slipway.yaml": `version: 1\nevaluations:\n${evaluation("one")}\n${evaluation("two")}\n`,
  });

  const both = documentOf(await several.slipway("evaluate", "--format", "json"));
  const second = documentOf(await several.slipway("evaluate", "two", "--format", "json"));

  expect(Array.isArray(both) && both.map((one) => evidenceSchema.parse(one).name)).toEqual([
    "one",
    "two",
  ]);
  expect(evidenceSchema.parse(second).name).toBe("two");
  several.remove();
});

test("--output writes the same document to a file and leaves standard output empty", async () => {
  const flags = [...evaluateFlags, ...columns, "--gate", "accuracy min 0.5", "--format"];

  const file = await shell.slipway(...flags, "json", "--output", "deep/out.json");
  const markdown = await shell.slipway(...flags, "markdown");

  expect(file.stdout).toBe("");
  const written: unknown = JSON.parse(readFileSync(join(shell.root, "deep/out.json"), "utf8"));
  expect(evidenceSchema.parse(written).name).toBe("new");
  expect(markdown.stdout).toMatch(/\|/);
});

test("comment --dry-run prints the body that would be posted and sends nothing", async () => {
  await shell.slipway(...evaluateFlags, ...columns, "--gate", "accuracy min 0.5");
  const evidence = ".slipway/evidence/evaluation-new.json";

  const body = await shell.slipway(
    ...["comment", "--evidence", evidence, "--dry-run", "--format", "markdown"],
  );
  const json = await shell.slipway(
    "comment",
    "--evidence",
    evidence,
    "--dry-run",
    "--format",
    "json",
  );

  expect([body.code, json.code]).toEqual([0, 0]);
  expect(body.stdout).toContain("<!-- slipway");
  expect(documentOf(json)).toMatchObject({ body: body.stdout.replace(/\n$/, "") });
  expect(existsSync(join(shell.root, ".slipway/report.html"))).toBe(false);
});

test("comment exits by the worst evidence", async () => {
  await shell.slipway(...evaluateFlags, ...columns, "--gate", "accuracy min 0.999");

  const { code, stdout } = await shell.slipway(
    ...["comment", "--evidence", ".slipway/evidence/evaluation-new.json", "--dry-run"],
  );

  expect(code).toBe(1);
  expect(stdout).not.toBe("");
});

test("a mistake of the user exits 2, says what to do on standard error, and leaves standard output empty", async () => {
  const mistakes: readonly (readonly [string[], RegExp])[] = [
    [["validate"], /SW1101.*no slipway\.yaml/],
    [["frobnicate"], /unknown command/],
    [["evaluate", "--reslts", "new.csv"], /unknown option.*\n?.*--results/],
    [["evaluate", "--results", "new.csv"], /SW1001.*task/],
    [[...evaluateFlags, "--columns", "id=id"], /SW1001.*label/],
    [
      [...evaluateFlags, ...columns, "--gate", "accuracy above 0.5"],
      /SW1001.*unknown rule "above"/,
    ],
    [[...evaluateFlags, ...columns, "--gate", "accuracy min many"], /SW1001.*"many" is no number/],
    [[...evaluateFlags, ...columns, "--gate", "acuracy min 0.5"], /SW5201/],
    [[...evaluateFlags, ...columns, "--format", "yaml"], /SW1001.*--format/],
    [["evaluate", "--gate", "accuracy min 0.5"], /SW1001.*results/],
    [["validate", "--data", "flights.csv", "--contract", "none.yaml"], /SW1301/],
    [["comment", "--evidence", "none.json", "--dry-run"], /SW1[34]0\d/],
    [["schema", "nonsense"], /SW1001.*nonsense/],
    [["evaluate", "--config", "none.yaml"], /SW1101.*none\.yaml/],
    [[], /Usage: slipway/],
  ];
  for (const [args, says] of mistakes) {
    const { code, stdout, stderr } = await shell.slipway(...args);

    expect({ args, code, stdout }).toEqual({ args, code: 2, stdout: "" });
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/ {4}at /);
  }
});

test("every bad flag is named in one message", async () => {
  const { code, stderr } = await shell.slipway(
    ...["evaluate", "--results", "new.csv", "--task", "ranking"],
    ...["--on-inconclusive", "maybe", "--first-run", "never"],
  );

  expect(code).toBe(2);
  expect(stderr).toMatch(/--task.*"ranking"/);
  expect(stderr).toMatch(/--on-inconclusive.*"maybe"/);
  expect(stderr).toMatch(/--first-run.*"never"/);
});

test("nothing is coloured where no terminal reads, with NO_COLOR or without", async () => {
  for (const env of [{}, { NO_COLOR: "1" }, { FORCE_COLOR: "1", NO_COLOR: "1" }]) {
    const plain = createShell({ "new.csv": predictions }, env);
    const { stdout, stderr } = await plain.slipway(...evaluateFlags, ...columns);
    plain.remove();

    expect(stdout).not.toContain(escape);
    expect(stderr).not.toContain(escape);
  }
});

test("every verb explains itself with an example, and the suite says its version", async () => {
  const verbs = ["validate", "evaluate", "comment", "register", "promote", "history"];
  for (const verb of [...verbs, "verify model", "verify audit", "init", "schema"]) {
    const { code, stdout, stderr } = await shell.slipway(...verb.split(" "), "--help");

    expect({ verb, code, stderr }).toEqual({ verb, code: 0, stderr: "" });
    expect(stdout).toMatch(new RegExp(`Usage: slipway ${verb}`));
    expect(stdout).toMatch(new RegExp(`Examples?:\\n {2}slipway ${verb}`));
  }
  expect((await shell.slipway("--version")).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect((await shell.slipway("--help")).code).toBe(0);
});

test("the help of schema names each of the published schemas", async () => {
  const { stdout } = await shell.slipway("schema", "--help");

  const listed = /print a JSON Schema: ([^]*?)\n\n/.exec(stdout)?.[1] ?? "";
  expect(listed.replace(" (slipway.yaml)", "").split(/,?\s+(?:or\s+)?/)).toEqual(jsonSchemaNames);
});

test("schema prints each of the published schemas", async () => {
  for (const name of jsonSchemaNames) {
    const ended = await shell.slipway("schema", name);

    expect(ended.code).toBe(0);
    expect(documentOf(ended)).toEqual(JSON.parse(JSON.stringify(jsonSchemaOf(name))));
  }
});

test("what a run: command prints stays off standard output", async () => {
  const chatty = createShell({
    "new.csv": predictions,
    "slipway.yaml": `version: 1
evaluations:
  - name: late
    run: echo chatter
    results: new.csv
    task: binary
    columns: { label: y, prediction: pred }
    gates: [{ metric: accuracy, min: 0.5 }]
`,
  });

  const ended = await chatty.slipway("evaluate", "--format", "json");

  expect(evidenceSchema.parse(documentOf(ended)).outcome).toBe("pass");
  expect(ended.stderr).toContain("chatter");
  chatty.remove();
});

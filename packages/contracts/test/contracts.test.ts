import { UserError } from "@slipway/kernel";
import { expect, test } from "vitest";
import {
  jsonSchemaNames,
  jsonSchemaOf,
  parseConfig,
  parseEvidence,
  standingOf,
  verdictOf,
} from "../src/index.ts";

function refusal(act: () => unknown): { code: string; message: string; remedy: string } {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError)
      return { code: error.code, message: error.message, remedy: error.remedy };
    throw error;
  }
  throw new Error("nothing was refused");
}

const gates = (gate: string): string =>
  `version: 1\nevaluations:\n  - name: late\n    results: out.csv\n    task: binary\n    columns: { label: y }\n    gates:\n      - ${gate}\n`;

test("an unknown key is refused with its place and the nearest known key", () => {
  const refused = refusal(() =>
    parseConfig(gates("{ metric: accuracy, max_drop: 0.1 }"), "slipway.yaml"),
  );

  expect(refused.code).toBe("SW1204");
  expect(refused.message).toContain('slipway.yaml:8:29: unknown key "max_drop"');
  expect(refused.remedy).toContain('Did you mean "max-drop"?');
});

test("every mistake is named, not only the first", () => {
  const refused = refusal(() => parseConfig("version: 2\ndata: hello\n", "slipway.yaml"));

  expect(refused).toMatchObject({ code: "SW1202" });
  expect(refused.message.split("\n")).toEqual([
    "slipway.yaml:1:10: version: must be 1",
    "slipway.yaml:2:7: data: must be an array",
  ]);
});

test.each([
  ["a gate without a rule", gates("{ metric: accuracy }"), "needs one of min, max"],
  ["a gap without a slice", gates("{ metric: accuracy, max-gap: 0.1 }"), "max-gap needs slice"],
  [
    "a name that leads out",
    "version: 1\ndata:\n  - { name: ../x, path: a, contract: b }\n",
    "must be 1 to 100 letters",
  ],
  ["an empty file", "", "must be an object"],
])("%s is refused", (_, text, message) => {
  expect(refusal(() => parseConfig(text, "slipway.yaml")).message).toContain(message);
});

test("text that is no YAML is refused with the place of the mistake", () => {
  const refused = refusal(() => parseConfig("version: 1\ndata: [\n", "slipway.yaml"));

  expect(refused.code).toBe("SW1201");
  expect(refused.message).toMatch(/^slipway\.yaml:\d+:\d+: not valid YAML/);
});

test("a bomb of aliases is refused", () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${["b", "c", "d", "e", "f"].map((k, i) => `${k}: &${k} [${`*${"abcde".charAt(i)},`.repeat(9)}]`).join("\n")}\n`;

  expect(refusal(() => parseConfig(bomb, "slipway.yaml")).code).toBe("SW1201");
});

test("a model that refers to nothing is refused", () => {
  const text = "version: 1\nmodels:\n  - { name: m, path: model, data: [flights] }\n";

  const refused = refusal(() => parseConfig(text, "slipway.yaml"));

  expect(refused.code).toBe("SW1205");
  expect(refused.message).toContain('slipway.yaml:3:36: no entry of data is named "flights"');
});

test("half-written evidence is refused, unknown fields of a later version are overlooked", () => {
  const evidence = anEvidence();

  expect(refusal(() => parseEvidence('{"schema": "slipway/ev', "e.json")).code).toBe("SW1401");
  expect(
    refusal(() => parseEvidence(JSON.stringify({ ...evidence, outcome: "green" }), "e.json")).code,
  ).toBe("SW1401");
  expect(
    parseEvidence(JSON.stringify({ ...evidence, later: 1, run: { moon: "full" } }), "e.json"),
  ).toEqual(evidence);
});

test.each(jsonSchemaNames)("the JSON Schema %s can be made and forbids unknown keys", (name) => {
  const schema = JSON.stringify(jsonSchemaOf(name));

  expect(schema).toContain("https://json-schema.org/draft/2020-12/schema");
  expect(schema).toContain('"additionalProperties":false');
});

test.each([
  { finding: "fail", severity: "block", undecided: false, outcome: "fail", blocks: true },
  { finding: "fail", severity: "warn", undecided: false, outcome: "warn", blocks: false },
  {
    finding: "inconclusive",
    severity: "block",
    undecided: true,
    outcome: "inconclusive",
    blocks: false,
  },
  {
    finding: "inconclusive",
    severity: "block",
    undecided: false,
    outcome: "inconclusive",
    blocks: true,
  },
  { finding: "error", severity: "info", undecided: false, outcome: "error", blocks: true },
] as const)(
  "$finding at severity $severity stands as $outcome",
  ({ finding, severity, undecided, outcome, blocks }) => {
    expect(standingOf(finding, severity, undecided)).toEqual({ outcome, severity, blocks });
  },
);

test("the verdict is the worst blocking check; what only tells never changes it", () => {
  const pass = standingOf("pass", "block");

  expect(verdictOf([]).outcome).toBe("inconclusive");
  expect(verdictOf([pass, standingOf("fail", "info")]).outcome).toBe("pass");
  expect(verdictOf([pass, standingOf("fail", "warn")]).outcome).toBe("warn");
  expect(verdictOf([pass, standingOf("inconclusive", "block", true)]).outcome).toBe("warn");
  expect(verdictOf([standingOf("inconclusive", "block"), standingOf("fail", "block")])).toEqual({
    outcome: "fail",
    summary: { pass: 0, warn: 0, fail: 1, inconclusive: 1, error: 0 },
  });
});

function anEvidence() {
  return {
    schema: "slipway/evidence/v1",
    kind: "data-validation",
    name: "flights",
    outcome: "pass",
    summary: { pass: 0, warn: 0, fail: 0, inconclusive: 0, error: 0 },
    subjects: [],
    inputs: {},
    policy: { origin: "working-tree", loosened: [] },
    tool: { name: "slipway", version: "0.1.0" },
    run: {},
    startedAt: "2026-03-02T16:40:00Z",
    finishedAt: "2026-03-02T16:40:01Z",
    rows: 0,
    checks: [],
  };
}

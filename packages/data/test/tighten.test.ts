import { expect, test } from "vitest";
import { duckdbDialect, planChecks, tightenContract } from "../src/index.ts";
import { brief, checksOf, contractWith } from "./contract.ts";

const base = contractWith([
  "{ name: x, logicalType: number, required: true, logicalTypeOptions: { minimum: 0, maximum: 10 } }",
  "{ name: s, logicalType: string, enum: [{ value: a }, { value: b }], logicalTypeOptions: { pattern: '[ab]' } }",
  "{ name: q, quality: [{ metric: nullValues, mustBeLessThan: 5 }] }",
]);

const told = (result: ReturnType<typeof tightenContract>) =>
  result.loosened.map(({ what, from, to }) => `${what}: ${from} → ${to}`);

test("a pull request that changes nothing loosens nothing", () => {
  const result = tightenContract(base, base);

  expect(result).toEqual({ contract: base, loosened: [] });
});

test("what a pull request tightens or adds is judged, silently", () => {
  const head = contractWith([
    "{ name: x, logicalType: integer, required: true, logicalTypeOptions: { minimum: 1, maximum: 9 } }",
    "{ name: s, logicalType: string, required: true, enum: [{ value: a }], logicalTypeOptions: { pattern: '[ab]', maxLength: 1 } }",
    "{ name: q, quality: [{ metric: nullValues, mustBeLessOrEqualTo: 4 }] }",
    "{ name: more, logicalType: date }",
  ]);

  const result = tightenContract(base, head);

  expect(result.loosened).toEqual([]);
  expect(brief(result.contract)).toEqual(brief(head));
});

test("what a pull request loosens or removes stays as the base has it, and is listed", () => {
  const head = contractWith([
    "{ name: x, logicalType: number, logicalTypeOptions: { minimum: -1, maximum: 9 } }",
    "{ name: s, logicalType: string, enum: [{ value: a }, { value: c }], logicalTypeOptions: { pattern: '.*' } }",
    "{ name: q, quality: [{ metric: nullValues, mustBeLessThan: 50, severity: warning }] }",
  ]);

  const result = tightenContract(base, head);

  expect(told(result)).toEqual([
    "x: column present: column present → column present",
    "x: required: required → removed",
    "x: 0 ≤ x ≤ 10: 0 ≤ x ≤ 10 → -1 ≤ x ≤ 9",
    "s: matches [ab]: matches [ab] → matches .*",
    "s: one of a, b: one of a, b → one of a, c",
    "severity of q: nulls < 5: block → warn",
    "q: nulls < 5: nulls < 5 → nulls < 50",
  ]);
  expect(
    brief(result.contract).filter((line) => /range|one-of|pattern|null|required/.test(line)),
  ).toEqual([
    "q:nullValues | nulls < 5 | block",
    "q:nullValues@pull-request | nulls < 50 | block",
    "s:one-of | one of a | block",
    "s:pattern | matches [ab] | block",
    "s:pattern@pull-request | matches .* | block",
    "x:range | 0 ≤ x ≤ 9 | block",
    "x:required | required | block",
  ]);
});

test("an object that a pull request removes is still judged", () => {
  const head = { ...base, objects: [] };

  const result = tightenContract(base, head);

  expect(checksOf(result.contract)).toEqual(checksOf(base));
  expect(told(result)).toEqual(["object data: checked → removed"]);
});

test("a type that a pull request takes away still fails a column of another native type", () => {
  const result = tightenContract(base, contractWith(["{ name: x }", "{ name: s }", "{ name: q }"]));
  const [object] = result.contract.objects;
  const table = {
    files: [
      { path: "x.parquet", columns: ["x", "s", "q"], types: ["VARCHAR", "VARCHAR", "BIGINT"] },
    ],
    encoding: "utf-8" as const,
    delimiter: ",",
  };

  const plan = object && planChecks(duckdbDialect, object, table);

  expect([...(plan?.wrongType ?? [])]).toEqual([["x:type", { column: "x", native: "VARCHAR" }]]);
});

test("a constraint that could not be checked may be taken out, and is told", () => {
  const before = contractWith([
    "{ name: x, logicalType: string, logicalTypeOptions: { format: email } }",
  ]);
  const after = contractWith(["{ name: x, logicalType: string }"]);

  const result = tightenContract(before, after);

  expect(brief(result.contract)).toEqual(brief(after));
  expect(told(result)).toEqual(["x: format: format (not supported) → removed"]);
});

import { evidenceSchema } from "@slipway/contracts";
import { expect, test } from "vitest";
import { contractOf, findings, samplesOf, validate } from "./workspace.ts";

const oneColumn = (property: string) => contractOf(`      - name: x\n${property}`);
const typed = (type: string) => oneColumn(`        logicalType: ${type}`);

async function badValues(type: string, values: readonly string[]): Promise<string[]> {
  const text = `x\n${values.map((value) => `"${value}"`).join("\n")}\n`;
  const evidence = await validate({ "data.csv": text }, typed(type));
  return samplesOf(evidence, "x:type").map((sample) => sample.replace(/^\d+ /, ""));
}

test("an integer is digits, not whatever a cast makes one of", async () => {
  const bad = [
    "12.6",
    "12.5",
    " 12",
    "1_000",
    "1e3",
    "0x10",
    "5.",
    "٣",
    "3_0",
    "99999999999999999999999999999999999999999",
  ];

  expect(
    await badValues("integer", ["12", "-3", "+5", "007", "9223372036854775808", ...bad]),
  ).toEqual(bad);
});

test("a number is finite and decimal", async () => {
  const bad = ["1d", "0x1p3", "1_0.5", "1e400", "nan", "inf", "Infinity", " 12.5", "1,5", "."];

  expect(await badValues("number", ["1", "-1.5", ".5", "5.", "1e3", "-1E-3", ...bad])).toEqual(bad);
});

test("a boolean is true or false, not yes or 1", async () => {
  const bad = ["yes", "1", "0", "t", "tRUE"];

  expect(await badValues("boolean", ["true", "false", "TRUE", "False", ...bad])).toEqual(bad);
});

test("a date has four, two and two digits, and exists", async () => {
  const bad = [
    "2024/02/03",
    "2024-2-3",
    "24-02-03",
    "2024-02-03T10:00:00Z",
    "today",
    "2024-02-30",
    "20240203",
  ];

  expect(await badValues("date", ["2024-02-29", ...bad])).toEqual(bad);
});

test("a timestamp has a time that exists, with or without a zone", async () => {
  const good = ["2024-02-03 10:00:00", "2024-02-03T10:00:00Z", "2024-02-03T10:00:00.123456+02:00"];
  const bad = [
    "2024-02-03",
    "2024-02-03 24:00:00",
    "2024-02-03 10:00:60",
    "2024-02-03 10:00",
    "2024-02-03 10:00:00.1234567",
    "2024-02-30 10:00:00",
  ];

  expect(await badValues("timestamp", [...good, ...bad])).toEqual(bad);
});

test("a time of day ends before midnight", async () => {
  const bad = ["24:00:00", "10:60:00", "1:00:00", "10:00"];

  expect(await badValues("time", ["10:00:00", "23:59:59.5", ...bad])).toEqual(bad);
});

test("a timestamp's zone can be demanded or refused, and bounds compare instants", async () => {
  const property = (zone: string) =>
    oneColumn(`        logicalType: timestamp
        logicalTypeOptions: { timezone: ${zone}, minimum: "2024-01-01T00:00:00Z" }`);
  const text = "x\n2024-01-01T01:00:00+02:00\n2024-01-01T00:00:00Z\n2024-01-01T00:00:00\n";

  const demanded = await validate({ "data.csv": text }, property("true"));
  const refused = await validate({ "data.csv": text }, property("false"));

  expect([samplesOf(demanded, "x:type"), samplesOf(demanded, "x:range")]).toEqual([
    ["4 2024-01-01T00:00:00"],
    ["2 2024-01-01T01:00:00+02:00"],
  ]);
  expect(samplesOf(refused, "x:type")).toHaveLength(2);
});

test("every kind of constraint on a cell counts what breaks it", async () => {
  const contract = contractOf(`      - name: n
        logicalType: integer
        required: true
        logicalTypeOptions: { minimum: 0, exclusiveMaximum: 10, multipleOf: 2, format: i8 }
      - name: s
        logicalType: string
        physicalType: VARCHAR(4)
        logicalTypeOptions: { minLength: 2, maxLength: 3, pattern: "[a-z]+" }
        enum: [{ value: ab }, { value: abc }]
      - name: d
        logicalType: number
        logicalTypeOptions: { multipleOf: 0.1 }
      - name: day
        logicalType: date
        logicalTypeOptions: { minimum: 2024-01-01, maximum: 2024-12-31 }`);
  const text = `n,s,d,day
0,ab,0.3,2024-01-01
2,abc,0.30000000004,2024-12-31
,a,0.35,2025-01-01
10,abcde,,2023-12-31
3,"ab
",1e-1,
x,😀😀😀😀,-0.1,2024-02-30
-300,AB,7,
`;

  const evidence = await validate({ "data.csv": text }, contract);

  expect(findings(evidence)).toEqual({
    rows: "pass 0/7",
    undeclared: "pass 0/4",
    "n:column": "pass 0/1",
    "n:required": "fail 1/7",
    "n:type": "fail 1/6",
    "n:range": "fail 2/6",
    "n:multiple-of": "fail 1/6",
    "n:range:format": "fail 1/6",
    "s:column": "pass 0/1",
    "s:type": "pass 0/7",
    "s:length": "fail 3/7",
    "s:length:physical": "fail 1/7",
    "s:pattern": "fail 3/7",
    "s:one-of": "fail 5/7",
    "d:column": "pass 0/1",
    "d:type": "pass 0/6",
    "d:multiple-of": "fail 2/6",
    "day:column": "pass 0/1",
    "day:type": "fail 1/5",
    "day:range": "fail 2/5",
  });
  expect(samplesOf(evidence, "s:pattern")).toEqual(["6 ab\n", "8 😀😀😀😀", "9 AB"]);
  expect(evidenceSchema.safeParse(evidence).error).toBeUndefined();
});

test("a pattern keeps the meaning of ECMA-262 and matches the whole value", async () => {
  const contract = (pattern: string) =>
    oneColumn(`        logicalType: string\n        logicalTypeOptions: { pattern: '${pattern}' }`);
  const text = 'x\nabc\n"abc\n"\nxabc\n"a b"\n';

  const whole = await validate({ "data.csv": text }, contract("^[a-c]+$"));
  const outside = await validate({ "data.csv": text }, contract("(?=a)abc"));

  expect(findings(whole)["x:pattern"]).toBe("fail 3/4");
  expect(outside.outcome).toBe("inconclusive");
});

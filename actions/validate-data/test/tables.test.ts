import { parquetWriteBuffer } from "hyparquet-writer";
import { expect, test } from "vitest";
import { contractOf, findings, samplesOf, validate } from "./workspace.ts";

test("uniqueness counts surplus occurrences, leaves NULL alone and shows the later rows", async () => {
  const contract = contractOf("      - { name: k, logicalType: integer, unique: true }");

  const evidence = await validate({ "data.csv": "k\n1\n\n01\n2\n1\n\n" }, contract);

  expect(findings(evidence)["k:unique"]).toBe("fail 2/4");
  expect(samplesOf(evidence, "k:unique")).toEqual(["4 01", "6 1"]);
});

test("a primary key is unique as a whole, in the order of its positions, and required in each part", async () => {
  const contract =
    contractOf(`      - { name: b, logicalType: string, primaryKey: true, primaryKeyPosition: 2 }
      - { name: a, logicalType: integer, primaryKey: true, primaryKeyPosition: 1 }`);

  const evidence = await validate({ "data.csv": "a,b\n1,x\n1,y\n1,x\n,x\n,x\n" }, contract);

  const key = evidence.checks.find(({ kind }) => kind === "unique");
  expect(key).toMatchObject({
    title: "unique key (a, b)",
    failed: 1,
    examined: 3,
    outcome: "fail",
  });
  expect(key?.samples).toEqual([
    { file: "data.csv", row: 3, line: 4, column: null, value: "1, x" },
  ]);
  expect(findings(evidence)).toMatchObject({ "a:required": "fail 2/5", "b:required": "pass 0/5" });
});

const airports = { "airports.csv": "iata,city\nABE,Allentown\nATL,Atlanta\nATL,Again\n,None\n" };
const references = [{ name: "airports", path: "airports.csv" }];

test("a foreign key counts rows without a parent; NULL on either side matches nothing", async () => {
  const contract = contractOf(`      - name: origin
        logicalType: string
        relationships: [{ to: airports.iata }]`);
  const texts = { "data.csv": 'origin\nABE\nXXA\n""\nATL\nXXA\n', ...airports };

  const evidence = await validate(texts, contract, { references });

  const check = evidence.checks.find(({ kind }) => kind === "foreign-key");
  expect(check).toMatchObject({
    title: "in airports.iata",
    code: "SW-D207",
    failed: 2,
    examined: 4,
    target: { dataset: "data", column: "origin" },
  });
  expect(samplesOf(evidence, check?.id ?? "")).toEqual(["3 XXA", "6 XXA"]);
});

test("keys of another native type are compared by their text, never by a lenient cast", async () => {
  const contract = contractOf(
    "      - { name: k, logicalType: integer, relationships: [{ to: parents.id }] }",
  );
  const parents = parquetWriteBuffer({
    columnData: [{ name: "id", data: ["1", "12.6", "x"], type: "STRING" }],
  });
  const texts = { "data.csv": "k\n1\n13\n", "parents.parquet": new Uint8Array(parents) };

  const evidence = await validate(texts, contract, {
    references: [{ name: "parents", path: "parents.parquet" }],
  });

  const check = evidence.checks.find(({ kind }) => kind === "foreign-key");
  expect(check).toMatchObject({ outcome: "fail", failed: 1, examined: 2 });
  expect(samplesOf(evidence, check?.id ?? "")).toEqual(["3 13"]);
});

test("a data set may be meant by the name of its object", async () => {
  const contract = contractOf("      - { name: o, relationships: [{ to: fields.iata }] }");
  const named = [{ name: "airports", object: "fields", path: "airports.csv" }];

  const evidence = await validate({ "data.csv": "o\nABE\nX\n", ...airports }, contract, {
    references: named,
  });

  expect(evidence.checks.find(({ kind }) => kind === "foreign-key")).toMatchObject({ failed: 1 });
  expect(evidence.inputs["references"]).toMatchObject({ airports: [{ name: "airports.csv" }] });
});

test("a composite foreign key of the object compares all its parts", async () => {
  const relationship = `    relationships:
      - { from: [data.o, data.c], to: [airports.iata, airports.city] }
`;
  const contract = contractOf("      - name: o\n      - name: c", relationship);
  const texts = { "data.csv": "o,c\nABE,Allentown\nABE,Atlanta\nABE,\n", ...airports };

  const evidence = await validate(texts, contract, { references });

  const check = evidence.checks.find(({ kind }) => kind === "foreign-key");
  expect(check).toMatchObject({ failed: 1, examined: 2, title: "in airports (iata, city)" });
});

test("a foreign key without its data set, or without its column, is not checked and blocks", async () => {
  const contract = contractOf("      - { name: o, relationships: [{ to: airports.icao }] }");
  const texts = { "data.csv": "o\nABE\n", ...airports };

  const unknown = await validate(texts, contract);
  const noColumn = await validate(texts, contract, { references });

  for (const evidence of [unknown, noColumn]) {
    expect(evidence.outcome).toBe("inconclusive");
    expect(evidence.checks.find(({ kind }) => kind === "foreign-key")).toMatchObject({
      outcome: "inconclusive",
      reason: "missing-reference",
      blocks: true,
    });
  }
});

const quality = (rule: string) =>
  contractOf(`      - name: x\n        logicalType: string\n        quality:\n          - ${rule}`);
const tenRows = { "data.csv": "x\na\na\nb\n\n\nNA\nc\nd\ne\nf\n" };

test.each([
  ["{ metric: nullValues, mustBe: 2 }", "pass 2/10"],
  ["{ metric: nullValues, mustBeLessThan: 2 }", "fail 2/10"],
  ["{ metric: nullValues, unit: percent, mustBeLessOrEqualTo: 20 }", "pass 2/10"],
  ["{ metric: nullValues, mustBeGreaterThan: 0, mustBeLessThan: 2 }", "fail 2/10"],
  ["{ metric: nullValues, mustNotBeBetween: [2, 5], severity: warning }", "warn 2/10"],
  ["{ metric: nullValues, mustNotBe: 2, severity: info }", "warn 2/10"],
  ["{ metric: missingValues, mustBe: 2 }", "pass 2/10"],
  ["{ metric: missingValues, arguments: { missingValues: [NA, ''] }, mustBe: 3 }", "pass 3/10"],
  ["{ metric: missingValues, arguments: { missingValues: [NA] }, mustBe: 1 }", "pass 1/10"],
  ["{ metric: invalidValues, arguments: { validValues: [a, b] }, mustBe: 5 }", "pass 5/8"],
  ["{ metric: invalidValues, arguments: { pattern: '[a-z]' }, mustBe: 0 }", "fail 1/8"],
  ["{ metric: duplicateValues, mustBeLessThan: 1 }", "fail 1/8"],
  ["{ rule: duplicateValues, unit: percent, mustBeGreaterOrEqualTo: 12.5 }", "pass 1/8"],
])("the quality rule %s gives %s", async (rule, expected) => {
  const evidence = await validate(tenRows, quality(rule));

  const check = evidence.checks.find(({ expected: demand }) =>
    JSON.stringify(demand).includes("threshold"),
  );
  expect(`${check?.outcome} ${check?.failed}/${check?.examined}`).toBe(expected);
});

test("a value on a bound of mustBeBetween passes, and the ledger says so", async () => {
  const evidence = await validate(
    tenRows,
    quality("{ metric: nullValues, mustBeBetween: [0, 2] }"),
  );

  expect(evidence.checks.find(({ id }) => id.startsWith("x:nullValues"))).toMatchObject({
    outcome: "pass",
    title: "nulls between 0 and 2",
    note: "The value lies on a bound; bounds are inclusive.",
  });
});

test("the number of rows is judged, and duplicates over several columns", async () => {
  const rules = `    quality:
      - { metric: rowCount, mustBeBetween: [3, 5] }
      - { metric: duplicateValues, arguments: { properties: [a, b] }, mustBe: 0 }
`;
  const contract = contractOf("      - name: a\n      - name: b", rules);

  const evidence = await validate({ "data.csv": "a,b\n1,2\n1,2\n" }, contract);

  expect(
    evidence.checks.filter(({ outcome }) => outcome === "fail").map((c) => [c.title, c.observed]),
  ).toEqual([
    ["rows between 3 and 5", 2],
    ["duplicates = 0", 1],
  ]);
});

test.each([
  ["quality: [{ type: sql, query: SELECT 1, mustBe: 1 }]"],
  ["quality: [{ type: custom, engine: soda, implementation: x }]"],
  ["quality: [{ type: text, description: must be nice }]"],
  ["quality: [{ metric: nullValues, mustBe: 0, filter: a > 1 }]"],
  ["quality: [{ metric: nullValues, mustBe: 0, unit: bytes }]"],
  ["quality: [{ metric: invalidValues, mustBe: 0 }]"],
  ["logicalTypeOptions: { format: email }"],
  ["logicalTypeOptions: { minimum: 3 }"],
  ["unheardOf: true"],
  ["logicalType: array"],
  ["physicalType: DECIMAL(10,2)"],
  ["relationships: [{ to: other.yaml#/schema/a/properties/b }]"],
])("%s is not enforced, stands in the ledger and blocks", async (line) => {
  const type = line.startsWith("logicalType:") ? "" : "        logicalType: string\n";
  const contract = contractOf(`      - name: x\n${type}        ${line}`);

  const evidence = await validate({ "data.csv": "x\n1\n" }, contract);

  expect(evidence.outcome).toBe("inconclusive");
  const found = evidence.checks.filter(({ reason }) => reason === "unsupported");
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ outcome: "inconclusive", blocks: true, code: "SW-D901" });
  expect(found[0]?.source).toEqual({ file: "contract.yaml", line: type === "" ? 10 : 11 });
});

import { UserError } from "@slipway/kernel";
import { expect, test } from "vitest";
import { chooseObject, parseContract } from "../src/index.ts";
import { brief, checksOf, contractWith } from "./contract.ts";

function failure(run: () => unknown): string {
  try {
    run();
    return "none";
  } catch (error) {
    return error instanceof UserError ? `${error.code} ${error.message}` : String(error);
  }
}

test("every constraint becomes a check with a title in plain words, at its own line", () => {
  const contract = contractWith([
    "{ name: id, logicalType: integer, primaryKey: true }",
    "{ name: delay, logicalType: integer, logicalTypeOptions: { minimum: -1200, exclusiveMaximum: 5000 } }",
    "{ name: code, logicalType: string, logicalTypeOptions: { pattern: '[A-Z]+', minLength: 1, maxLength: 20 } }",
    "{ name: kind, physicalType: VARCHAR(8), enum: [{ value: a }, { value: 2 }], classification: public, tags: [x] }",
  ]);

  expect(brief(contract)).toEqual([
    "code:column | column present | block",
    "code:length | 1 to 20 characters | block",
    "code:pattern | matches [A-Z]+ | block",
    "code:type | text | block",
    "delay:column | column present | block",
    "delay:range | -1,200 ≤ x < 5,000 | block",
    "delay:type | whole number | block",
    "id:column | column present | block",
    "id:required | required | block",
    "id:type | whole number | block",
    "id:unique | unique | block",
    "kind:column | column present | block",
    "kind:length:physical | at most 8 characters | block",
    "kind:one-of | one of a, 2 | block",
    "kind:type | text | block",
    "rows | at least one row | block",
    "undeclared | no undeclared columns | warn",
  ]);
  expect(checksOf(contract).find(({ id }) => id === "delay:range")?.source).toEqual({
    file: "contract.yaml",
    line: 10,
  });
});

test("ids do not depend on the order in the file", () => {
  const properties = [
    "{ name: a, logicalType: integer, unique: true, unknown: 1 }",
    "{ name: b, quality: [{ metric: nullValues, mustBe: 0 }, { metric: nullValues, mustBeLessThan: 5 }] }",
    "{ name: c, primaryKey: true, primaryKeyPosition: 2 }",
    "{ name: d, primaryKey: true, primaryKeyPosition: 1 }",
  ];
  const turned = properties
    .toReversed()
    .map((line) => line.replace(/\[(\{.*?\}), (\{.*?\})\]/, "[$2, $1]"));

  expect(brief(contractWith(turned))).toEqual(brief(contractWith(properties)));
});

test("severities of quality rules are mapped, and an unknown word blocks", () => {
  const words = ["error", "warning", "info", "apocalyptic"];
  const contract = contractWith(
    words.map(
      (word, at) =>
        `{ name: c${at}, quality: [{ metric: nullValues, mustBe: 0, severity: ${word} }] }`,
    ),
  );

  expect(
    checksOf(contract).flatMap(({ rule: { kind }, severity }) =>
      kind === "required" ? severity : [],
    ),
  ).toEqual(["block", "warn", "info", "block"]);
});

test("service levels of the data and unknown keys of the contract are listed for every object", () => {
  const contract = contractWith(
    ["{ name: a }"],
    "slaProperties: [{ property: latency, value: 4, unit: d }, { property: availability, value: 99 }]\nfuture: 1\n",
  );

  const found = checksOf(contract).filter(({ rule }) => rule.kind === "unsupported");
  expect(found.map(({ title, source }) => [title, source.line])).toEqual([
    ["future (not supported)", 11],
    ["service level latency (not supported)", 10],
  ]);
});

test.each([
  [
    "a: 1",
    "SW2001 contract.yaml:1:1: this is not a contract of the Open Data Contract Standard 3.0 to 3.2",
  ],
  [
    "apiVersion: v2.3.0\nkind: DataContract",
    "SW2001 contract.yaml:1:13: this is not a contract of the Open Data Contract Standard 3.0 to 3.2 (apiVersion v2.3.0)",
  ],
  ["a: [", "SW1201"],
])("%j is refused", (text, expected) => {
  expect(failure(() => parseContract(text, "contract.yaml"))).toContain(expected);
});

test("all mistakes are named at once, each with its place", () => {
  const message = failure(() =>
    contractWith([
      "{ logicalType: text }",
      "{ name: b, required: yes please, logicalTypeOptions: 3 }",
      "{ name: c, logicalType: date, logicalTypeOptions: { minimum: soon } }",
      "{ name: d, enum: [{ value: 1 }, { value: 1 }], quality: [{ metric: nullValues, mustBe: many }] }",
    ]),
  );

  expect(message.split("\n")).toEqual([
    "SW2002 contract.yaml:9:9: a property needs a name",
    "contract.yaml:9:24: logicalType must be one of string, date, timestamp, time, number, integer, object, array, boolean, map",
    "contract.yaml:10:30: required must be true or false",
    "contract.yaml:10:62: must be a map of keys and values",
    "contract.yaml:11:70: a bound of a date must be written as in ISO 8601",
    "contract.yaml:12:26: enum names a value twice",
    "contract.yaml:12:96: mustBe must be a number",
  ]);
});

test("a data set takes the object that is named, else that of its name, else the only one", () => {
  const one = contractWith(["{ name: a }"]);
  const two = {
    ...one,
    objects: ["data", "other"].flatMap((name) => one.objects.map((item) => ({ ...item, name }))),
  };

  expect(chooseObject(one, "flights").name).toBe("data");
  expect(chooseObject(two, "other").name).toBe("other");
  expect(chooseObject(two, "flights", "data").name).toBe("data");
  expect(failure(() => chooseObject(two, "flights"))).toContain("SW2003");
  expect(failure(() => chooseObject(one, "flights", "date"))).toContain("SW2003");
});

test("a relationship by ids leads to the names in the files", () => {
  const contract = parseContract(
    `apiVersion: v3.1.0
kind: DataContract
id: test
version: 1.0.0
status: active
schema:
  - id: airports_object
    name: airports
    properties:
      - { id: iata_property, name: iata, physicalName: IATA, logicalType: string }
  - name: flights
    properties:
      - { name: origin, physicalName: ORIG, logicalType: string, relationships: [{ to: schema/airports_object/properties/iata_property }] }
    relationships:
      - { from: flights.origin, to: airports.iata }
`,
    "contract.yaml",
  );

  const rule = {
    kind: "foreign-key",
    key: [{ column: "ORIG", form: { type: "string" } }],
    object: "airports",
    columns: ["IATA"],
  };
  const found = chooseObject(contract, "flights").checks.filter(
    ({ rule: { kind } }) => kind === "foreign-key",
  );
  // Both say the same, so that there is one check.
  expect(found.map((check) => check.rule)).toEqual([rule]);
});

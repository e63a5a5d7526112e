import type { CellType, Rule } from "./ir.ts";

/** Every code of a finding about data, with the sentence that docs/errors.md prints beside it. Never renamed. */
export const findingCodes = {
  "SW-D001": "A declared column is missing.",
  "SW-D002": "A file has a column that the contract does not declare.",
  "SW-D003": "A data set has no rows, or not as many as demanded.",
  "SW-D101": "A value is not text.",
  "SW-D102": "A value is not a whole number.",
  "SW-D103": "A value is not a number.",
  "SW-D104": "A value is not true or false.",
  "SW-D105": "A value is not a date.",
  "SW-D106": "A value is not a date with a time.",
  "SW-D107": "A value is not a time of day.",
  "SW-D108": "A required value is missing.",
  "SW-D109": "A value is out of its range.",
  "SW-D110": "A value is not a multiple of its step.",
  "SW-D111": "A value does not match its pattern.",
  "SW-D112": "A value is too short or too long.",
  "SW-D113": "A value is not one of those allowed.",
  "SW-D201": "A value or key that must be unique occurs more than once.",
  "SW-D207": "A value does not occur in the column that it refers to.",
  "SW-D301": "Too many, or too few, values are NULL.",
  "SW-D302": "Too many, or too few, values count as missing.",
  "SW-D303": "Too many, or too few, values are invalid.",
  "SW-D304": "Too many, or too few, values are duplicates.",
  "SW-D901": "A constraint of the contract is not supported.",
} as const;

const typeCodes: Record<CellType, keyof typeof findingCodes> = {
  string: "SW-D101",
  integer: "SW-D102",
  number: "SW-D103",
  boolean: "SW-D104",
  date: "SW-D105",
  timestamp: "SW-D106",
  time: "SW-D107",
};

const ruleCodes: Record<Exclude<Rule["kind"], "type">, keyof typeof findingCodes> = {
  column: "SW-D001",
  undeclared: "SW-D002",
  rows: "SW-D003",
  required: "SW-D108",
  range: "SW-D109",
  "multiple-of": "SW-D110",
  pattern: "SW-D111",
  length: "SW-D112",
  "one-of": "SW-D113",
  unique: "SW-D201",
  "foreign-key": "SW-D207",
  missing: "SW-D302",
  invalid: "SW-D303",
  unsupported: "SW-D901",
};

/** The code of a finding of `rule`; a quality metric over nulls or duplicates has a code of its own. */
export function findingCodeOf(rule: Rule, isMetric = false): string {
  if (rule.kind === "type") return typeCodes[rule.form.type];
  if (isMetric && rule.kind === "required") return "SW-D301";
  if (isMetric && rule.kind === "unique") return "SW-D304";
  return ruleCodes[rule.kind];
}

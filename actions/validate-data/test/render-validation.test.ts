import { expect, test } from "vitest";
import { annotationsOf, renderValidation } from "../src/index.ts";
import { contractOf, validate } from "./workspace.ts";

const contract =
  contractOf(`      - { name: delay, logicalType: integer, logicalTypeOptions: { maximum: 5000 } }
      - { name: tail, logicalType: string, required: true, unique: true }
      - name: note
        logicalType: string
        quality: [{ metric: nullValues, mustBe: 0, severity: info }]
        logicalTypeOptions: { format: email }`);
const text = 'delay,tail,note,more\n12.6,N1,\n9999,N1,x\nx,"N\n2",y\n7,,z\n'.replaceAll(
  /,([xyz]?)\n(?=\d|x|$)/g,
  ",$1,m\n",
);

test("annotations stand on the data's own lines, worst first, each check before the next row of any", async () => {
  const evidence = await validate({ "data.csv": text }, contract);

  const annotations = annotationsOf([evidence]);

  expect(
    annotations.map(
      ({ level, file, line, title, message }) =>
        `${level} ${file ?? ""}:${line ?? 0} ${title} | ${message}`,
    ),
  ).toEqual([
    'error data.csv:2 delay: whole number (SW-D102) | "12.6": not a whole number, 2 rows',
    'error data.csv:3 delay: x ≤ 5,000 (SW-D109) | "9999": not x ≤ 5,000, 1 row',
    "error data.csv:6 tail: required (SW-D108) | no value: a value is required, 1 row",
    'error data.csv:3 tail: unique (SW-D201) | "N1": the value occurs before, 1 row',
    "error contract.yaml:14 note: format (not supported) (SW-D901) | not checked, it is not enforced for the type string",
    'error data.csv:4 delay: whole number (SW-D102) | "x": not a whole number, 2 rows',
    "warning contract.yaml:7 data: no undeclared columns (SW-D002) | not declared: more",
    "notice data.csv:2 note: nulls = 0 (SW-D301) | no value: demanded: nulls = 0, found 1, 1 row",
  ]);
});

test("the log names file, line, value and demand, then the verdict", async () => {
  const evidence = await validate({ "data.csv": text }, contract);

  const { log, outcome, outputs } = renderValidation([{ evidence, path: "evidence.json" }]);

  expect(outcome).toBe("fail");
  expect(outputs).toEqual({ "evidence-path": "evidence.json" });
  expect(log).toContain("data.csv:2");
  expect(log).toContain('delay = "12.6"');
  expect(log).toContain("FAIL");
});

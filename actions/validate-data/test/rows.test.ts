import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { loadContracts } from "../src/index.ts";
import { contractOf, createWorkspace, samplesOf, validate, validateIn } from "./workspace.ts";

const workspace = createWorkspace({ "contract.yaml": "" });
afterAll(() => workspace.remove());
const contract = (columns: number) =>
  contractOf(
    ["      - { name: a, logicalType: integer }", "      - { name: b }"]
      .slice(0, columns)
      .join("\n"),
  );

const value = fc.constantFrom(
  "",
  "x",
  " y ",
  '"q\n"',
  '"a\r\nb"',
  '"x""\n""y"',
  '","',
  '""',
  "é",
  "#",
  "'",
);

test("the engine and our own reader see the same rows, so that lines are right", async () => {
  const rows = fc.array(fc.option(value, { freq: 5 }), { minLength: 1, maxLength: 15 });

  await fc.assert(
    fc.asyncProperty(
      rows,
      fc.constantFrom("\n", "\r\n"),
      fc.boolean(),
      fc.boolean(),
      async (...[values, end, isEnded, isWide]) => {
        // In a file of two columns a blank line is no row; in one of one column it is a row without a value.
        const lines = values.map((item, at) =>
          item === null ? "" : isWide ? `r${at},${item}` : `r${at}`,
        );
        const expected: string[] = [];
        let line = 2;
        lines.forEach((text, at) => {
          if (text !== "") expected.push(`${line} r${at}`);
          line += 1 + (text.match(/\r\n|\n/g)?.length ?? 0);
        });
        fc.pre(expected.length > 0);
        const text = [isWide ? "a,b" : "a", ...lines].join(end) + (isEnded ? end : "");
        writeFileSync(join(workspace.root, "data.csv"), text);

        const evidence = await validateIn(workspace, contract(isWide ? 2 : 1));

        expect(samplesOf(evidence, "a:type")).toEqual(expected);
      },
    ),
    { numRuns: 150 },
  );
});

test("tabs, a declared delimiter and gzip keep their lines", async () => {
  const semicolons = contractOf(
    "      - { name: a, logicalType: integer }\n      - { name: b }",
    '    customProperties: [{ property: delimiter, value: ";" }]\n',
  );

  const tabs = await validate({ "data.tsv": 'a\tb\n1\t"x,\ny"\nz\t\n' }, contract(2), {
    path: "data.tsv",
  });
  const declared = await validate({ "data.csv": "a;b\nz;1,5\n" }, semicolons);
  const zipped = await validate({ "data.csv.gz": gzipSync('a,b\n1,"\n"\nz,1\n') }, contract(2), {
    path: "data.csv.gz",
  });

  expect([tabs, declared, zipped].map((evidence) => samplesOf(evidence, "a:type"))).toEqual([
    ["4 z"],
    ["2 z"],
    ["4 z"],
  ]);
});

test("contracts are read from the working tree, one for each data set", async () => {
  const { files, remove } = createFiles();

  const loaded = await loadContracts(
    [
      { name: "one", path: "1.csv", contract: "c.yaml" },
      { name: "two", path: "2.csv", contract: "c.yaml", object: "data" },
    ],
    files,
  );
  remove();

  expect(loaded.map(({ name, object, contract: read }) => [name, object, read.file])).toEqual([
    ["one", undefined, "c.yaml"],
    ["two", "data", "c.yaml"],
  ]);
});

function createFiles() {
  const created = createWorkspace({ "c.yaml": contract(1) });
  return { files: created.files, remove: () => created.remove() };
}

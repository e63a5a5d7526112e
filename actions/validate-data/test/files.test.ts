import { gzipSync } from "node:zlib";
import { UserError } from "@slipway/kernel";
import { parquetWriteBuffer } from "hyparquet-writer";
import { expect, test } from "vitest";
import {
  contractOf,
  type FileTexts,
  findings,
  type Run,
  samplesOf,
  validate,
} from "./workspace.ts";

const contract = contractOf(`      - { name: a, logicalType: integer, required: true }
      - { name: b, logicalType: string }`);

/** `code message` of the error that a validation ends with. */
async function failure(texts: FileTexts, run: Run = {}): Promise<string> {
  try {
    return (await validate(texts, contract, run)).outcome;
  } catch (error) {
    return error instanceof UserError ? `${error.code} ${error.message}` : String(error);
  }
}

const long = `a,b\n${Array.from({ length: 50_000 }, (_, row) => `${row},"v${row}"`).join("\n")}\n`;
const zipped = gzipSync(long);
const parquet = (columns: Parameters<typeof parquetWriteBuffer>[0]["columnData"]) =>
  new Uint8Array(parquetWriteBuffer({ columnData: columns }));

test.each<[string, FileTexts, string, Run?]>([
  ["a glob without files", {}, "SW2102 no file matches data/*.csv", { path: "data/*.csv" }],
  ["an empty file", { "data.csv": "" }, "SW2103 data.csv is empty"],
  ["blank lines alone", { "data.csv": "\n\n" }, "SW2103 data.csv is empty"],
  ["a header alone", { "data.csv": "a,b\r\n\r\n" }, "SW2104 data.csv has a header and no rows"],
  ["a repeated name", { "data.csv": "a,A\n1,2\n" }, 'SW2105 data.csv:1: column "A" occurs twice'],
  ["a missing name", { "data.csv": "a,\n1,2\n" }, "SW2105 data.csv:1: column 2 has no name"],
  [
    "a short row",
    { "data.csv": 'a,b\n1,"x\ny"\n3\n' },
    "SW2106 data.csv:4: the row has 1 values, the header 2",
  ],
  [
    "a long row",
    { "data.csv": "a,b\n1,2\n\n3,4,5\n" },
    "SW2106 data.csv:4: the row has 3 values, the header 2",
  ],
  [
    "latin-1",
    { "data.csv": Buffer.from("a,b\n1,x\n2,caf\xe9\n", "latin1") },
    "SW2101 data.csv is not UTF-8: byte 0xE9 at offset 13 (line 3)",
  ],
  [
    "latin-1 in a column that nothing reads",
    { "data.csv": Buffer.from("a,b,c\n1,x,caf\xe9\n", "latin1") },
    "SW2101 data.csv is not UTF-8: byte 0xE9 at offset 13 (line 2)",
  ],
  [
    "UTF-16",
    { "data.csv": Buffer.from("\ufeffa,b\n1,2\n", "utf16le") },
    "SW2101 data.csv is not UTF-8: it has UTF-16",
  ],
  [
    "an open quote",
    { "data.csv": 'a,b\n1,2\n2,"x\n3,4\n' },
    "SW2109 data.csv:3: a quote that opens here is not closed",
  ],
  [
    "mixed line ends",
    { "data.csv": "a,b\r\n1,2\r\n3,4\n5,6\r\n" },
    "SW2109 data.csv:3: this line ends otherwise than those before",
  ],
  [
    "a gzip cut in the middle",
    { "data.csv.gz": zipped.subarray(0, zipped.length / 2) },
    "SW2107 data.csv.gz is cut off or damaged: it does not unpack as gzip",
    { path: "data.csv.gz" },
  ],
  [
    "a gzip without its last bytes",
    { "data.csv.gz": zipped.subarray(0, zipped.length - 4) },
    "SW2107 data.csv.gz is cut off or damaged: it does not unpack as gzip",
    { path: "data.csv.gz" },
  ],
  [
    "an unknown format",
    { "data.xlsx": "x" },
    "SW2110 data.xlsx: the format of the file is not known",
    { path: "data.xlsx" },
  ],
])("%s is refused with its place", async (...[, texts, expected, run = {}]) => {
  expect(await failure(texts, run)).toBe(expected);
});

test("a Parquet file with a damaged footer, or none, is refused", async () => {
  const whole = parquet([{ name: "a", data: [1, 2], type: "INT32" }]);
  const damaged = whole.slice();
  damaged.fill(0xff, damaged.length - 40, damaged.length - 8);

  const results = await Promise.all(
    [damaged, whole.subarray(0, whole.length - 6), new Uint8Array([1, 2, 3])].map((bytes) =>
      failure({ "data.parquet": bytes }, { path: "data.parquet" }),
    ),
  );

  expect(results.map((text) => text.slice(0, 45))).toEqual(
    Array.from({ length: 3 }, () => "SW2108 data.parquet is not a whole Parquet fi"),
  );
});

test("a Parquet file of no rows is never green", async () => {
  const bytes = parquet([
    { name: "a", data: [], type: "INT32" },
    { name: "b", data: [], type: "STRING" },
  ]);

  const evidence = await validate({ "data.parquet": bytes }, contract, { path: "data.parquet" });

  expect(evidence.outcome).toBe("fail");
  expect(findings(evidence)).toMatchObject({
    rows: "fail no-rows 0/0",
    "a:required": "inconclusive no-rows 0/0",
    "a:type": "inconclusive no-rows 0/0",
  });
});

test("gzip, a byte order mark, CRLF and latin-1 are read", async () => {
  const latin = contractOf(
    "      - { name: b, enum: [{ value: café }] }",
    "    customProperties: [{ property: encoding, value: latin-1 }]\n",
  );

  const gzipped = await validate({ "data.csv.gz": zipped }, contract, { path: "data.csv.gz" });
  const marked = await validate({ "data.csv": "\ufeffa,b\r\n1,x\r\n" }, contract);
  const declared = await validate({ "data.csv": Buffer.from("b\ncaf\xe9\n", "latin1") }, latin);

  expect([gzipped, marked, declared].map(({ outcome, rows }) => [outcome, rows])).toEqual([
    ["pass", 50_000],
    ["pass", 1],
    ["pass", 1],
  ]);
});

test("each file of a glob is read by its own header, and rows count in their file", async () => {
  const texts = {
    "part/1.csv": "a,b\n1,x\n,y\n",
    "part/2.csv": 'b,a\n"two\nlines",3\nz,four\n',
  };

  const evidence = await validate(texts, contract, { path: "part/*.csv" });

  const samples = evidence.checks.flatMap((check) => check.samples);
  expect(samples).toEqual([
    { file: "part/1.csv", row: 2, line: 3, column: "a", value: null },
    { file: "part/2.csv", row: 2, line: 4, column: "a", value: "four" },
  ]);
  expect(evidence.subjects.map(({ name }) => name)).toEqual([
    "part/1.csv",
    "part/2.csv",
    "contract.yaml",
  ]);
});

test("a missing column fails; an optional one missing from some files only warns", async () => {
  const texts = { "part/1.csv": "a,b\n1,x\n", "part/2.csv": "a,c\n2,y\n", "other/1.csv": "c\n1\n" };

  const some = await validate(texts, contract, { path: "part/*.csv" });
  const all = await validate(texts, contract, { path: "other/*.csv" });

  expect([some.outcome, all.outcome]).toEqual(["warn", "fail"]);
  expect(findings(some)).toMatchObject({
    "b:column": "warn missing-in-some-files 1/2",
    undeclared: "warn 1/3",
  });
  expect(findings(all)).toEqual({
    rows: "pass 0/1",
    undeclared: "warn 1/1",
    "a:column": "fail missing-column 1/1",
    "a:required": "inconclusive missing-column 0/0",
    "a:type": "inconclusive missing-column 0/0",
    "b:column": "fail missing-column 1/1",
    "b:type": "inconclusive missing-column 0/0",
  });
});

test("Parquet columns are held against the logical type, and NaN is not a number", async () => {
  const wide =
    contractOf(`      - { name: i, logicalType: integer, logicalTypeOptions: { maximum: 5 } }
      - { name: f, logicalType: number, logicalTypeOptions: { minimum: 0, maximum: 1 } }
      - { name: s, logicalType: integer, logicalTypeOptions: { maximum: 5 } }`);
  const bytes = parquet([
    { name: "i", data: [1, 9, null], type: "INT32" },
    { name: "f", data: [0.5, Number.NaN, Infinity], type: "DOUBLE" },
    { name: "s", data: ["1", "2", "3"], type: "STRING" },
  ]);

  const evidence = await validate({ "data.parquet": bytes }, wide, { path: "data.parquet" });

  expect(findings(evidence)).toMatchObject({
    "i:type": "pass 0/2",
    "i:range": "fail 1/2",
    "f:type": "fail 2/3",
    "f:range": "pass 0/3",
    "s:type": "fail wrong-type 3/3",
    "s:range": "inconclusive wrong-type 0/0",
  });
  expect(samplesOf(evidence, "i:range")).toEqual(["- 9"]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { findCsvProblem, locateRows, readCsvHeader } from "../src/index.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
async function* pieces(text: string, size: number): AsyncIterable<Uint8Array> {
  const all = bytes(text);
  for (let at = 0; at < all.length; at += size)
    yield await Promise.resolve(all.subarray(at, at + size));
}

test("rows are located whatever the line ends, the quotes and the pieces they come in", async () => {
  const value = fc.constantFrom(
    "",
    "x",
    "a b",
    '"q\n"',
    '"a\r\nb\r\n\r\nc"',
    '"x""\n""y"',
    '","',
    "é",
    ' "p\rq" ',
  );
  const line = fc.tuple(value, value);
  const file = fc.tuple(
    fc.array(fc.option(line, { freq: 6 }), { minLength: 1, maxLength: 12 }),
    fc.constantFrom("\n", "\r\n"),
    fc.integer({ min: 1, max: 7 }),
    fc.boolean(),
  );

  await fc.assert(
    fc.asyncProperty(file, async ([rows, end, size, isEnded]) => {
      const lines = ["a,b", ...rows.map((row) => row?.join(",") ?? "")];
      const expected = new Map<number, number>();
      let at = 1;
      let row = -1;
      for (const text of lines) {
        if (text !== "") {
          row += 1;
          if (row > 0) expected.set(row, at);
        }
        at += 1 + (text.match(/\r\n|\r|\n/g)?.length ?? 0);
      }
      const text = lines.join(end) + (isEnded ? end : "");
      const wanted = [...expected.keys()];

      expect(await locateRows(pieces(text, size), wanted, { delimiter: ",", columns: 2 })).toEqual(
        expected,
      );
    }),
  );
});

test("in a file of one column a blank line is a row", async () => {
  const found = await locateRows(pieces("a\n1\n\n3\n", 2), [1, 2, 3, 9], {
    delimiter: ",",
    columns: 1,
  });

  expect([...found]).toEqual([
    [1, 2],
    [2, 3],
    [3, 4],
  ]);
});

test("text is told from bytes as TextDecoder tells it", async () => {
  const byte = fc.oneof(
    fc.integer({ min: 0, max: 255 }),
    fc.constantFrom(0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xed, 0xf0, 0x9f, 0x98, 0x80, 0x41),
  );

  await fc.assert(
    fc.asyncProperty(fc.array(byte, { maxLength: 12 }), async (list) => {
      const data = Uint8Array.from([
        ...list.map((item) => (item === 34 || item === 13 ? 65 : item)),
        0x41,
      ]);
      let isText = true;
      try {
        new TextDecoder("utf-8", { fatal: true }).decode(data);
      } catch {
        isText = false;
      }
      const problem = await findCsvProblem(singly(data), { delimiter: ";", encoding: "utf-8" });

      expect(problem?.kind === "encoding").toBe(!isText);
    }),
    { numRuns: 2000 },
  );
});

async function* singly(data: Uint8Array): AsyncIterable<Uint8Array> {
  for (const item of data) yield await Promise.resolve(Uint8Array.of(item));
}

test.each([
  ["a,b\n1,2\n", { kind: "header", columns: ["a", "b"], hasRows: true }],
  ['\ufeff"a ""x""\n",b\r\n', { kind: "header", columns: ['a "x"\n', "b"], hasRows: false }],
  ["a;b\n", { kind: "header", columns: ["a;b"], hasRows: false }],
  ["", { kind: "empty" }],
  ["\n\n", { kind: "empty" }],
  ["a,,c\n1,2,3\n", { kind: "names", detail: "column 2 has no name" }],
  ["\na,b\n", { kind: "names", detail: "column 1 has no name" }],
  ["a,b,a\n", { kind: "names", detail: 'column "a" occurs twice' }],
  ["a\0,b\n", { kind: "encoding", found: "NUL bytes (UTF-16, or no text at all)" }],
])("the header of %j is read", (text, expected) => {
  const header = readCsvHeader(bytes(text), { delimiter: ",", encoding: "utf-8", isWhole: true });

  expect(header).toEqual(expected);
});

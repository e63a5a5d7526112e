import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createWorkspace, csv, evaluate, failureOf, ledger, only, values } from "./workspace.ts";

const columns = "id=id,label=y,prediction=p,score=s";
const flags = { results: "a.csv", task: "binary", columns, gate: "accuracy min 0.5" };
const header = ["id", "y", "p", "s"];
const rows = [
  ["a", 1, 1, 0.9],
  ["b", 0, 0, 0.2],
  ["c", 1, 0, 0.4],
];
const table = csv(header, rows);
const replaced = (row: number, column: number, cell: unknown) =>
  csv(
    header,
    rows.map((cells, at) =>
      cells.map((old, place) => (at === row && place === column ? cell : old)),
    ),
  );

type Refusal = {
  readonly title: string;
  readonly text: string | Uint8Array;
  readonly code: string;
  readonly says: RegExp;
  readonly more?: Readonly<Record<string, string>>;
};

const refusals: readonly Refusal[] = [
  {
    title: "a named id column that is not there",
    text: csv(["key", "y", "p", "s"], rows),
    code: "SW5303",
    says: /a\.csv has no column "id", which is named as id/,
  },
  {
    title: "ids that occur twice",
    text: replaced(2, 0, "a"),
    code: "SW5306",
    says: /a\.csv: id "a" occurs 2 times/,
  },
  {
    title: "an item without an id",
    text: replaced(1, 0, ""),
    code: "SW5306",
    says: /row 2 has no id/,
  },
  {
    title: "a NaN score",
    text: replaced(1, 3, "NaN"),
    code: "SW5305",
    says: /a\.csv, row 2: .*"s" holds "NaN"/,
  },
  { title: "an infinite score", text: replaced(2, 3, "inf"), code: "SW5305", says: /row 3/ },
  {
    title: "a score that is too large",
    text: replaced(2, 3, "1e999"),
    code: "SW5305",
    says: /row 3/,
  },
  { title: "an empty score", text: replaced(0, 3, ""), code: "SW5305", says: /row 1: .* nothing/ },
  { title: "a score that is a word", text: replaced(0, 3, "high"), code: "SW5305", says: /"high"/ },
  { title: "a score in hexadecimal", text: replaced(0, 3, "0x1"), code: "SW5305", says: /"0x1"/ },
  { title: "an empty label", text: replaced(1, 1, ""), code: "SW5102", says: /[Rr]ow 2/ },
  { title: "an empty prediction", text: replaced(2, 2, ""), code: "SW5102", says: /[Rr]ow 3/ },
  { title: "a third class", text: replaced(2, 1, 2), code: "SW5307", says: /two classes.* 3/ },
  { title: "an empty file", text: "", code: "SW5301", says: /a\.csv .*empty/ },
  { title: "a header alone", text: "id,y,p,s\n", code: "SW5101", says: /no rows/ },
  {
    title: "a row that is too short",
    text: `${table}d,1\n`,
    code: "SW5308",
    says: /a\.csv cannot be read/,
  },
  {
    title: "a row that is too long",
    text: `${table}d,1,1,0.5,9\n`,
    code: "SW5308",
    says: /a\.csv/,
  },
  {
    title: "another encoding",
    text: Buffer.from(`${table}d\xe9,1,1,0.5\n`, "latin1"),
    code: "SW5308",
    says: /a\.csv/,
  },
  {
    title: "a quote that never ends",
    text: `${table}"d,1,1,0.5\n`,
    code: "SW5308",
    says: /a\.csv/,
  },
  {
    title: "a header that never ends",
    text: `id,y,p,"s\n1,2,3,4\n`,
    code: "SW5301",
    says: /header/,
  },
  { title: "a column named twice", text: "id,y,y,s\na,1,1,1\n", code: "SW5302", says: /"y" twice/ },
  {
    title: "columns that differ by case alone",
    text: "id,y,p,s,Y\na,1,1,1,0\n",
    code: "SW5302",
    says: /"Y"/,
  },
  {
    title: "no such file",
    text: table,
    code: "SW5301",
    says: /none\.csv .*not exist/,
    more: { results: "none.csv" },
  },
  {
    title: "another format",
    text: table,
    code: "SW5301",
    says: /neither/,
    more: { results: "a.txt" },
  },
  {
    title: "a path that leads out",
    text: table,
    code: "SW1302",
    says: /leads out/,
    more: { results: "../a.csv" },
  },
  {
    title: "a Parquet file that is none",
    text: table,
    code: "SW5308",
    says: /bad\.parquet cannot be read/,
    more: { results: "bad.parquet" },
  },
  {
    title: "a Parquet file whose footer is damaged",
    text: table,
    code: "SW5308",
    says: /cut\.parquet cannot be read/,
    more: { results: "cut.parquet" },
  },
  {
    title: "a positive class that does not occur",
    text: table,
    code: "SW5307",
    says: /"yes" does not occur/,
    more: { positive: "yes" },
  },
  {
    title: "classes of which none is known to be the positive one",
    text: csv(
      header,
      rows.map(([id, y, p, s]) => [id, y === 1 ? "good" : "bad", p === 1 ? "good" : "bad", s]),
    ),
    code: "SW5307",
    says: /not known which of bad and good is the positive class/,
  },
  {
    title: "no column to judge",
    text: table,
    code: "SW5304",
    says: /nothing to judge/,
    more: { columns: "id=id,label=y" },
  },
  {
    title: "a negative weight",
    text: csv(
      [...header, "w"],
      rows.map((row, at) => [...row, at - 1]),
    ),
    code: "SW5104",
    says: /[Rr]ow 1/,
    more: { columns: `${columns},weight=w` },
  },
  {
    title: "weights of nothing",
    text: csv(
      [...header, "w"],
      rows.map((row) => [...row, 0]),
    ),
    code: "SW5105",
    says: /./,
    more: { columns: `${columns},weight=w` },
  },
];

for (const { title, text, code, says, more = {} } of refusals) {
  test(`${title} is refused with a code, the place and a remedy, and leaves nothing behind`, async () => {
    const workspace = createWorkspace({ "a.csv": text, "a.txt": table, "bad.parquet": "PAR1 no" });
    workspace.write({ "cut.parquet": await damagedParquet() });

    const failure = await failureOf(workspace.evaluate({ ...flags, ...more }));

    expect({ code: failure.code, left: workspace.left() }).toEqual({ code, left: [] });
    expect(failure.message).toMatch(says);
    expect(failure.message.length).toBeLessThan(1000);
    expect(failure.remedy).not.toBe("");
    workspace.remove();
  });
}

/** A Parquet file of the engine's own with one byte of its footer turned around. */
async function damagedParquet(): Promise<Uint8Array> {
  const workspace = createWorkspace();
  const path = join(workspace.root, "cut.parquet");
  const session = await workspace.ports.engine.open({
    readableFiles: [],
    writableFolder: workspace.root,
  });
  await session.run(`COPY (SELECT 'a' AS id, 1 AS y, 1 AS p, 0.5 AS s) TO '${path}'`);
  await session.close();
  const bytes = readFileSync(path);
  workspace.remove();
  bytes.fill(0xff, bytes.length - 60, bytes.length - 12);
  return bytes;
}

test("results of one class are read, and what needs both classes is undefined, never a pass", async () => {
  const evidence = await evaluate(
    {
      "a.csv": csv(
        header,
        rows.map(([id, , , s]) => [id, 0, 0, s]),
      ),
    },
    { ...flags, gate: "accuracy min 0.5\nroc_auc min 0.1\nrecall min 0.1\nroc_auc max-drop 0.5" },
  );

  expect(ledger(evidence)).toEqual({
    "a/accuracy/min": "pass",
    "a/roc_auc/min": "inconclusive undefined blocks",
    "a/recall/min": "inconclusive undefined blocks",
    "a/roc_auc/max-drop": "inconclusive no-baseline blocks",
  });
  expect(values(evidence.metrics)["roc_auc"]).toBeNull();
});

test("one row is enough to be judged by a bound, and too few for a change", async () => {
  const one = csv(header, rows.slice(0, 1));

  const evidence = await evaluate(
    { "a.csv": one, "b.csv": csv(header, [["a", 1, 0, 0.3]]) },
    {
      ...flags,
      baseline: "b.csv",
      gate: "accuracy min 0.5\naccuracy max-drop 0.1\nlog_loss max-drop 0.1",
    },
  );

  expect(ledger(evidence)).toMatchObject({
    "a/accuracy/min": "pass",
    "a/log_loss/max-drop": "inconclusive too-few",
  });
  expect(ledger(evidence)["a/accuracy/max-drop"]).toMatch(/^inconclusive/);
  expect(evidence.items).toMatchObject({ rows: 1 });
});

test("without a gate nothing was judged, which is a warning and never a plain pass", async () => {
  const { outcome, checks } = await evaluate({ "a.csv": table }, { ...flags, gate: "" });

  expect(outcome).toBe("warn");
  expect(checks).toMatchObject([{ id: "a/no-gates", reason: "no-gates", outcome: "warn" }]);
});

test("names of columns are data: quotes, line ends, SQL and our own words for columns", async () => {
  const names = [
    `a"b'c`,
    "y\nz",
    `"); DROP TABLE candidate; --`,
    "rn",
    "value",
    "label",
    "weird, name",
  ];
  const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
  const text = [
    names.map(quoted).join(","),
    ...rows.map(([id, y, p, s], at) => [id, y, p, s, at + 1, "north", "x"].join(",")),
  ].join("\n");
  const yaml = `version: 1
evaluations:
  - name: hostile
    results: a.csv
    task: binary
    columns: ${JSON.stringify({ id: names[0], label: names[1], prediction: names[2], score: names[3], weight: names[4] })}
    slices: ${JSON.stringify([names[5], names[6]])}
    gates: [{ metric: accuracy, min: 0.5 }, ${JSON.stringify({ metric: "recall", min: 0.1, slice: names[5], "min-n": 1 })}]
`;
  const hostile = createWorkspace({ "a.csv": text, "slipway.yaml": yaml });
  const plain = await evaluate(
    {
      "a.csv": csv(
        [...header, "w"],
        rows.map((row, at) => [...row, at + 1]),
      ),
    },
    { ...flags, columns: `${columns},weight=w` },
  );

  const evidence = only(await hostile.evaluate({}));

  expect(values(evidence.metrics)).toEqual(values(plain.metrics));
  expect(evidence.outcome).toBe("pass");
  hostile.remove();
});

test("a byte order mark, line ends of Windows and a missing last line end change nothing", async () => {
  const plain = await evaluate({ "a.csv": table }, flags);
  const windows = `\uFEFF${table.trimEnd().replaceAll("\n", "\r\n")}`;

  const other = await evaluate({ "a.csv": windows }, flags);

  expect(other.metrics).toEqual(plain.metrics);
});

import { UserError } from "@slipway/kernel";
import { SqlError, type SqlSession } from "@slipway/ports";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { duckdbEngine } from "../src/index.ts";
import { installedBindingFolder } from "../src/installed-binding.ts";

const folder = mkdtempSync(join(tmpdir(), "duckdb engine's "));
const binding = join(installedBindingFolder() ?? "", "duckdb.node");
const tempFolder = join(folder, "temp");
const writableFolder = mkdtempSync(join(folder, "out-"));
const data = join(folder, "it's [data].csv");
const secret = join(folder, "secret.csv");
writeFileSync(data, "id,name\n1,anna\n2,\n");
writeFileSync(secret, "a\nsecret\n");

afterAll(() => rmSync(folder, { recursive: true }));

const quote = (path: string) => `'${path.replaceAll("'", "''")}'`;

/** What a statement fails with: the kind of a SqlError, the code of a UserError. */
async function failureOf(session: SqlSession, sql: string): Promise<string> {
  try {
    await session.run(sql);
    return "none";
  } catch (error) {
    if (error instanceof SqlError) return error.kind;
    return error instanceof UserError ? error.code : String(error);
  }
}

describe("an open session", () => {
  let session: SqlSession;
  beforeEach(async () => {
    const engine = duckdbEngine({
      binding: () => Promise.resolve(binding),
      tempFolder,
      threads: 1,
    });
    session = await engine.open({ readableFiles: [data], writableFolder });
  });
  afterEach(() => session.close());

  test("reads the files that it was given", async () => {
    const rows = await session.rows(`SELECT * FROM read_csv(${quote(data)})`);

    expect(rows).toEqual([
      { id: 1n, name: "anna" },
      { id: 2n, name: null },
    ]);
  });

  test("writes into the folder that it was given, and reads that back", async () => {
    const file = quote(join(writableFolder, "out.parquet"));

    await session.run(`COPY (SELECT 7::INTEGER AS x) TO ${file} (FORMAT parquet)`);

    expect(await session.rows(`SELECT x FROM read_parquet(${file})`)).toEqual([{ x: 7 }]);
  });

  test.each([
    ["read another file", `FROM read_csv(${quote(secret)})`],
    ["read another file by its bare name", `FROM ${quote(secret)}`],
    ["read another file as text", `FROM read_text(${quote(secret)})`],
    ["climb out of the folder", `FROM read_csv(${quote(`${writableFolder}/../secret.csv`)})`],
    ["list a folder", `FROM glob(${quote(`${folder}/*`)})`],
    ["read from the network", "FROM read_csv('http://127.0.0.1:1/x.csv')"],
    ["write elsewhere", `COPY (SELECT 1) TO ${quote(join(folder, "new.csv"))}`],
    ["attach a database", `ATTACH ${quote(join(folder, "other.db"))}`],
    ["export the database", `EXPORT DATABASE ${quote(join(folder, "export"))}`],
    ["install an extension", "INSTALL httpfs"],
    ["load an extension", "LOAD httpfs"],
    ["load an extension from a file", `LOAD ${quote(join(folder, "x.duckdb_extension"))}`],
  ])("cannot %s", async (_, sql) => {
    expect(await failureOf(session, sql)).toBe("io");
    expect(readdirSync(folder).sort()).toEqual(
      expect.not.arrayContaining(["new.csv", "other.db", "export"]),
    );
  });

  test.each([
    "SET threads = 2",
    "RESET threads",
    "SET enable_external_access = true",
    "SET lock_configuration = false",
    `SET allowed_paths = [${quote(secret)}]`,
    "SET TimeZone = 'Europe/Berlin'",
    "SET autoinstall_known_extensions = true",
    "PRAGMA profiling_output = '/tmp/profile.json'",
  ])("cannot change its configuration: %s", async (sql) => {
    await expect(session.run(sql)).rejects.toThrow(/configuration has been locked|Cannot/);
  });

  test("runs in UTC, with the threads that it was given, in the order of the rows", async () => {
    const names = ["TimeZone", "threads", "preserve_insertion_order"];
    const settings = names.map((name) => `current_setting('${name}')::VARCHAR AS ${name}`);

    const rows = await session.rows(`SELECT ${settings.join(", ")}`);

    expect(rows).toEqual([{ TimeZone: "UTC", threads: "1", preserve_insertion_order: "true" }]);
  });

  test("gives 64-bit integers and sums as bigint, and what JavaScript lacks as text", async () => {
    const rows = await session.rows(`SELECT 1::INTEGER i, 9223372036854775807 b, sum(1::BIGINT) s,
      1.50::DECIMAL(4,2) d, DATE '2020-01-02' AS "day", TIMESTAMPTZ '2020-01-02 03:04:05+02' ts,
      [1, 2] l, true t, 'nan'::DOUBLE f, NULL n, 'x' "__proto__"`);

    const [row] = rows;
    expect(Object.entries(row ?? {})).toEqual([
      ["i", 1],
      ["b", 9223372036854775807n],
      ["s", 1n],
      ["d", "1.50"],
      ["day", "2020-01-02"],
      ["ts", "2020-01-02 01:04:05+00"],
      ["l", "[1, 2]"],
      ["t", true],
      ["f", NaN],
      ["n", null],
      ["__proto__", "x"],
    ]);
  });

  test("gives columns as typed arrays, with a byte per row where values are missing", async () => {
    const columns = await session.columns(`SELECT i::DOUBLE / 2 AS half,
      CASE WHEN i = 4999 THEN NULL ELSE i END::INTEGER AS whole,
      CASE WHEN i % 2 = 0 THEN NULL ELSE 'a longer text ' || i END AS word
      FROM range(5000) t(i) ORDER BY i`);

    const rows = Array.from({ length: 5000 }, (_, index) => index);
    expect(columns).toEqual({
      half: { kind: "number", values: Float64Array.from(rows, (row) => row / 2) },
      whole: {
        kind: "integer",
        values: Int32Array.from(rows, (row) => (row === 4999 ? 0 : row)),
        valid: Uint8Array.from(rows, (row) => (row === 4999 ? 0 : 1)),
      },
      word: {
        kind: "text",
        values: rows.map((row) => (row % 2 === 0 ? null : `a longer text ${row}`)),
      },
    });
  });

  test("gives an ENUM as text", async () => {
    const columns = await session.columns(
      "SELECT unnest(['b', NULL, 'a', 'b'])::ENUM('a', 'b') AS e",
    );

    expect(columns).toEqual({ e: { kind: "text", values: ["b", null, "a", "b"] } });
  });

  test("gives no rows as empty arrays", async () => {
    expect(await session.columns("SELECT 1::DOUBLE AS a WHERE false")).toEqual({
      a: { kind: "number", values: new Float64Array(0) },
    });
  });

  test("refuses columns of other types and of one name", async () => {
    await expect(session.columns("SELECT 1::BIGINT AS a")).rejects.toThrow("a needs a cast");
    await expect(session.columns("SELECT 1 AS a, 2 AS a")).rejects.toThrow("share a name");
  });

  test("closes twice without complaint, and then refuses statements", async () => {
    await session.close();
    await session.close();

    await expect(session.run("SELECT 1")).rejects.toThrow("closed");
    expect(readdirSync(tempFolder)).toEqual([]);
  });
});

describe("what DuckDB stumbles over", () => {
  const csv = join(writableFolder, "damaged.csv");
  const parquet = join(writableFolder, "damaged.parquet");
  const readCsv = `FROM read_csv(${quote(csv)}, header = true, auto_detect = false, columns = {a: 'INT', b: 'INT'})`;
  const open = (memoryLimitBytes?: number) =>
    duckdbEngine({
      binding,
      tempFolder,
      threads: 1,
      ...(memoryLimitBytes === undefined ? {} : { memoryLimitBytes }),
    }).open({ readableFiles: [], writableFolder });

  test.each([
    ["a cast", "SELECT 'x'::INTEGER", "conversion"],
    ["a missing file", `FROM read_csv(${quote(join(writableFolder, "none.csv"))})`, "io"],
    ["an unknown column", "SELECT nothing", "other"],
    ["a cast of text that names another kind", "SELECT 'CSV Error parquet'::INTEGER", "conversion"],
    ["a bad pattern", "SELECT regexp_matches('a', '(')", "other"],
  ])("%s", async (_, sql, kind) => {
    const session = await open();

    expect(await failureOf(session, sql)).toBe(kind);
    await session.close();
  });

  test.each(["1,2,3", "x,2", '"1,2', "1,\xe9"])("a damaged CSV line: %j", async (line) => {
    const session = await open();
    writeFileSync(csv, Buffer.from(`a,b\n1,2\n${line}\n`, "latin1"));

    expect(await failureOf(session, readCsv)).toBe("csv");
    await session.close();
  });

  test("damaged Parquet, wherever the damage lies", async () => {
    const session = await open();
    await session.run(`COPY (SELECT range AS a FROM range(9999)) TO ${quote(parquet)}`);
    const sound = readFileSync(parquet);
    const filled = (start: number, end: number) => Buffer.from(sound).fill(0xff, start, end);
    const damaged = [
      Buffer.alloc(0),
      Buffer.from("PAR1 is not enough PAR1"),
      sound.subarray(0, sound.length - 100),
      filled(sound.length - 60, sound.length - 8),
      filled(4, 60),
      filled(sound.length >> 1, sound.length - 500),
    ];

    const kinds: string[] = [];
    for (const bytes of damaged) {
      writeFileSync(parquet, bytes);
      kinds.push(await failureOf(session, `SELECT sum(a) FROM read_parquet(${quote(parquet)})`));
    }

    expect(kinds).toEqual(damaged.map(() => "parquet"));
    await session.close();
  });

  test("running out of memory is advice, and leaves nothing behind", async () => {
    const session = await open(30_000_000);

    expect(await failureOf(session, "SELECT list(range || 'abc') FROM range(5000000)")).toBe(
      "SW6101",
    );
    await session.close();
    expect(readdirSync(tempFolder)).toEqual([]);
  });

  test("a message is one clean line of at most 300 characters; the whole stays in its cause", async () => {
    const session = await open();
    writeFileSync(csv, `a,b\n1,${"\u001b[31m\u202e😀".repeat(400)}\n`);

    const error: unknown = await session.run(readCsv).catch((caught: unknown) => caught);

    expect(error).toBeInstanceOf(SqlError);
    const { message, cause } =
      error instanceof SqlError ? error : { message: "", cause: undefined };
    expect(message).toMatch(/^Conversion Error: CSV Error on Line: 2 Original Line: 1,/);
    expect(message.length).toBeLessThanOrEqual(300);
    expect(message).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
    expect(cause instanceof Error && cause.message.length > 1000).toBe(true);
    await session.close();
  });
});

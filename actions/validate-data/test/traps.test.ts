import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import {
  contractOf,
  createWorkspace,
  findings,
  samplesOf,
  validate,
  validateIn,
} from "./workspace.ts";

// Each test shows a statement that a naive validator would trust, green on data that breaks its contract.
const workspace = createWorkspace({});
afterAll(() => workspace.remove());

async function naive(text: string, sql: (file: string) => string) {
  const file = join(workspace.root, "naive.csv");
  writeFileSync(file, text);
  const session = await workspace.engine.open({ readableFiles: [file] });
  try {
    return (await session.rows(sql(`'${file.replaceAll("'", "''")}'`)))[0];
  } finally {
    await session.close();
  }
}

test("trap 1: a typed reader never looks at a column that nothing asks for", async () => {
  const text = "a,b\n1,2\n2,two\n";
  const contract = contractOf(
    "      - { name: a, logicalType: integer }\n      - { name: b, logicalType: integer }",
  );

  const trusted = await naive(
    text,
    (file) =>
      `SELECT count(*) AS n FROM read_csv(${file}, header = true, columns = {'a': 'INTEGER', 'b': 'INTEGER'})`,
  );
  const ours = await validate({ "data.csv": text }, contract);

  expect(trusted).toEqual({ n: 2n });
  expect(samplesOf(ours, "b:type")).toEqual(["3 two"]);
});

test("trap 2: a cast takes 12.6 for 13 and 2024-2-3 for a date", async () => {
  const text = "i,d\n12.6,2024-2-3\n";
  const contract = contractOf(
    "      - { name: i, logicalType: integer }\n      - { name: d, logicalType: date }",
  );

  const trusted = await naive(
    text,
    (file) =>
      `SELECT count(*) FILTER (WHERE TRY_CAST(i AS INTEGER) IS NULL OR TRY_CAST(d AS DATE) IS NULL) AS bad FROM read_csv(${file}, all_varchar = true)`,
  );
  const ours = await validate({ "data.csv": text }, contract);

  expect(trusted).toEqual({ bad: 0n });
  expect(findings(ours)).toMatchObject({ "i:type": "fail 1/1", "d:type": "fail 1/1" });
});

const many = Array.from({ length: 200_000 }, (_, row) => row);

test("trap 3: evidence is the same, bit for bit, whatever the number of threads", async () => {
  const text = `k,x\n${many.map((row) => `${row % 199_990},${row % 7 === 0 ? "0.1" : `${row}.25`}`).join("\n")}\n`;
  const contract = contractOf(`      - { name: k, logicalType: integer, unique: true }
      - name: x
        logicalType: number
        logicalTypeOptions: { multipleOf: 0.25, minimum: 0.1, maximum: 199000 }
        quality: [{ metric: duplicateValues, unit: percent, mustBeLessThan: 14.2855 }]`);

  const [one, two, eight] = await Promise.all(
    [1, 2, 8].map((threads) => validate({ "data.csv": text }, contract, { threads })),
  );

  expect(two).toEqual(one);
  expect(eight).toEqual(one);
  expect(one && findings(one)).toMatchObject({ "k:unique": "fail 10/200000" });
});

test("trap 4: an approximate distinct count hides duplicates", async () => {
  const counts = await naive(
    `k\n${many.join("\n")}\n`,
    (file) => `SELECT approx_count_distinct(k) AS n FROM read_csv(${file}, all_varchar = true)`,
  );
  const error = Number(counts?.["n"]) - many.length;
  const text = `k\n${many.join("\n")}\n7\n`;

  const ours = await validate(
    { "data.csv": text },
    contractOf("      - { name: k, unique: true }"),
  );

  // Whoever allows for the error of the estimate cannot see one duplicate.
  expect(Math.abs(error)).toBeGreaterThan(1);
  expect(samplesOf(ours, "k:unique")).toEqual(["200002 7"]);
});

test("trap 5: rows have their own numbers in a file that several threads read", async () => {
  const file = `x\n${many.map((row) => (row % 50_000 === 49_999 ? `bad${row}` : `${row}`)).join("\n")}\n`;
  const contract = contractOf("      - { name: x, logicalType: integer }");

  const ours = await validate({ "p/1.csv": file, "p/2.csv": file }, contract, {
    path: "p/*.csv",
    threads: 4,
  });

  const samples = ours.checks.find(({ id }) => id === "x:type")?.samples;
  const rows = [50_000, 100_000, 150_000, 200_000];
  expect(samples).toEqual(
    ["p/1.csv", "p/2.csv"].flatMap((name) =>
      rows.map((row) => ({ file: name, row, line: row + 1, column: "x", value: `bad${row - 1}` })),
    ),
  );
});

test("trap 6: a row begins on another line once a value holds a line break", async () => {
  const text = 'a,b\r\n1,"x\r\ny"\r\n2,"p\nq\n\nr"\r\ntwo,z\r\n';
  const contract = contractOf("      - { name: a, logicalType: integer }\n      - { name: b }");

  const ours = await validate({ "data.csv": text }, contract);

  expect(ours.checks.find(({ id }) => id === "a:type")?.samples).toEqual([
    { file: "data.csv", row: 3, line: 8, column: "a", value: "two" },
  ]);
});

test("what the engine refuses becomes an error check, and the others keep their counts", async () => {
  const contract =
    contractOf(`      - { name: x, logicalType: string, logicalTypeOptions: { maxLength: 1 } }
      - { name: y, logicalType: integer }`);
  const files = createWorkspace({ "data.csv": "x,y\nab,1\na,z\n", "contract.yaml": contract });
  const engine = {
    ...files.engine,
    open: async (options: Parameters<typeof files.engine.open>[0]) => {
      const session = await files.engine.open(options);
      // An engine that stumbles over one function: the statement fails wherever it is used.
      const rows = (sql: string) => session.rows(sql.replaceAll("length(", "no_such_function("));
      return { ...session, rows };
    },
  };

  const ours = await validateIn({ files: files.files, engine }, contract);
  files.remove();

  expect(ours.outcome).toBe("error");
  expect(findings(ours)).toMatchObject({ "x:length": "error engine 0/0", "y:type": "fail 1/2" });
});

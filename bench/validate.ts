import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseContract } from "@slipway/data";
import { duckdbEngine } from "@slipway/engine-duckdb";
import { workspaceFiles } from "@slipway/runner";
import { validateData } from "@slipway/validate-data";

// node scripts/dev.mjs node bench/validate.ts: the contract below against a hand-written statement, in one process.
const runs = 5;
const contract = `apiVersion: v3.1.0
kind: DataContract
id: flights
version: 1.0.0
status: active
schema:
  - name: flights
    properties:
      - { name: date, logicalType: timestamp, required: true, logicalTypeOptions: { minimum: 2001-01-01, maximum: 2001-12-31 } }
      - { name: delay, logicalType: integer, required: true, logicalTypeOptions: { minimum: -1200, maximum: 2000 } }
      - { name: distance, logicalType: integer, required: true, logicalTypeOptions: { minimum: 0, maximum: 5000 } }
      - { name: origin, logicalType: string, required: true, relationships: [{ to: airports.iata }] }
      - { name: destination, logicalType: string, required: true, relationships: [{ to: airports.iata }] }
`;

const data = join(dirname(createRequire(import.meta.url).resolve("vega-datasets")), "../data");
const root = mkdtempSync(join(tmpdir(), "bench-validate-"));
writeFileSync(join(root, "contract.yaml"), contract);
for (const name of ["flights-3m.parquet", "airports.csv"])
  symlinkSync(join(data, name), join(root, name));
const files = workspaceFiles({ root, anywhere: true });
const engine = duckdbEngine({ binding: installedBinding(), tempFolder: join(root, "temp") });
const paths = ["flights-3m.parquet", "airports.csv"].map((name) => files.locate(name));

const handWritten = `WITH k AS MATERIALIZED (SELECT DISTINCT iata FROM read_csv('${paths[1] ?? ""}', all_varchar = true, header = true)),
t AS (SELECT * FROM read_parquet('${paths[0] ?? ""}'))
SELECT count(*) AS n,
  count(*) FILTER (WHERE date IS NULL) AS a, count(*) FILTER (WHERE NOT (date >= '2001-01-01' AND date <= '2001-12-31')) AS b,
  count(*) FILTER (WHERE delay IS NULL) AS c, count(*) FILTER (WHERE NOT (delay >= -1200 AND delay <= 2000)) AS d,
  count(*) FILTER (WHERE distance IS NULL) AS e, count(*) FILTER (WHERE NOT (distance >= 0 AND distance <= 5000)) AS f,
  count(*) FILTER (WHERE origin IS NULL) AS g, count(*) FILTER (WHERE destination IS NULL) AS h,
  count(*) FILTER (WHERE origin IS NOT NULL AND o.iata IS NULL) AS i, count(*) FILTER (WHERE destination IS NOT NULL AND d.iata IS NULL) AS j
FROM t LEFT JOIN k AS o ON o.iata = t.origin LEFT JOIN k AS d ON d.iata = t.destination`;

async function byHand(): Promise<void> {
  const session = await engine.open({ readableFiles: paths });
  await session.rows(handWritten);
  await session.close();
}

async function byContract(): Promise<string> {
  const [result] = await validateData(
    {
      dataSets: [
        {
          name: "flights",
          path: "flights-3m.parquet",
          contract: parseContract(contract, "contract.yaml"),
        },
      ],
      references: [{ name: "airports", path: "airports.csv" }],
      policy: { origin: "working-tree", loosened: [] },
    },
    {
      files,
      engine,
      clock: { now: () => new Date().toISOString() },
      context: { run: {}, tool: { name: "slipway", version: "bench" } },
      log: { info: () => undefined, notice: () => undefined, warning: () => undefined },
      evidence: { write: () => Promise.resolve("") },
    },
  );
  const checks = result?.evidence.checks ?? [];
  return `${result?.evidence.outcome ?? ""}, ${checks.length} checks, ${result?.evidence.rows ?? 0} rows`;
}

function installedBinding(): string {
  const engineFile = createRequire(import.meta.url).resolve("@slipway/engine-duckdb");
  const api = createRequire(engineFile).resolve("@duckdb/node-api");
  const bindings = createRequire(api).resolve("@duckdb/node-bindings");
  return createRequire(bindings).resolve(
    `@duckdb/node-bindings-${process.platform}-${process.arch}/duckdb.node`,
  );
}

async function time(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return (
    values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN
  );
}

const verdict = await byContract();
await byHand();
const [hand, ours]: [number[], number[]] = [[], []];
for (let run = 0; run < runs; run += 1) {
  hand.push(await time(byHand));
  ours.push(await time(byContract));
}
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
rmSync(root, { recursive: true });
console.log(`validate flights-3m.parquet: ${verdict}`);
console.log(`hand-written ${median(hand).toFixed(0)} ms, contract ${median(ours).toFixed(0)} ms`);
console.log(
  `ratio ${(median(ours) / median(hand)).toFixed(2)} (goal 1.3), peak ${peakMb} MB (goal 500)`,
);

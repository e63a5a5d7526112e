// Times `slipway evaluate` as a user runs it: node scripts/dev.mjs node bench/evaluate.ts [rows]
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { duckdbEngine } from "@slipway/engine-duckdb";
import { installedBindingFolder } from "@slipway/engine-duckdb/installed";

// 5 metrics, 10 slices and the paired intervals of all five, from Parquet, in one process of the committed bundle.
const rows = Number(process.argv[2] ?? 1_000_000);
const runs = 5;
const bindingFolder = installedBindingFolder();
if (bindingFolder === undefined) throw new Error("no DuckDB for this platform is installed");
const folder = mkdtempSync(join(tmpdir(), "bench-evaluate-"));

async function writeResults(name: string, noise: number): Promise<void> {
  const engine = duckdbEngine({
    binding: join(bindingFolder ?? "", "duckdb.node"),
    tempFolder: join(folder, "temp"),
  });
  const session = await engine.open({ readableFiles: [], writableFolder: folder });
  const truth = "SELECT i, (hash(i) % 1000 < 200)::INTEGER AS label FROM range(RANGE) t(i)";
  const scored = `SELECT i, label, 1 / (1 + exp(1 - label * 1.6 - (hash(i, ${noise}) % 10000) / 10000 * ${noise})) AS score FROM (${truth})`;
  const query = `SELECT 'item-' || i AS id, label, (score > 0.5)::INTEGER AS prediction, score, 'group-' || (hash(i, 7) % 10) AS grp FROM (${scored})`;
  await session.run(
    `COPY (${query.replace("RANGE", String(rows))}) TO '${join(folder, name)}' (FORMAT parquet)`,
  );
  await session.close();
}

// The child reports its own peak: that of this process would count the making of the files.
const report = `process.on("exit", () => process.stderr.write("\\npeak " + process.resourceUsage().maxRSS + "\\n"));`;

function evaluate(): { seconds: number; peakMb: number; outcome: string } {
  const metrics = ["accuracy", "f1", "roc_auc", "average_precision", "log_loss"];
  const gates = metrics.flatMap((metric) => ["--gate", `${metric} max-drop 0.5`]);
  const columns = "id=id,label=label,prediction=prediction,score=score,slices=grp";
  const start = performance.now();
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      ...["--import", `data:text/javascript,${encodeURIComponent(report)}`],
      ...[resolve("packages/cli/bin/slipway.mjs"), "evaluate", "--format", "json"],
      ...["--results", "new.parquet", "--baseline", "old.parquet", "--task", "binary"],
      ...["--columns", columns, ...gates],
    ],
    {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1 << 28,
      env: { ...process.env, SLIPWAY_DUCKDB_BINDING: bindingFolder },
    },
  );
  const seconds = (performance.now() - start) / 1000;
  const peakMb = Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024;
  const outcome = /"outcome": "(\w+)"/.exec(stdout)?.[1];
  if (outcome === undefined) throw new Error(stderr);
  return { seconds, peakMb, outcome };
}

await writeResults("new.parquet", 0.9);
await writeResults("old.parquet", 1.0);
const found = Array.from({ length: runs }, evaluate);
rmSync(folder, { recursive: true });
const bySeconds = found.toSorted((left, right) => left.seconds - right.seconds);
const median = bySeconds[Math.floor(runs / 2)];
const peak = Math.max(...found.map(({ peakMb }) => peakMb));
console.log(`evaluate ${rows} predictions: ${median?.outcome ?? ""}`);
console.log(
  `${median?.seconds.toFixed(2) ?? ""} s, median of ${runs} (goal 3), peak ${peak.toFixed(0)} MB (goal 600)`,
);

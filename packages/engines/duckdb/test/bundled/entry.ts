/** What the bundle test runs: fetches the binding, opens a session and prints what it read. */
import { readFileSync } from "node:fs";
import { duckdbEngine, findRegistry, provideBinding } from "../../src/index.ts";
import type { Pins } from "../../src/pins.ts";

type Setting = { readonly pins: Pins; readonly folder: string; readonly data: string };

const setting: unknown = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
if (!isSetting(setting)) throw new Error("The setting is incomplete.");
const { pins, folder, data } = setting;
const started = performance.now();
const engine = duckdbEngine({
  binding: () =>
    provideBinding({
      toolCache: folder,
      registry: () => findRegistry({ env: process.env, cwd: folder, home: folder }),
      pins,
    }),
  tempFolder: folder,
});
const session = await engine.open({ readableFiles: [data] });
const rows = await session.rows("SELECT 1 AS one");
const columns = await session.columns(`SELECT a::DOUBLE AS a FROM read_csv('${data}')`);
const ms = Math.round(performance.now() - started);
await session.close();
const values = columns["a"]?.kind === "number" ? Array.from(columns["a"].values) : [];
process.stdout.write(JSON.stringify({ engine: engine.name, rows, values, ms }));

function isSetting(value: unknown): value is Setting {
  const isObject = typeof value === "object" && value !== null;
  return isObject && "pins" in value && "folder" in value && "data" in value;
}

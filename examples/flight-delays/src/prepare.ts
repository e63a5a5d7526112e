import { copyFile, cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { literal, withDatabase } from "./database.ts";
import { flightsTable, rowHash } from "./flights.ts";
import { airportsCsv } from "./source.ts";

const sampleRowCount = 20_000;

const example = join(import.meta.dirname, "..");

/** Writes data/flights.csv (20,000 rows) and data/airports.csv below a folder, the same bytes each time. */
export async function prepareData(folder: string): Promise<void> {
  const data = join(folder, "data");
  await mkdir(data, { recursive: true });
  await copyFile(airportsCsv, join(data, "airports.csv"));
  // The three delays below −200 minutes are in the sample on purpose: the contract speaks of them.
  const sample = `SELECT * FROM ${flightsTable} ORDER BY delay < -200 DESC, ${rowHash} LIMIT ${sampleRowCount}`;
  const rows = `SELECT id, strftime(date, '%Y-%m-%dT%H:%M:%S') AS date, delay, distance, origin, destination
    FROM (${sample}) ORDER BY id`;
  await withDatabase(2, (database) =>
    database.run(`COPY (${rows}) TO ${literal(join(data, "flights.csv"))} (FORMAT csv, HEADER)`),
  );
}

/** Writes a repository in small into a folder: data, contracts, slipway.yaml and .gitignore; a model comes on top. */
export async function prepareStory(folder: string): Promise<void> {
  await prepareData(folder);
  await cp(join(example, "contracts"), join(folder, "contracts"), { recursive: true });
  await copyFile(join(example, "slipway.yaml"), join(folder, "slipway.yaml"));
  await writeFile(join(folder, ".gitignore"), "out/\n.slipway/\n");
}

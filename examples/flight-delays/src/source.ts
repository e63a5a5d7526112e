import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const folder = join(dirname(createRequire(import.meta.url).resolve("vega-datasets")), "..", "data");

/** Path of the 3,000,000 US flights of January to June 2001 (Bureau of Transportation Statistics). */
export const flightsParquet: string = join(folder, "flights-3m.parquet");

/** Path of the airports of the United States. */
export const airportsCsv: string = join(folder, "airports.csv");

/** SHA-256 of a file's bytes, in hexadecimal. */
export function sha256Of(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

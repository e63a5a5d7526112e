import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseConfig } from "@slipway/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { airportsCsv, damageCsv, prepareStory, sha256Of, storyDamages } from "../src/index.ts";

let folder: string;
let flights: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "flight-delays-"));
  await prepareStory(folder);
  flights = await text("data/flights.csv");
});
afterAll(() => rm(folder, { recursive: true }));

const text = (path: string) => readFile(join(folder, path), "utf8");

test("the sample has 20,000 flights in the order of their ids, the three implausible delays among them", () => {
  const lines = flights.split("\n");

  const rows = lines.slice(1, -1).map((line) => line.split(","));
  const ids = rows.map(([id]) => Number(id));
  const early = rows.map(([, , delay]) => Number(delay)).filter((delay) => delay < -99);
  expect([lines[0], lines.at(-1)]).toEqual(["id,date,delay,distance,origin,destination", ""]);
  expect(rows.length).toBe(20_000);
  expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
  expect(early).toEqual([-212, -953, -1116]);
});

test("preparing again writes the same bytes, and the airports are the source's own", async () => {
  const before = sha256Of(join(folder, "data/flights.csv"));

  await prepareStory(folder);

  expect(sha256Of(join(folder, "data/flights.csv"))).toBe(before);
  expect(sha256Of(join(folder, "data/airports.csv"))).toBe(sha256Of(airportsCsv));
});

test("slipway.yaml is valid, and each contract names the columns of its data set in their order", async () => {
  const contractSchema = z.object({
    schema: z.tuple([
      z.object({ name: z.string(), properties: z.array(z.object({ name: z.string() })) }),
    ]),
  });

  const { config } = parseConfig(await text("slipway.yaml"), "slipway.yaml");

  expect(config.data?.map(({ name }) => name)).toEqual(["flights", "airports"]);
  for (const { name, path, contract } of config.data ?? []) {
    const [object] = contractSchema.parse(parse(await text(contract))).schema;
    const [header] = (await text(path)).split("\n");
    expect(object.name).toBe(name);
    expect(object.properties.map((property) => property.name).join(",")).toBe(header);
  }
});

test("the damage is at the lines that it names and nowhere else", () => {
  const damaged = damageCsv(flights, storyDamages);

  const [before, after] = [flights.split("\n"), damaged.split("\n")];
  const changed = after.flatMap((line, index) => (line === before[index] ? [] : [index + 1]));
  const columns = ["id", "date", "delay", "distance", "origin", "destination"];
  const cells = storyDamages.map(
    ({ line, column }) => (after[line - 1] ?? "").split(",")[columns.indexOf(column)],
  );
  expect(after.length).toBe(before.length);
  expect(changed).toEqual(storyDamages.map(({ line }) => line).sort((a, b) => a - b));
  expect(cells).toEqual(storyDamages.map(({ value }) => value));
});

test("the airport of the damage is unknown to airports.csv", async () => {
  const airports = await text("data/airports.csv");

  expect(airports.includes("\nXXA,")).toBe(false);
});

test.each([
  { line: 1, column: "delay", value: "x" },
  { line: 20_002, column: "delay", value: "x" },
  { line: 52, column: "no such column", value: "x" },
])("damage to a cell that is not there is refused: $line, $column", (damage) => {
  expect(() => damageCsv(flights, [damage])).toThrow(`line ${damage.line} has no`);
});

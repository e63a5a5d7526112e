import { basename } from "node:path";
import { literal, readIntegers, readTexts, withDatabase } from "./database.ts";
import { flightsParquet, sha256Of } from "./source.ts";

/** Columns that describe flights; every array has one entry a row, airports are indexes into `airports`. */
export type FlightColumns = {
  readonly airports: readonly string[];
  readonly origin: Int32Array;
  readonly destination: Int32Array;
  /** Miles. */
  readonly distance: Int32Array;
  /** Hour of the day in local time, 0 to 23. */
  readonly hour: Int32Array;
  /** 0 is Monday. */
  readonly weekday: Int32Array;
};

/** Flights of January to May 2001, grouped: flights that look alike to every model are counted, not listed. */
export type TrainingFlights = FlightColumns & {
  /** Name and SHA-256 of the file that they come from. */
  readonly source: string;
  readonly sha256: string;
  readonly flights: Int32Array;
  readonly late: Int32Array;
};

/** Flights of June 2001, one a row, by ascending id: the row number in the source, from 1. */
export type TestFlights = FlightColumns & {
  readonly id: Int32Array;
  /** 1 for a flight that arrived 15 minutes late or later. */
  readonly label: Int32Array;
};

const lateFromMinutes = 15;

/** First day that no model has seen in training. */
export const testFrom = "2001-06-01";

/** A whole number in 0 .. 2³² − 1 made of a row number by multiplicative hashing (Knuth), as SQL. */
export const rowHash = "(id * 2654435761) % 4294967296";

/** Source of every query: the flights with `id`, their row number in the file from 1. */
export const flightsTable = `(SELECT file_row_number + 1 AS id, date, delay::INTEGER AS delay, distance::INTEGER AS distance,
  origin, destination FROM read_parquet(${literal(flightsParquet)}, file_row_number = true))`;

const described = `enum_code(origin::airport)::INTEGER AS origin,
  enum_code(destination::airport)::INTEGER AS destination,
  distance, hour(date)::INTEGER AS hour, (isodow(date) - 1)::INTEGER AS weekday`;
const isLate = `(delay >= ${lateFromMinutes})::INTEGER`;

/** Reads the flights to train on, and one in `testOneIn` of the later ones to test with (default 4: 125,000 rows). */
export async function readFlights(
  options: { testOneIn?: number } = {},
): Promise<{ training: TrainingFlights; test: TestFlights }> {
  const share = Math.floor(2 ** 32 / (options.testOneIn ?? 4));
  return withDatabase(2, async (database) => {
    const airports = await readTexts(
      database,
      `SELECT DISTINCT unnest([origin, destination]) AS code FROM ${flightsTable} ORDER BY code`,
    );
    await database.run(`CREATE TYPE airport AS ENUM (${airports.map(literal).join(", ")})`);
    const training = await readIntegers(
      database,
      `SELECT ${described}, count(*)::INTEGER AS flights, sum(${isLate})::INTEGER AS late
      FROM ${flightsTable} WHERE date < '${testFrom}' GROUP BY ALL ORDER BY ALL`,
    );
    const test = await readIntegers(
      database,
      `SELECT id::INTEGER AS id, ${isLate} AS label, ${described} FROM ${flightsTable}
      WHERE date >= '${testFrom}' AND date < '2001-07-01' AND ${rowHash} < ${share} ORDER BY id`,
    );
    return {
      training: {
        source: basename(flightsParquet),
        sha256: sha256Of(flightsParquet),
        ...columnsOf(airports, training),
        flights: training("flights"),
        late: training("late"),
      },
      test: { ...columnsOf(airports, test), id: test("id"), label: test("label") },
    };
  });
}

function columnsOf(
  airports: readonly string[],
  column: (name: string) => Int32Array,
): FlightColumns {
  return {
    airports,
    origin: column("origin"),
    destination: column("destination"),
    distance: column("distance"),
    hour: column("hour"),
    weekday: column("weekday"),
  };
}

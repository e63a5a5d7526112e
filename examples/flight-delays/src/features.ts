import type { FlightColumns } from "./flights.ts";

/** What a model looks at; every feature is a category, and the model learns one weight for each of its levels. */
export type FeatureName = "hour" | "weekday" | "distance" | "origin" | "destination" | "route";

/** How the hour is read from the timestamp: 12 is the mistake of a pattern with `hh` in place of `HH`. */
export type Clock = 12 | 24;

/** A feature's level for each row, as an index into its labels. */
export type Feature = {
  readonly name: FeatureName;
  readonly labels: readonly string[];
  readonly level: Int32Array;
};

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const distanceEdges = [250, 500, 750, 1000, 1500, 2000];
const distanceLabels = ["0", ...distanceEdges.map(String)].map((edge) => `from ${edge} miles`);

/** Takes flights apart into the features named. */
export function featuresOf(
  flights: FlightColumns,
  names: readonly FeatureName[],
  clock: Clock,
): Feature[] {
  return names.map((name) => featureOf(flights, name, clock));
}

function featureOf(flights: FlightColumns, name: FeatureName, clock: Clock): Feature {
  const { airports, origin, destination } = flights;
  switch (name) {
    case "hour":
      return {
        name,
        labels: Array.from({ length: clock }, (_, hour) => String(hour)),
        level: flights.hour.map((hour) => hour % clock),
      };
    case "weekday":
      return { name, labels: weekdays, level: flights.weekday };
    case "distance":
      return { name, labels: distanceLabels, level: flights.distance.map(distanceLevel) };
    case "origin":
      return { name, labels: airports, level: origin };
    case "destination":
      return { name, labels: airports, level: destination };
    case "route":
      return routeOf(flights);
  }
}

function distanceLevel(miles: number): number {
  let level = 0;
  while (miles >= (distanceEdges[level] ?? Infinity)) level += 1;
  return level;
}

function routeOf({ airports, origin, destination }: FlightColumns): Feature {
  const known = new Map<number, number>();
  const labels: string[] = [];
  const level = origin.map((from, row) => {
    const to = destination[row] ?? 0;
    const key = from * airports.length + to;
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    known.set(key, labels.length);
    return labels.push(`${airports[from] ?? ""}-${airports[to] ?? ""}`) - 1;
  });
  return { name: "route", labels, level };
}

import { createProgram } from "@slipway/cli";
import { findingCodes } from "@slipway/data";
import { metricCatalogue } from "@slipway/evaluation";
import { errorCodes } from "@slipway/kernel";
import { errorHints } from "./error-hints.ts";
import { intervalMethods } from "./interval-methods.ts";
import { code, table } from "./markdown.ts";

/** Every code of an error, in order. */
export function errorTable(): string {
  const hintOf = new Map<string, string>(Object.entries(errorHints));
  const rows = Object.entries<string>(errorCodes)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, sentence]) => [code(name), sentence, hintOf.get(name) ?? ""]);
  return table(["Code", "Meaning", "What to do"], rows);
}

/** Every code of a finding about data. */
export function findingTable(): string {
  const rows = Object.entries<string>(findingCodes).map(([name, meaning]) => [code(name), meaning]);
  return table(["Code", "Meaning"], rows);
}

/** Every metric with its names, definition and interval. */
export function metricTable(): string {
  const rows = metricCatalogue.map((metric) => {
    const { name, aliases, params, tasks, direction } = metric;
    const settings = Object.entries(params).map(([key, value]) => `${key}=${value}`);
    const { own, change } = intervalMethods(metric);
    return [
      code(name),
      aliases.map(code).join(", "),
      code(`${metric.function}(${settings.join(", ")})`),
      tasks.join(", "),
      `${direction} is better`,
      own,
      change,
    ];
  });
  const head = ["Metric", "Also called", "scikit-learn", "Tasks", "Direction", "Interval"];
  return table([...head, "Interval of a paired change"], rows);
}

/** The verbs of the command line. */
export function commandTable(): string {
  const rows = createProgram(() => undefined).commands.map((command) => [
    code(`slipway ${command.name()}`),
    command.description(),
  ]);
  return table(["Command", "What it does"], rows);
}

import { nearestWord, UserError } from "@slipway/kernel";
import { metricCatalogue, type Metric } from "./catalogue.ts";
import { type Items, type Task } from "./items.ts";

/** The metric of that name or alias for the task, undefined where there is none. */
export function findMetric(name: string, task: Task): Metric | undefined {
  return metricCatalogue.find((metric) => metric.tasks.includes(task) && isCalled(metric, name));
}

/**
 * The metric that a gate or a request names.
 * @throws UserError SW5201 unknown name, SW5202 a metric of another task.
 */
export function parseMetric(name: string, task: Task): Metric {
  const found = findMetric(name, task);
  if (found !== undefined) return found;
  const elsewhere = metricCatalogue.find((metric) => isCalled(metric, name));
  const known = metricCatalogue.filter(({ tasks }) => tasks.includes(task));
  if (elsewhere !== undefined) {
    const sameFunction = known.filter((metric) => metric.function === elsewhere.function);
    throw new UserError({
      code: "SW5202",
      message: `The metric ${name} does not fit the task ${task}.`,
      remedy: `Use one of ${namesOf(sameFunction.length > 0 ? sameFunction : known)}.`,
    });
  }
  const near = nearestWord(
    name,
    known.flatMap((metric) => [metric.name, ...metric.aliases]),
  );
  throw new UserError({
    code: "SW5201",
    message: `There is no metric ${name} for the task ${task}.`,
    remedy: near === undefined ? `Use one of ${namesOf(known)}.` : `Did you mean ${near}?`,
  });
}

/** The metrics that the columns of these items allow. */
export function metricsFor(items: Items): Metric[] {
  return metricCatalogue.filter(({ tasks, needs }) => {
    if (!tasks.includes(items.task)) return false;
    if (items.task === "regression") return true;
    return needs === "prediction" ? items.prediction !== undefined : items.scores.length > 0;
  });
}

function isCalled(metric: Metric, name: string): boolean {
  return metric.name === name || metric.aliases.includes(name);
}

function namesOf(metrics: readonly Metric[]): string {
  return metrics.map(({ name }) => name).join(", ");
}

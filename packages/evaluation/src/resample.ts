import { type Metric } from "./catalogue.ts";
import { type ClassItems, type Items, type RegressionItems } from "./items.ts";
import { estimateMean } from "./means.ts";
import { lossColumn } from "./losses.ts";
import { type DrawOptions } from "./poisson-draws.ts";
import { normalDraws } from "./normal-draws.ts";
import { resampleLabels } from "./resample-labels.ts";
import { resampleMedians, resampleMoments } from "./resample-targets.ts";
import { resampleRanks } from "./resample-ranks.ts";

/**
 * Bootstrap deviations from the estimate: one array for each of the aligned models, resampled jointly. NaN marks
 * a resample in which the metric has no meaning.
 */
export type Deviations = readonly Float64Array[];

/** Resamples a metric of one model, or of two models whose rows are the same items in the same order. */
export function resample(
  models: readonly Items[],
  metric: Metric,
  options: DrawOptions,
): Deviations {
  const classes = models.filter((items) => items.task !== "regression");
  const targets = models.filter((items) => items.task === "regression");
  return targets.length > 0
    ? resampleTargets(targets, metric, options)
    : resampleClasses(classes, metric, options);
}

function resampleClasses(
  models: readonly ClassItems[],
  metric: Metric,
  options: DrawOptions,
): Deviations {
  switch (metric.form.kind) {
    case "accuracy":
    case "balanced-accuracy":
    case "share":
      return resampleLabels(models, metric, options);
    case "mean":
      return drawMeans(models, metric.form.loss, options);
    default:
      return resampleRanks(models, metric, options);
  }
}

function resampleTargets(
  models: readonly RegressionItems[],
  { form }: Metric,
  options: DrawOptions,
): Deviations {
  if (form.kind === "mean") return drawMeans(models, form.loss, options);
  if (form.kind === "median") return resampleMedians(models, options);
  return resampleMoments(models, form.kind === "r2" ? "r2" : "rmse", options);
}

/** A mean deviates normally by its standard error; each model gets a stream of its own. */
function drawMeans(
  models: readonly Items[],
  loss: Parameters<typeof lossColumn>[1],
  options: DrawOptions,
): Deviations {
  return models.map((items, index) => {
    const { standardError } = estimateMean(lossColumn(items, loss).loss, items.weight);
    return normalDraws(standardError, options, index);
  });
}

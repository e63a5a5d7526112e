import {
  createItems,
  metricInterval,
  pairedInterval,
  type Items,
  type Metric,
  type Task,
} from "@slipway/evaluation";

const n = 40;

/** How the uncertainty of a metric is measured: asked of the code itself, on a few items without weights. */
export function intervalMethods(metric: Metric): { own: string; change: string } {
  const [task = "binary"] = metric.tasks;
  const [candidate, baseline] = [itemsOf(task, 3), itemsOf(task, 5)];
  return {
    own: inWords(metricInterval(candidate, metric).method),
    change: inWords(pairedInterval(metric, { candidate, baseline }).method),
  };
}

/** Without the number of resamples and the seed, which slipway.yaml may set. */
function inWords(method: string): string {
  return method.replace(/bootstrap.*/, "bootstrap");
}

/** Items whose every `step`th prediction is wrong. */
function itemsOf(task: Task, step: number): Items {
  const rows = Array.from({ length: n }, (_, row) => row);
  if (task === "regression") {
    const label = Float64Array.from(rows);
    const prediction = label.map((value, row) => value + (row % step) / 10 + 0.1);
    return createItems({ task, label, prediction });
  }
  const classes = task === "binary" ? ["0", "1"] : ["a", "b", "c"];
  const label = Int32Array.from(rows, (row) => row % classes.length);
  const prediction = label.map((value, row) =>
    row % step === 0 ? (value + 1) % classes.length : value,
  );
  const scores = (task === "binary" ? [1] : classes.map((_, index) => index)).map((index) =>
    Float64Array.from(rows, (row) => scoreOf(prediction[row] === index, row, classes.length)),
  );
  return createItems({ task, classes, positive: 1, label, prediction, scores });
}

/** Scores of all classes add up to 1; those of a binary task are spread, so that areas have a variance. */
function scoreOf(isPredicted: boolean, row: number, classes: number): number {
  const doubt = 0.1 + (row % 7) / 50;
  return isPredicted ? 1 - doubt * (classes - 1) : doubt;
}

// Times the metric kernel: node bench/metrics.ts [rows]
import {
  alignedRows,
  alignPairs,
  computeGroups,
  computeMetric,
  createItems,
  pairedInterval,
  parseMetric,
  rowsOfGroups,
  type Items,
} from "../packages/evaluation/src/index.ts";

const rows = Number(process.argv[2] ?? 1_000_000);
const sliceCount = 10;
const names = ["accuracy", "f1", "roc_auc", "average_precision", "log_loss"];

let state = 12_345;
function uniform(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 4_294_967_296;
}

function normal(): number {
  return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

function model(signal: Float64Array, label: Int32Array, noise: number): Items {
  const scores = signal.map((one) => 1 / (1 + Math.exp(-(one + noise * normal() - 1))));
  const prediction = Int32Array.from(scores, (score) => (score > 0.5 ? 1 : 0));
  return createItems({
    task: "binary",
    classes: ["no", "yes"],
    label,
    prediction,
    scores: [scores],
  });
}

function timed<T>(what: string, run: () => T): T {
  const start = performance.now();
  const value = run();
  console.log(`${what.padEnd(44)} ${(performance.now() - start).toFixed(0).padStart(6)} ms`);
  return value;
}

const label = Int32Array.from({ length: rows }, () => (uniform() < 0.2 ? 1 : 0));
const signal = Float64Array.from(label, (one) => one + normal());
const candidate = model(signal, label, 0.5);
const baseline = model(signal, label, 0.6);
const codes = Int32Array.from({ length: rows }, () => Math.floor(uniform() * sliceCount));
const groups = { count: sliceCount, codes };
const metrics = names.map((name) => parseMetric(name, "binary"));
const every = Int32Array.from({ length: rows }, (_, row) => row);

const begin = performance.now();
timed(`${names.length} metrics of ${rows} rows`, () =>
  metrics.map((metric) => computeMetric(candidate, metric)),
);
timed(`${names.length} metrics of ${sliceCount} slices`, () =>
  metrics.map((metric) => computeGroups(candidate, metric, groups)),
);
const metricsMs = performance.now() - begin;
const aligned = timed("align pairs", () =>
  alignPairs(candidate, baseline, { candidate: every, baseline: every }),
);
for (const metric of metrics) {
  const { difference, low, high, method } = timed(`paired interval of ${metric.name}`, () =>
    pairedInterval(metric, aligned),
  );
  console.log(`    ${difference?.toFixed(6)} [${low?.toFixed(6)}, ${high?.toFixed(6)}] ${method}`);
}
const wholeMs = performance.now() - begin;
timed(`paired intervals of ${sliceCount} slices`, () => {
  for (const part of rowsOfGroups(groups, rows)) {
    const slice = alignedRows(aligned, part);
    for (const metric of metrics) pairedInterval(metric, slice);
  }
});
console.log(`metrics ${metricsMs.toFixed(0)} ms, with paired intervals ${wholeMs.toFixed(0)} ms`);
console.log(`peak RSS ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`);

import { type Metric } from "./catalogue.ts";
import { type ClassCounts } from "./class-counts.ts";
import { remember } from "./groups.ts";
import { type ClassItems } from "./items.ts";
import { accuracy, balancedAccuracy, shareMetric } from "./label-metrics.ts";
import { type Raw } from "./metric-value.ts";
import { CellCollector, drawCell, type Cell, type DrawOptions } from "./poisson-draws.ts";

type RowCell = Cell & { readonly row: number };

/** Deviations of a metric of hard labels: whole cells of the joint confusion table are redrawn at once. */
export function resampleLabels(
  models: readonly ClassItems[],
  metric: Metric,
  options: DrawOptions,
): Float64Array[] {
  const cells = labelCells(models);
  const draws = new Float64Array(options.resamples);
  const tables = models.map(({ classes }) => new CountTable(classes.length, options.resamples));
  const originals = models.map(({ classes }) => new CountTable(classes.length, 1));
  for (const cell of cells) {
    drawCell(cell, options, draws);
    models.forEach((model, index) => {
      const place = { truth: model.label[cell.row] ?? 0, claim: claimOf(model, cell.row) };
      tables[index]?.add(place, draws);
      originals[index]?.add(place, Float64Array.of(cell.weight));
    });
  }
  return models.map(({ positive }, index) => {
    const base = labelMetric(metric, originals[index]?.counts(0), positive).value ?? Number.NaN;
    return Float64Array.from(draws, (_, resample) => {
      const raw = labelMetric(metric, tables[index]?.counts(resample), positive);
      return raw.undefined === undefined ? (raw.value ?? Number.NaN) - base : Number.NaN;
    });
  });
}

function labelMetric({ form }: Metric, counts: ClassCounts | undefined, positive: number): Raw {
  if (counts === undefined) return {};
  if (form.kind === "accuracy") return accuracy(counts);
  if (form.kind === "share") return shareMetric(counts, { ...form, positive });
  return balancedAccuracy(counts);
}

function claimOf(model: ClassItems, row: number): number {
  return (model.prediction ?? model.label)[row] ?? 0;
}

const collected = new WeakMap<ClassItems, WeakMap<ClassItems, readonly RowCell[]>>();

function labelCells(models: readonly ClassItems[]): readonly RowCell[] {
  const [first, second = first] = models;
  if (first === undefined || second === undefined) return [];
  return remember(collected, [first, second], () => {
    const collector = new CellCollector(first.weight);
    for (let row = 0; row < first.n; row += 1) {
      let key = 0;
      for (const model of models) {
        const k = model.classes.length;
        key = (key * k + (model.label[row] ?? 0)) * k + claimOf(model, row);
      }
      collector.add(key, row);
    }
    return collector.cells();
  });
}

/** Right, labelled and predicted weights of each class in each resample. */
class CountTable {
  readonly #classes: number;
  readonly #resamples: number;
  readonly #right: Float64Array;
  readonly #labelled: Float64Array;
  readonly #predicted: Float64Array;

  constructor(classes: number, resamples: number) {
    this.#classes = classes;
    this.#resamples = resamples;
    this.#right = new Float64Array(classes * resamples);
    this.#labelled = new Float64Array(classes * resamples);
    this.#predicted = new Float64Array(classes * resamples);
  }

  add({ truth, claim }: { truth: number; claim: number }, draws: Float64Array): void {
    const truthAt = truth * this.#resamples;
    const claimAt = claim * this.#resamples;
    for (let resample = 0; resample < this.#resamples; resample += 1) {
      const draw = draws[resample] ?? 0;
      this.#labelled[truthAt + resample] = (this.#labelled[truthAt + resample] ?? 0) + draw;
      this.#predicted[claimAt + resample] = (this.#predicted[claimAt + resample] ?? 0) + draw;
      if (truth === claim) {
        this.#right[truthAt + resample] = (this.#right[truthAt + resample] ?? 0) + draw;
      }
    }
  }

  counts(resample: number): ClassCounts {
    const pick = (column: Float64Array) =>
      Float64Array.from(
        { length: this.#classes },
        (_, index) => column[index * this.#resamples + resample] ?? 0,
      );
    const labelled = pick(this.#labelled);
    const predicted = pick(this.#predicted);
    const seen = Uint8Array.from(labelled, (one, index) =>
      one + (predicted[index] ?? 0) > 0 ? 1 : 0,
    );
    return { right: pick(this.#right), labelled, predicted, seen };
  }
}

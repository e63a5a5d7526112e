import { type Metric } from "./catalogue.ts";
import { type ClassItems } from "./items.ts";
import { type Raw } from "./metric-value.ts";
import { CellCollector, drawCell, type Cell, type DrawOptions } from "./poisson-draws.ts";
import { scramble } from "./random.ts";
import { rankBins, type Bins } from "./rank-bins.ts";
import { type RankSums } from "./rank-pass.ts";
import { areaOf, areaOfClasses } from "./score-metrics.ts";

type Binned = { readonly items: ClassItems; readonly columns: readonly Bins[] };
type RowCell = Cell & { readonly row: number };

/** More cells than this are not worth their time: the scores are put into coarser bins instead. */
const mostCells = 32_768;

/** Deviations of a metric of ranks: scores are binned by rank, and equal items are redrawn at once. */
export function resampleRanks(
  models: readonly ClassItems[],
  metric: Metric,
  options: DrawOptions,
): Float64Array[] {
  const { binned, cells } = binModels(models, options);
  const tables = binned.map((model) => new RankTable(model, options.resamples));
  const originals = binned.map((model) => new RankTable(model, 1));
  const draws = new Float64Array(options.resamples);
  for (const cell of cells) {
    drawCell(cell, options, draws);
    for (const table of tables) table.add(cell.row, draws);
    for (const table of originals) table.add(cell.row, Float64Array.of(cell.weight));
  }
  return models.map((model, index) => {
    const [base] = originals[index]?.values(metric, model) ?? [];
    const values = tables[index]?.values(metric, model) ?? [];
    return Float64Array.from(values, ({ value = NaN }) => value - (base?.value ?? Number.NaN));
  });
}

function binModels(models: readonly ClassItems[], options: DrawOptions) {
  const n = models[0]?.n ?? 0;
  const k = models[0]?.classes.length ?? 2;
  const columns = models[0]?.scores.length ?? 1;
  // The tables of all resamples stay below some 100 MB.
  const most = Math.min(4096, 1.6e7 / (options.resamples * k * columns));
  const coarse = n <= mostCells ? most : (mostCells / k) ** (1 / (columns * models.length));
  const limit = Math.max(16, Math.floor(Math.min(most, coarse)));
  const binned = models.map((items) => binModel(items, limit));
  return { binned, cells: rankCells(binned) };
}

function binModel(items: ClassItems, limit: number): Binned {
  const columns = items.scores.map((scores, index) => {
    const chosen = items.task === "binary" ? items.positive : index;
    const isChosen = new Uint8Array(items.n);
    for (let row = 0; row < items.n; row += 1) isChosen[row] = items.label[row] === chosen ? 1 : 0;
    return rankBins(scores, isChosen, limit);
  });
  return { items, columns };
}

function rankCells(binned: readonly Binned[]): RowCell[] {
  const items = binned[0]?.items;
  const collector = new CellCollector(items?.weight);
  const parts = binned.flatMap((model) => [
    { codes: model.items.label, count: model.items.classes.length },
    ...model.columns,
  ]);
  const isExact = parts.reduce((size, { count }) => size * count, 1) < 2 ** 53;
  const [label, ...columns] = parts;
  for (let row = 0; row < (items?.n ?? 0); row += 1) {
    const first = label?.codes[row] ?? 0;
    collector.add(isExact ? exactKey(columns, row, first) : mixedKey(columns, row, first), row);
  }
  return collector.cells();
}

type Part = { readonly codes: Uint16Array | Int32Array; readonly count: number };

function exactKey(parts: readonly Part[], row: number, first: number): number {
  let key = first;
  for (const { codes, count } of parts) key = key * count + (codes[row] ?? 0);
  return key;
}

/** 53 bits of all codes; two different items share them with a chance of about n² / 10^16. */
function mixedKey(parts: readonly Part[], row: number, first: number): number {
  let low = first;
  let high = 0;
  for (const { codes } of parts) {
    high = scramble(high ^ Math.imul(low + 1, 0x27d4eb2f));
    low = scramble(low ^ Math.imul((codes[row] ?? 0) + 1, 0x165667b1));
  }
  return (low >>> 0) + (high & 0x1fffff) * 4294967296;
}

/** For each score column, bin and label the weight in each resample. */
class RankTable {
  readonly #model: Binned;
  readonly #resamples: number;
  readonly #k: number;
  readonly #weights: readonly Float32Array[];

  constructor(model: Binned, resamples: number) {
    this.#model = model;
    this.#resamples = resamples;
    this.#k = model.items.classes.length;
    this.#weights = model.columns.map(({ count }) => new Float32Array(count * this.#k * resamples));
  }

  add(row: number, draws: Float64Array): void {
    const label = this.#model.items.label[row] ?? 0;
    this.#model.columns.forEach(({ codes }, column) => {
      const weights = this.#weights[column] ?? new Float32Array(0);
      const start = ((codes[row] ?? 0) * this.#k + label) * this.#resamples;
      for (let resample = 0; resample < this.#resamples; resample += 1) {
        weights[start + resample] = (weights[start + resample] ?? 0) + (draws[resample] ?? 0);
      }
    });
  }

  /** The metric in each resample. */
  values(metric: Metric, { task, positive }: ClassItems): Raw[] {
    const sums = this.#model.columns.map((_, column) =>
      this.#walk(column, task === "binary" ? positive : column),
    );
    return Array.from({ length: this.#resamples }, (_, resample) =>
      valueOf(
        metric,
        sums.flatMap((column) => column[resample] ?? []),
        positive,
      ),
    );
  }

  #walk(column: number, chosen: number): RankSums[] {
    const weights = this.#weights[column] ?? new Float32Array(0);
    const bins = this.#model.columns[column]?.count ?? 0;
    return Array.from({ length: this.#resamples }, (_, resample) =>
      walkBins({ weights, bins, k: this.#k, chosen, resample, resamples: this.#resamples }),
    );
  }
}

function valueOf({ form }: Metric, sums: readonly RankSums[], positive: number): Raw {
  const [first] = sums;
  if (form.kind === "areas") return areaOfClasses(sums, form);
  if (first === undefined) return {};
  if (form.kind === "roc-auc") return areaOf(first, positive);
  const positives = first.labelled[positive] ?? 0;
  return positives > 0 ? { value: first.precision / positives } : {};
}

function walkBins(walk: {
  readonly weights: Float32Array;
  readonly bins: number;
  readonly k: number;
  readonly chosen: number;
  readonly resample: number;
  readonly resamples: number;
}): RankSums {
  const { weights, bins, k, chosen, resample, resamples } = walk;
  const above = new Float64Array(k);
  const labelled = new Float64Array(k);
  let precision = 0;
  let seen = 0;
  for (let bin = 0; bin < bins; bin += 1) {
    const start = bin * k * resamples + resample;
    const hits = weights[start + chosen * resamples] ?? 0;
    const before = labelled[chosen] ?? 0;
    for (let label = 0; label < k; label += 1) {
      const weight = weights[start + label * resamples] ?? 0;
      above[label] = (above[label] ?? 0) + weight * (before + hits / 2);
      labelled[label] = (labelled[label] ?? 0) + weight;
      seen += weight;
    }
    if (hits > 0) precision += (hits * (before + hits)) / seen;
  }
  return { above, labelled, precision };
}

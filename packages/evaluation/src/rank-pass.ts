import { gridFor, GridSums, sumOf } from "./grid-sum.ts";
import { gridOf, rankingOf, type ClassItems } from "./items.ts";
import { type Groups } from "./groups.ts";

/**
 * What one walk down a score column yields in each group. `above[b]` is the weight of pairs (item of the chosen
 * class, item of class b) that the score puts in the right order, ties counted half; `precision` is
 * Σ weight · precision over the items of the chosen class.
 */
export type RankSums = {
  readonly above: Float64Array;
  readonly labelled: Float64Array;
  readonly precision: number;
};

type Walk = {
  readonly items: ClassItems;
  readonly groups: Groups;
  readonly column: Float64Array;
  readonly chosen: number;
};

/** Walks down `column` once for all groups, with `chosen` as the positive class. */
export function rankSums(walk: Walk): RankSums[] {
  return walk.items.weight === undefined ? countPairs(walk) : weighPairs(walk, walk.items.weight);
}

function countPairs({ items, groups, column, chosen }: Walk): RankSums[] {
  const { order, block } = rankingOf(column);
  const k = items.classes.length;
  const state = {
    k,
    chosen,
    open: new Int32Array(groups.count).fill(-1),
    tied: new Float64Array(groups.count * k),
    passed: new Float64Array(groups.count * k),
    halves: new Float64Array(groups.count * k),
    precision: new GridSums(gridFor(items.n, 1), groups.count),
  };
  for (let place = 0; place < order.length; place += 1) {
    const row = order[place] ?? 0;
    const group = groups.codes === undefined ? 0 : (groups.codes[row] ?? -1);
    if (group < 0) continue;
    const current = block[place] ?? 0;
    if (state.open[group] !== current) {
      if (state.open[group] !== -1) closeBlock(state, group);
      state.open[group] = current;
    }
    const cell = group * k + (items.label[row] ?? 0);
    state.tied[cell] = (state.tied[cell] ?? 0) + 1;
  }
  for (let group = 0; group < groups.count; group += 1) closeBlock(state, group);
  return Array.from({ length: groups.count }, (_, group) => ({
    above: state.halves.slice(group * k, group * k + k).map((half) => half / 2),
    labelled: state.passed.slice(group * k, group * k + k),
    precision: state.precision.value(group),
  }));
}

type CountState = {
  readonly k: number;
  readonly chosen: number;
  readonly open: Int32Array;
  readonly tied: Float64Array;
  readonly passed: Float64Array;
  readonly halves: Float64Array;
  readonly precision: GridSums;
};

function closeBlock({ k, chosen, tied, passed, halves, precision }: CountState, group: number) {
  const first = group * k;
  const hits = tied[first + chosen] ?? 0;
  const before = passed[first + chosen] ?? 0;
  let seen = 0;
  for (let cell = first; cell < first + k; cell += 1) {
    const items = tied[cell] ?? 0;
    if (items !== 0) {
      halves[cell] = (halves[cell] ?? 0) + items * (2 * before + hits);
      passed[cell] = (passed[cell] ?? 0) + items;
      tied[cell] = 0;
    }
    seen += passed[cell] ?? 0;
  }
  if (hits > 0) precision.add(group, (hits * (before + hits)) / seen);
}

function weighPairs({ items, groups, column, chosen }: Walk, weight: Float64Array): RankSums[] {
  const { order, block } = rankingOf(column);
  const k = items.classes.length;
  const grid = gridOf(weight);
  const largest = sumOf(weight);
  const totals = new GridSums(grid, groups.count * k);
  const above = new GridSums(gridFor(largest * largest, items.n), groups.count * k);
  const precision = new GridSums(gridFor(largest, items.n), groups.count);
  const open = new Int32Array(groups.count).fill(-1);
  const before = new Float64Array(groups.count * k);
  const close = (group: number) => {
    const first = group * k;
    const after = Array.from({ length: k }, (_, index) => totals.running(first + index));
    const had = before[first + chosen] ?? 0;
    const hits = (after[chosen] ?? 0) - had;
    after.forEach((total, index) => {
      const tied = total - (before[first + index] ?? 0);
      if (tied > 0) above.add(first + index, tied * (had + hits / 2));
      before[first + index] = total;
    });
    const seen = after.reduce((sum, total) => sum + total, 0);
    if (hits > 0) precision.add(group, (hits * (had + hits)) / seen);
  };
  order.forEach((row, place) => {
    const group = groups.codes === undefined ? 0 : (groups.codes[row] ?? -1);
    if (group < 0) return;
    const current = block[place] ?? 0;
    if (open[group] !== current && open[group] !== -1) close(group);
    open[group] = current;
    totals.add(group * k + (items.label[row] ?? 0), weight[row] ?? 0);
  });
  for (let group = 0; group < groups.count; group += 1) close(group);
  return Array.from({ length: groups.count }, (_, group) => ({
    above: Float64Array.from({ length: k }, (_, index) => above.value(group * k + index)),
    labelled: before.slice(group * k, group * k + k),
    precision: precision.value(group),
  }));
}

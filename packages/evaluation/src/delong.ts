import { sumOf } from "./grid-sum.ts";
import { rankingOf } from "./items.ts";

/** The structural components of one area (DeLong; Sun and Xu 2014), one per positive and per negative item. */
export type AreaComponents = {
  readonly auc: number;
  readonly positives: Float64Array;
  readonly negatives: Float64Array;
};

/** How each positive ranks among the negatives and the reverse, in the order of rows. */
export function areaComponents(isPositive: Uint8Array, scores: Float64Array): AreaComponents {
  const places = placesOf(isPositive);
  let m = 0;
  for (let row = 0; row < isPositive.length; row += 1) m += isPositive[row] ?? 0;
  const n = isPositive.length - m;
  const positives = new Float64Array(m);
  const negatives = new Float64Array(n);
  const { order, block } = rankingOf(scores);
  let positivesAbove = 0;
  let negativesAbove = 0;
  for (let start = 0; start < order.length;) {
    let end = start;
    let hits = 0;
    while (end < order.length && block[end] === block[start]) {
      hits += isPositive[order[end] ?? 0] ?? 0;
      end += 1;
    }
    const misses = end - start - hits;
    for (let place = start; place < end; place += 1) {
      const row = order[place] ?? 0;
      if (isPositive[row] === 1) {
        positives[places[row] ?? 0] = (n - negativesAbove - misses / 2) / n;
      } else negatives[places[row] ?? 0] = (positivesAbove + hits / 2) / m;
    }
    positivesAbove += hits;
    negativesAbove += misses;
    start = end;
  }
  return { auc: sumOf(positives) / m, positives, negatives };
}

/** The covariance of two areas of the same items; of an area with itself its variance. */
export function areaCovariance(first: AreaComponents, second: AreaComponents): number {
  const part = (left: Float64Array, right: Float64Array) => {
    if (left.length < 2) return Number.NaN;
    const products = new Float64Array(left.length);
    for (let at = 0; at < left.length; at += 1) {
      products[at] = ((left[at] ?? 0) - first.auc) * ((right[at] ?? 0) - second.auc);
    }
    return sumOf(products) / (left.length - 1) / left.length;
  };
  return part(first.positives, second.positives) + part(first.negatives, second.negatives);
}

/** The variance of the difference of two areas, from the differences of their components. */
export function areaDifferenceVariance(first: AreaComponents, second: AreaComponents): number {
  const minus = (left: Float64Array, right: Float64Array) => {
    const gaps = new Float64Array(left.length);
    for (let at = 0; at < gaps.length; at += 1) gaps[at] = (left[at] ?? 0) - (right[at] ?? 0);
    return gaps;
  };
  const difference = {
    auc: first.auc - second.auc,
    positives: minus(first.positives, second.positives),
    negatives: minus(first.negatives, second.negatives),
  };
  return areaCovariance(difference, difference);
}

/** The place of each row among the rows of its own class. */
function placesOf(isPositive: Uint8Array): Uint32Array {
  const places = new Uint32Array(isPositive.length);
  let positives = 0;
  for (let row = 0; row < places.length; row += 1) {
    places[row] = isPositive[row] === 1 ? positives : row - positives;
    if (isPositive[row] === 1) positives += 1;
  }
  return places;
}

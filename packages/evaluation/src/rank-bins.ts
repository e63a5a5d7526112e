import { rankingOf } from "./items.ts";

/** The bin of each row, bin 0 at the highest values, and how many bins there are. */
export type Bins = { readonly codes: Uint16Array; readonly count: number };

/** Bins of equal shares of both classes; where there are no more distinct values than bins, a value has its own. */
export function rankBins(scores: Float64Array, isPositive: Uint8Array, limit: number): Bins {
  const { order, block } = rankingOf(scores);
  const distinct = (block[block.length - 1] ?? 0) + 1;
  const codes = new Uint16Array(scores.length);
  if (distinct <= limit) {
    for (let place = 0; place < order.length; place += 1) {
      codes[order[place] ?? 0] = block[place] ?? 0;
    }
    return { codes, count: distinct };
  }
  const positives = Math.max(
    1,
    isPositive.reduce((sum, one) => sum + one, 0),
  );
  const negatives = Math.max(1, scores.length - positives);
  let passed = 0;
  let bin = 0;
  for (let place = 0; place < order.length; place += 1) {
    const row = order[place] ?? 0;
    // A tie is never parted.
    if (place === 0 || block[place] !== block[place - 1]) {
      bin = Math.min(limit - 1, Math.floor((passed / 2) * limit));
    }
    codes[row] = bin;
    passed += isPositive[row] === 1 ? 1 / positives : 1 / negatives;
  }
  return { codes, count: limit };
}

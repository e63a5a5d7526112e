import { gridOf, type Items } from "./items.ts";
import { GridSums } from "./grid-sum.ts";

/** A division of rows into `count` groups: `codes[row]` is the group, −1 none; no codes means one group of all. */
export type Groups = { readonly count: number; readonly codes?: Int32Array };

/** The one group of all rows. */
export const everyRow: Groups = { count: 1 };

/** The one group of the given rows, out of `n`. */
export function groupOfRows(rows: Int32Array, n: number): Groups {
  const codes = new Int32Array(n).fill(-1);
  for (const row of rows) codes[row] = 0;
  return { count: 1, codes };
}

/** The rows of each group, ascending. */
export function rowsOfGroups(groups: Groups, n: number): Int32Array[] {
  const counts = groupSizes(groups, n);
  const rows = Array.from(counts, (count) => new Int32Array(count));
  const filled = new Int32Array(groups.count);
  for (let row = 0; row < n; row += 1) {
    const group = groups.codes === undefined ? 0 : (groups.codes[row] ?? -1);
    if (group < 0) continue;
    const place = filled[group] ?? 0;
    const list = rows[group];
    if (list !== undefined) list[place] = row;
    filled[group] = place + 1;
  }
  return rows;
}

/** How many rows each group has. */
function groupSizes(groups: Groups, n: number): Int32Array {
  const sizes = new Int32Array(groups.count);
  if (groups.codes === undefined) return sizes.fill(n);
  for (let row = 0; row < n; row += 1) {
    const group = groups.codes[row] ?? -1;
    if (group >= 0) sizes[group] = (sizes[group] ?? 0) + 1;
  }
  return sizes;
}

/** The order-independent sum of a column in each group. */
export function groupSums(column: Float64Array, groups: Groups): Float64Array {
  const sums = new GridSums(gridOf(column), groups.count);
  const { codes } = groups;
  for (let row = 0; row < column.length; row += 1) {
    const group = codes === undefined ? 0 : (codes[row] ?? -1);
    if (group >= 0) sums.add(group, column[row] ?? 0);
  }
  return Float64Array.from({ length: groups.count }, (_, group) => sums.value(group));
}

/** How many items each group has, and how much they weigh. */
export type Extent = { readonly n: Int32Array; readonly weight: Float64Array };

const extents = new WeakMap<Items, WeakMap<Groups, Extent>>();

/** The extent of each group, made once for each pair of items and groups. */
export function extentOf(items: Items, groups: Groups): Extent {
  return remember(extents, [items, groups], () => {
    const n = groupSizes(groups, items.n);
    const weight =
      items.weight === undefined ? Float64Array.from(n) : groupSums(items.weight, groups);
    return { n, weight };
  });
}

/** Builds a value for a pair of objects once, and keeps it as long as both live. */
export function remember<A extends object, B extends object, V>(
  store: WeakMap<A, WeakMap<B, V>>,
  [first, second]: readonly [A, B],
  build: () => V,
): V {
  let inner = store.get(first);
  if (inner === undefined) {
    inner = new WeakMap();
    store.set(first, inner);
  }
  const known = inner.get(second);
  if (known !== undefined) return known;
  const value = build();
  inner.set(second, value);
  return value;
}

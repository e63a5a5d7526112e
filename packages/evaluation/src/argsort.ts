/** Scores in descending order: `order[p]` is the row at place p, `block[p]` counts distinct values from 0. */
export type Ranking = { readonly order: Uint32Array; readonly block: Uint32Array };

/** Rows by descending value, equal values in one block (−0 equals 0); every value must be a number. */
export function rankDescending(values: Float64Array): Ranking {
  const order = values.length < 3000 ? sortSmall(values) : sortByDigits(values);
  const block = new Uint32Array(order.length);
  let current = 0;
  for (let place = 1; place < order.length; place += 1) {
    if (values[order[place] ?? 0] !== values[order[place - 1] ?? 0]) current += 1;
    block[place] = current;
  }
  return { order, block };
}

function sortSmall(values: Float64Array): Uint32Array {
  const order = Uint32Array.from(values, (_, row) => row);
  return order.sort((left, right) => (values[right] ?? 0) - (values[left] ?? 0));
}

/** Least-significant-digit radix sort on the bits of a double, four digits of 16 bits. */
function sortByDigits(values: Float64Array): Uint32Array {
  const digits = descendingKeys(values);
  let from = new Uint32Array(values.length);
  for (let row = 0; row < from.length; row += 1) from[row] = row;
  let to = new Uint32Array(values.length);
  for (let digit = 0; digit < 4; digit += 1) {
    const starts = startsOf(digits, digit);
    if (starts === undefined) continue;
    for (let place = 0; place < from.length; place += 1) {
      const row = from[place] ?? 0;
      const key = digits[row * 4 + digit] ?? 0;
      const start = starts[key] ?? 0;
      to[start] = row;
      starts[key] = start + 1;
    }
    [from, to] = [to, from];
  }
  return from;
}

/** Where each digit begins, or undefined where all rows share one digit and the pass is idle. */
function startsOf(digits: Uint16Array, digit: number): Uint32Array | undefined {
  const counts = new Uint32Array(65_536);
  for (let at = digit; at < digits.length; at += 4) {
    const key = digits[at] ?? 0;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  if ((counts[digits[digit] ?? 0] ?? 0) * 4 === digits.length) return undefined;
  let start = 0;
  for (let key = 0; key < counts.length; key += 1) {
    const count = counts[key] ?? 0;
    counts[key] = start;
    start += count;
  }
  return counts;
}

/** The doubles as unsigned integers whose ascending order is the descending order of the values. */
function descendingKeys(values: Float64Array): Uint16Array {
  const copy = new Float64Array(values.length);
  for (let row = 0; row < copy.length; row += 1) copy[row] = (values[row] ?? 0) + 0;
  const words = new Uint32Array(copy.buffer);
  for (let row = 0; row < copy.length; row += 1) {
    const high = words[row * 2 + 1] ?? 0;
    if (high < 0x80000000) {
      words[row * 2 + 1] = ~(high | 0x80000000);
      words[row * 2] = ~(words[row * 2] ?? 0);
    }
  }
  return new Uint16Array(copy.buffer);
}

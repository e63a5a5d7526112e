/**
 * A sum that does not depend on the order of its terms: the correctly rounded value of the exact sum.
 * Shewchuk's expansion of non-overlapping partials (Adaptive Precision Floating-Point Arithmetic, 1997),
 * the algorithm behind Python's `math.fsum`.
 */
export class ExactSum {
  #partials: number[] = [];
  #special: number | undefined;

  /** Adds one finite term; a NaN or an infinity makes the whole sum that value, or NaN where they disagree. */
  add(term: number): this {
    if (!Number.isFinite(term)) {
      this.#special = (this.#special ?? 0) + term;
      return this;
    }
    let rest = term;
    let kept = 0;
    const partials = this.#partials;
    for (const partial of partials) {
      const [large, small] = Math.abs(rest) < Math.abs(partial) ? [partial, rest] : [rest, partial];
      const sum = large + small;
      const error = small - (sum - large);
      if (error !== 0) partials[kept++] = error;
      rest = sum;
    }
    partials.length = kept;
    partials.push(rest);
    return this;
  }

  /** The exact sum of all terms, rounded once (half to even). */
  value(): number {
    if (this.#special !== undefined) return this.#special;
    const partials = this.#partials;
    let index = partials.length - 1;
    let high = partials[index] ?? 0;
    let low = 0;
    while (index > 0) {
      index -= 1;
      const next = partials[index] ?? 0;
      const before = high;
      high = before + next;
      low = next - (high - before);
      if (low !== 0) break;
    }
    // Half-way cases round by the sign of the next partial.
    const below = partials[index - 1] ?? 0;
    if (index > 0 && ((low < 0 && below < 0) || (low > 0 && below > 0))) {
      const doubled = low * 2;
      const rounded = high + doubled;
      if (doubled === rounded - high) high = rounded;
    }
    return high;
  }
}

/** The exactly rounded sum of `terms`. */
export function exactSum(terms: Iterable<number>): number {
  const sum = new ExactSum();
  for (const term of terms) sum.add(term);
  return sum.value();
}

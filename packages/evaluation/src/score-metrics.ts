import { exactSum } from "@slipway/kernel";
import { type ClassItems } from "./items.ts";
import { remember, type Groups } from "./groups.ts";
import { sumsToOne } from "./losses.ts";
import { type Raw } from "./metric-value.ts";
import { rankSums, type RankSums } from "./rank-pass.ts";

/** How the areas of several classes become one: each class against the rest, or each pair of classes. */
export type AreaScheme = { readonly scheme: "ovr" | "ovo"; readonly weighted: boolean };

const walks = new WeakMap<ClassItems, WeakMap<Groups, Map<number, RankSums[]>>>();

/** The rank sums of one score column, walked once for each division into groups. */
function walkOf(items: ClassItems, groups: Groups, index: number): RankSums[] {
  const known = remember(walks, [items, groups], () => new Map<number, RankSums[]>());
  const before = known.get(index);
  if (before !== undefined) return before;
  const column = items.scores[index] ?? new Float64Array(0);
  const chosen = items.task === "binary" ? items.positive : index;
  const walk = rankSums({ items, groups, column, chosen });
  known.set(index, walk);
  return walk;
}

/** Area under the ROC curve of each group: Mann–Whitney with ties as half. */
export function rocAuc(items: ClassItems, groups: Groups): Raw[] {
  return walkOf(items, groups, 0).map((sums) => areaOf(sums, items.positive));
}

/** Average precision of each group: Σ (R_n − R_{n−1}) · P_n over distinct thresholds. */
export function averagePrecision(items: ClassItems, groups: Groups): Raw[] {
  return walkOf(items, groups, 0).map(({ precision, labelled }) => {
    const positives = labelled[items.positive] ?? 0;
    if (!(positives > 0)) return { value: 0, undefined: "no-positive" };
    return { value: precision / positives };
  });
}

/** The multiclass areas of Hand and Till (ovo) or class by class (ovr), as scikit-learn averages them. */
export function multiclassAuc(items: ClassItems, groups: Groups, form: AreaScheme): Raw[] {
  const refusal = refusalOf(items, form);
  if (refusal !== undefined) return Array.from({ length: groups.count }, () => refusal);
  const columns = items.scores.map((_, index) => walkOf(items, groups, index));
  return Array.from({ length: groups.count }, (_, group) => {
    const sums = columns.map((column) => column[group]).filter((one) => one !== undefined);
    return areaOfClasses(sums, form);
  });
}

/** One average of areas from the rank sums of each class's own column. */
export function areaOfClasses(sums: readonly RankSums[], form: AreaScheme): Raw {
  const labelled = sums[0]?.labelled ?? new Float64Array(0);
  if (labelled.some((weight, index) => weight > 0 && index >= sums.length)) {
    return { undefined: "class-missing" };
  }
  return form.scheme === "ovr"
    ? classByClass(sums, form.weighted)
    : pairByPair(sums, form.weighted);
}

/** The area of one class against all others from its rank sums. */
export function areaOf({ above, labelled }: RankSums, chosen: number): Raw {
  const positives = labelled[chosen] ?? 0;
  const negatives = exactSum(labelled.filter((_, index) => index !== chosen));
  if (!(positives > 0) || !(negatives > 0)) return { undefined: "one-class" };
  const wins = exactSum(above.filter((_, index) => index !== chosen));
  return { value: wins / (positives * negatives) };
}

function refusalOf(items: ClassItems, form: AreaScheme): Raw | undefined {
  if (!sumsToOne(items)) return { undefined: "scores-not-sum-to-1" };
  if (form.scheme === "ovo" && items.weight !== undefined)
    return { undefined: "weights-unsupported" };
  return undefined;
}

function classByClass(sums: readonly RankSums[], isWeighted: boolean): Raw {
  const areas = sums.map((one, index) => areaOf(one, index));
  const support = sums.map(({ labelled }, index) => labelled[index] ?? 0);
  const isComplete = areas.every(({ value }) => value !== undefined);
  if (!isWeighted) {
    if (!isComplete) return { undefined: "one-class" };
    return { value: exactSum(areas.map(({ value }) => value ?? 0)) / areas.length };
  }
  const total = exactSum(support);
  if (areas.some(({ value }, index) => value === undefined && (support[index] ?? 0) > 0)) {
    return { undefined: "one-class" };
  }
  if (!(total > 0)) return { undefined: "zero-weight" };
  const value =
    exactSum(areas.map((area, index) => (area.value ?? 0) * (support[index] ?? 0))) / total;
  return isComplete ? { value } : { value, undefined: "one-class" };
}

function pairByPair(sums: readonly RankSums[], isWeighted: boolean): Raw {
  const count = (index: number) => sums[index]?.labelled[index] ?? 0;
  const present = sums.map((_, index) => index).filter((index) => count(index) > 0);
  if (present.length < 2) return { undefined: "class-missing" };
  const terms: number[] = [];
  const weights: number[] = [];
  for (const a of present) {
    for (const b of present) {
      if (b <= a) continue;
      const pairs = count(a) * count(b);
      terms.push(((sums[a]?.above[b] ?? 0) / pairs + (sums[b]?.above[a] ?? 0) / pairs) / 2);
      weights.push(isWeighted ? count(a) + count(b) : 1);
    }
  }
  const value = exactSum(terms.map((term, at) => term * (weights[at] ?? 0))) / exactSum(weights);
  return present.length === sums.length ? { value } : { value, undefined: "class-missing" };
}

import type { Predictions } from "./predict.ts";

/** The figures of a model card, by scikit-learn's names and definitions. */
export type Figures = {
  readonly n: number;
  readonly lateShare: number;
  readonly roc_auc: number;
  readonly log_loss: number;
  readonly brier_score: number;
  readonly accuracy: number;
  readonly precision: number;
  readonly recall: number;
};

/** Measures predictions of both classes; the ROC AUC counts ties as one half. */
export function measure({ label, score, prediction }: Predictions): Figures {
  const n = label.length;
  let [late, flagged, hits, right, logLoss, squares] = [0, 0, 0, 0, 0, 0];
  label.forEach((truth, row) => {
    const probability = score[row] ?? 0;
    const guess = prediction[row] ?? 0;
    late += truth;
    flagged += guess;
    hits += truth * guess;
    right += Number(truth === guess);
    logLoss -= Math.log(truth === 1 ? probability : 1 - probability);
    squares += (truth - probability) ** 2;
  });
  return {
    n,
    lateShare: late / n,
    roc_auc: rocAuc(label, score),
    log_loss: logLoss / n,
    brier_score: squares / n,
    accuracy: right / n,
    precision: hits / flagged,
    recall: hits / late,
  };
}

function rocAuc(label: Int32Array, score: Float64Array): number {
  const late = score.filter((_, row) => label[row] === 1).sort();
  const onTime = score.filter((_, row) => label[row] === 0).sort();
  let [below, upTo, wins] = [0, 0, 0];
  for (const value of late) {
    while ((onTime[below] ?? Infinity) < value) below += 1;
    while ((onTime[upTo] ?? Infinity) <= value) upTo += 1;
    wins += (below + upTo) / 2;
  }
  return wins / (late.length * onTime.length);
}

/** Why a metric has no meaning for these items, although scikit-learn may still give a number. */
export type UndefinedReason =
  | "one-class"
  | "no-positive"
  | "zero-division"
  | "zero-weight"
  | "empty-slice"
  | "too-few"
  | "class-missing"
  | "scores-not-sum-to-1"
  | "score-out-of-range"
  | "weights-unsupported"
  | "no-prediction"
  | "no-score"
  | "not-finite";

/** A metric of some items: scikit-learn's number, or null where it has none, flagged where it means nothing. */
export type MetricValue = {
  readonly value: number | null;
  readonly undefined?: UndefinedReason;
  /** The number is scikit-learn's, and the scores are not the probabilities that they should be. */
  readonly notice?: "scores-not-sum-to-1";
  readonly n: number;
  readonly sumOfWeights: number;
};

/** What a formula yields before the size of the group is put beside it. */
export type Raw = {
  readonly value?: number;
  readonly undefined?: UndefinedReason;
  readonly notice?: "scores-not-sum-to-1";
};

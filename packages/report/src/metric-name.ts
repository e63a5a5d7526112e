import type { Span } from "./phrase.ts";

/** How a metric is shown, what is better, and whether its changes are counted in points. */
export type MetricName = {
  readonly label: Span;
  readonly better: "higher" | "lower" | undefined;
  readonly isRate: boolean;
};

const averages = { "": "", _macro: " (macro)", _micro: " (micro)", _weighted: " (weighted)" };
const rates: Record<string, string> = {
  accuracy: "accuracy",
  accuracy_score: "accuracy",
  balanced_accuracy: "balanced accuracy",
  balanced_accuracy_score: "balanced accuracy",
  average_precision: "average precision",
  average_precision_score: "average precision",
  roc_auc: "ROC AUC",
  roc_auc_score: "ROC AUC",
  roc_auc_ovr: "ROC AUC (one against rest)",
  roc_auc_ovo: "ROC AUC (one against one)",
  roc_auc_ovr_weighted: "ROC AUC (one against rest, weighted)",
  roc_auc_ovo_weighted: "ROC AUC (one against one, weighted)",
  ...averaged("precision", "precision"),
  ...averaged("recall", "recall"),
  ...averaged("f1", "F1"),
};
const losses: Record<string, string> = {
  log_loss: "log loss",
  brier_score_loss: "Brier",
  brier_score: "Brier",
  brier: "Brier",
  mean_absolute_error: "MAE",
  mae: "MAE",
  mean_squared_error: "MSE",
  mse: "MSE",
  root_mean_squared_error: "RMSE",
  rmse: "RMSE",
  median_absolute_error: "median absolute error",
};

/** The way a metric of this name is shown; an unknown name is shown as code, without a direction. */
export function metricName(name: string): MetricName {
  const rate = ownText(rates, name);
  if (rate !== undefined) return { label: rate, better: "higher", isRate: true };
  const loss = ownText(losses, name);
  if (loss !== undefined) return { label: loss, better: "lower", isRate: false };
  if (name === "r2" || name === "r2_score") return { label: "R²", better: "higher", isRate: false };
  return { label: { code: name }, better: undefined, isRate: false };
}

/** The arrow of what is better. */
export function arrowOf(better: MetricName["better"]): string {
  return better === undefined ? "" : better === "higher" ? " ↑" : " ↓";
}

function averaged(name: string, label: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(averages).map(([suffix, text]) => [name + suffix, label + text]),
  );
}

function ownText(table: Record<string, string>, name: string): string | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

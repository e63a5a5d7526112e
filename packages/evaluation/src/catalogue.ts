import { type Task } from "./items.ts";
import { type Loss } from "./losses.ts";
import { type Average, type Share } from "./label-metrics.ts";
import { type AreaScheme } from "./score-metrics.ts";

/** How a metric is computed, which also decides how its uncertainty is measured. */
export type MetricForm =
  | { readonly kind: "accuracy" | "balanced-accuracy" }
  | { readonly kind: "share"; readonly share: Share; readonly average: Average }
  | { readonly kind: "mean"; readonly loss: Loss }
  | { readonly kind: "roc-auc" | "average-precision" | "rmse" | "r2" | "median" }
  | ({ readonly kind: "areas" } & AreaScheme);

/** A metric: scikit-learn's scorer name (of a loss without `neg_`), its function and parameters there. */
export type Metric = {
  readonly name: string;
  readonly function: string;
  readonly params: Readonly<Record<string, string>>;
  readonly tasks: readonly Task[];
  readonly direction: "higher" | "lower";
  readonly needs: "prediction" | "score";
  /** `ratio` lies in a fixed range without unit, `target` has the target's unit, `target²` its square. */
  readonly unit: "ratio" | "nats" | "target" | "target²";
  /** The name for people. */
  readonly title: string;
  readonly aliases: readonly string[];
  readonly form: MetricForm;
};

const classes = ["binary", "multiclass"] as const;
const higher = { direction: "higher", unit: "ratio" } as const;
const hard = { ...higher, needs: "prediction", params: {}, aliases: [] } as const;
const soft = { ...higher, needs: "score", params: {}, aliases: [] } as const;

const shareTitles = { precision: "Precision", recall: "Recall", f1: "F1" } as const;

function shares(share: Share): Metric[] {
  const base = { ...hard, function: `${share}_score` };
  const title = shareTitles[share];
  const averaged = (["macro", "micro", "weighted"] as const).map((average) => ({
    ...base,
    name: `${share}_${average}`,
    params: { average },
    tasks: classes,
    title: `${title} (${average})`,
    form: { kind: "share", share, average } as const,
  }));
  const form = { kind: "share", share, average: "binary" } as const;
  const aliases = [`${share}_score`, `${share}_binary`];
  return [{ ...base, name: share, tasks: ["binary"], title, aliases, form }, ...averaged];
}

function areas(scheme: "ovr" | "ovo", weighted: boolean): Metric {
  const params = { multi_class: scheme, average: weighted ? "weighted" : "macro" };
  return {
    ...soft,
    name: weighted ? `roc_auc_${scheme}_weighted` : `roc_auc_${scheme}`,
    function: "roc_auc_score",
    params,
    tasks: ["multiclass"],
    title: `ROC AUC (${scheme}${weighted ? ", weighted" : ""})`,
    form: { kind: "areas", scheme, weighted },
  };
}

function regressionLoss(init: {
  readonly name: string;
  readonly title: string;
  readonly form: MetricForm;
  readonly unit?: "target²";
}): Metric {
  const { name, title, form, unit = "target" } = init;
  const shared = { direction: "lower", needs: "prediction", params: {} } as const;
  const aliases = [`neg_${name}`];
  return { ...shared, name, function: name, tasks: ["regression"], unit, title, aliases, form };
}

/** Every metric that Slipway computes itself, in the order in which reports show them. */
export const metricCatalogue: readonly Metric[] = [
  {
    ...hard,
    name: "accuracy",
    function: "accuracy_score",
    tasks: classes,
    title: "Accuracy",
    aliases: ["accuracy_score"],
    form: { kind: "accuracy" },
  },
  {
    ...hard,
    name: "balanced_accuracy",
    function: "balanced_accuracy_score",
    tasks: classes,
    title: "Balanced accuracy",
    aliases: ["balanced_accuracy_score"],
    form: { kind: "balanced-accuracy" },
  },
  ...shares("precision"),
  ...shares("recall"),
  ...shares("f1"),
  {
    ...soft,
    name: "roc_auc",
    function: "roc_auc_score",
    tasks: ["binary"],
    title: "ROC AUC",
    aliases: ["roc_auc_score"],
    form: { kind: "roc-auc" },
  },
  areas("ovr", false),
  areas("ovr", true),
  areas("ovo", false),
  areas("ovo", true),
  {
    ...soft,
    name: "average_precision",
    function: "average_precision_score",
    tasks: ["binary"],
    title: "Average precision",
    aliases: ["average_precision_score"],
    form: { kind: "average-precision" },
  },
  {
    ...soft,
    direction: "lower",
    unit: "nats",
    name: "log_loss",
    function: "log_loss",
    tasks: classes,
    title: "Log loss",
    aliases: ["neg_log_loss"],
    form: { kind: "mean", loss: "log" },
  },
  {
    ...soft,
    direction: "lower",
    name: "brier_score",
    function: "brier_score_loss",
    tasks: classes,
    title: "Brier score",
    aliases: ["brier_score_loss", "neg_brier_score"],
    form: { kind: "mean", loss: "brier" },
  },
  {
    ...hard,
    name: "r2",
    function: "r2_score",
    tasks: ["regression"],
    title: "R²",
    aliases: ["r2_score"],
    form: { kind: "r2" },
  },
  regressionLoss({
    name: "mean_absolute_error",
    title: "Mean absolute error",
    form: { kind: "mean", loss: "absolute" },
  }),
  regressionLoss({
    name: "root_mean_squared_error",
    title: "Root mean squared error",
    form: { kind: "rmse" },
  }),
  regressionLoss({
    name: "mean_squared_error",
    title: "Mean squared error",
    form: { kind: "mean", loss: "squared" },
    unit: "target²",
  }),
  regressionLoss({
    name: "median_absolute_error",
    title: "Median absolute error",
    form: { kind: "median" },
  }),
];

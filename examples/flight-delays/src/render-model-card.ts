import type { Figures } from "./measure.ts";
import type { Model } from "./model.ts";

/** Renders a model's card from its configuration and the figures measured on later flights. */
export function renderModelCard({ config, weights }: Model, figures: Figures): string {
  const { training } = config;
  const effects = Object.values(weights.effects).reduce(
    (count, levels) => count + Object.keys(levels).length,
    0,
  );
  return `# Flight delays: will it arrive 15 minutes late or later?

A logistic regression on ${config.features.join(", ")} (${effects} effects and an intercept; hours on a ${config.clock}-hour clock).

- **Trained** on ${count(training.flights)} US flights before ${training.before}, ${percent(training.lateShare)} of them late, from \`${training.source}\`
  (sha256 \`${training.sha256}\`).
- **Tested** on ${count(figures.n)} flights of June 2001, ${percent(figures.lateShare)} of them late.
- **Predicts "late"** from a score of ${weights.threshold} on, the share of late flights in training: a flight is flagged when its risk
  is above the average. At 0.5, fewer than 1 % of the flights would be.

| Metric | Value |
|---|--:|
| ROC AUC | ${figures.roc_auc.toFixed(4)} |
| log loss | ${figures.log_loss.toFixed(4)} |
| Brier score | ${figures.brier_score.toFixed(4)} |
| accuracy | ${figures.accuracy.toFixed(4)} |
| precision | ${figures.precision.toFixed(4)} |
| recall | ${figures.recall.toFixed(4)} |

Limits: half a year of one country; no weather, no airline. The data's hour may be the actual one, not the scheduled one (two
thirds of the departures between two and four at night are late), so the figures may flatter a forecast.
`;
}

function count(value: number): string {
  return value.toLocaleString("en-US");
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

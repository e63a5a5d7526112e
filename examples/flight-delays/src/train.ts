import { featuresOf, type Clock, type FeatureName } from "./features.ts";
import { testFrom, type TrainingFlights } from "./flights.ts";
import type { Model, ModelKind } from "./model.ts";

const simple = ["hour", "weekday", "distance"] as const;
const recipes: Record<ModelKind, { clock: Clock; features: readonly FeatureName[] }> = {
  baseline: { clock: 24, features: simple },
  better: { clock: 24, features: [...simple, "origin", "destination", "route"] },
  worse: { clock: 12, features: simple },
};

// Precision of each weight's normal prior around 0: rare levels are held closer to "no effect".
const penalties: Record<FeatureName, number> = {
  hour: 1,
  weekday: 1,
  distance: 1,
  origin: 10,
  destination: 10,
  route: 50,
};
const maxRounds = 40;
// In log-odds. Smaller steps only shift effects between an airport and its routes, and change no score that matters.
const smallestStep = 0.002;

/**
 * Fits a variant by penalised maximum likelihood: a Newton step for all levels of one feature after another (within a
 * feature the Hessian is diagonal), until no weight moves by 0.002 log-odds. Weights are rounded to 6 decimals.
 */
export function trainModel(kind: ModelKind, training: TrainingFlights): Model {
  const { clock, features } = recipes[kind];
  const learnt = featuresOf(training, features, clock).map((feature) => ({
    ...feature,
    penalty: penalties[feature.name],
    effects: new Float64Array(feature.labels.length),
  }));
  const rows = training.late.length;
  const intercept = { level: new Int32Array(rows), penalty: 0, effects: new Float64Array(1) };
  const data = { ...training, margin: new Float64Array(rows) };
  for (let round = 0; round < maxRounds; round += 1) {
    const steps = [intercept, ...learnt].map((feature) => improve(feature, data));
    if (Math.max(...steps) < smallestStep) break;
  }
  const flights = sum(training.flights);
  const lateShare = rounded(sum(training.late) / flights);
  const { source, sha256 } = training;
  return {
    config: {
      kind,
      clock,
      features: [...features],
      penalties: Object.fromEntries(features.map((name) => [name, penalties[name]])),
      training: { source, sha256, before: testFrom, flights, lateShare },
    },
    weights: {
      threshold: lateShare,
      intercept: rounded(intercept.effects[0] ?? 0),
      effects: Object.fromEntries(learnt.map((feature) => [feature.name, effectsOf(feature)])),
    },
  };
}

type Learnt = {
  readonly level: Int32Array;
  readonly effects: Float64Array;
  readonly penalty: number;
};
type Data = Pick<TrainingFlights, "flights" | "late"> & { readonly margin: Float64Array };

/** One Newton step for every level of a feature; moves the margins along and returns the largest step. */
function improve({ level, effects, penalty }: Learnt, { flights, late, margin }: Data): number {
  const gradient = effects.map((effect) => -penalty * effect);
  const curvature = effects.map(() => penalty);
  for (let row = 0; row < level.length; row += 1) {
    const at = level[row] ?? 0;
    const probability = 1 / (1 + Math.exp(-(margin[row] ?? 0)));
    const expected = (flights[row] ?? 0) * probability;
    gradient[at] = (gradient[at] ?? 0) + (late[row] ?? 0) - expected;
    curvature[at] = (curvature[at] ?? 0) + expected * (1 - probability);
  }
  const step = gradient.map((slope, at) => (slope === 0 ? 0 : slope / (curvature[at] ?? 1)));
  for (let at = 0; at < step.length; at += 1) effects[at] = (effects[at] ?? 0) + (step[at] ?? 0);
  for (let row = 0; row < level.length; row += 1) {
    margin[row] = (margin[row] ?? 0) + (step[level[row] ?? 0] ?? 0);
  }
  return step.reduce((largest, change) => Math.max(largest, Math.abs(change)), 0);
}

function effectsOf({ labels, effects }: { labels: readonly string[]; effects: Float64Array }) {
  const entries = labels.map((label, at) => [label, rounded(effects[at] ?? 0)] as const);
  return Object.fromEntries(entries.filter(([, effect]) => effect !== 0));
}

function sum(values: Int32Array): number {
  return values.reduce((total, value) => total + value, 0);
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

export { evaluateModel, type Evaluated, type Ports } from "./evaluate-model.ts";
export { inputs, type Inputs } from "./inputs.ts";
export { main } from "./main.ts";
export { parseColumns, parseGate } from "./parse-flags.ts";
export { planEvaluations } from "./plan-evaluations.ts";
export { renderEvaluations } from "./render-evaluations.ts";
export type { EvaluationRequest } from "./request.ts";

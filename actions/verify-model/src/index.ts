export { inputs, type Inputs } from "./inputs.ts";
export { main } from "./main.ts";
export type { Ports } from "./ports.ts";
export { renderModel } from "./render-model.ts";
export { verifyModel } from "./verify-model.ts";

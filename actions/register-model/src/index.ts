export { inputs, type Inputs } from "./inputs.ts";
export { main } from "./main.ts";
export type { Ports } from "./ports.ts";
export { registerModel } from "./register-model.ts";
export { renderRegistered } from "./render-registered.ts";

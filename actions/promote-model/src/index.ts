export { inputs, type Inputs } from "./inputs.ts";
export { main } from "./main.ts";
export type { CodeHost, JobIdentity, Ports } from "./ports.ts";
export { promoteModel } from "./promote-model.ts";
export { renderPromoted } from "./render-promoted.ts";

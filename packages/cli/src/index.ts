export { main } from "./main.ts";
export { createProgram } from "./program.ts";

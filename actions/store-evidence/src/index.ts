export { inputs, type Inputs } from "./inputs.ts";
export { main } from "./main.ts";
export { renderStored } from "./render-stored.ts";
export { storeEvidence, type Ports, type Stored } from "./store-evidence.ts";

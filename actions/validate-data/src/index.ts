export { inputs, type Inputs } from "./inputs.ts";
export { main } from "./main.ts";
export { planValidations } from "./plan-validation.ts";
export type { DataSet, ReferenceDataSet } from "./data-sets.ts";
export { draftContract, type DraftRequest } from "./draft-contract.ts";
export { loadContracts } from "./load-contracts.ts";
export { annotationsOf, renderValidation } from "./render-validation.ts";
export {
  validateData,
  type Validated,
  type ValidationInput,
  type ValidationPorts,
} from "./validate-data.ts";

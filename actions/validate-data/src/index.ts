export type { DataSet, ReferenceDataSet } from "./data-sets.ts";
export { loadContracts } from "./load-contracts.ts";
export {
  validateData,
  type Validated,
  type ValidationInput,
  type ValidationPorts,
} from "./validate-data.ts";

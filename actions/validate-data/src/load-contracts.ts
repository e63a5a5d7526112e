import type { DataSetConfig } from "@slipway/contracts";
import { type Contract, parseContract } from "@slipway/data";
import type { Files } from "@slipway/ports";
import type { DataSet } from "./data-sets.ts";

/**
 * Reads the contracts of data sets from the working tree, each file once.
 * @throws UserError SW1301 where one is missing, SW1201, SW2001 and SW2002 where one cannot be read
 */
export async function loadContracts(
  dataSets: readonly DataSetConfig[],
  files: Files,
): Promise<readonly DataSet[]> {
  const contracts = new Map<string, Contract>();
  const loaded: DataSet[] = [];
  for (const { name, path, contract: file, object } of dataSets) {
    const contract = contracts.get(file) ?? parseContract(await files.readText(file), file);
    contracts.set(file, contract);
    loaded.push({ name, path, contract, object });
  }
  return loaded;
}

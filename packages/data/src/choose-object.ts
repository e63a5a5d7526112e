import { nearestWord, UserError } from "@slipway/kernel";
import type { Contract, ContractObject } from "./ir.ts";

/**
 * The object of a contract that a data set is checked against: the one that `object` names, else the one of the data set's
 * own name, else the only one.
 * @throws UserError SW2003 where there is none, or no telling which
 */
export function chooseObject(contract: Contract, dataset: string, object?: string): ContractObject {
  const { objects, file } = contract;
  const names = objects.map(({ name }) => name);
  const wanted = object ?? dataset;
  const found = objects.find(({ name }) => name === wanted);
  if (found !== undefined) return found;
  const [only] = objects;
  if (object === undefined && objects.length === 1 && only !== undefined) return only;
  const near = nearestWord(wanted, names);
  const guess = near === undefined ? "" : ` Did you mean "${near}"?`;
  throw new UserError({
    code: "SW2003",
    message: `${file} has no object "${wanted}" for the data set ${dataset}; it has ${names.length === 0 ? "none" : names.slice(0, 20).join(", ")}.`,
    remedy: `Name one with object: beside the data set in slipway.yaml.${guess}`,
  });
}

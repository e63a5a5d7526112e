import { nameOfFile } from "@slipway/contracts";
import { type Contract, parseContract, tightenContract } from "@slipway/data";
import { UserError } from "@slipway/kernel";
import { judgedEntries, recordWith, type JudgedEntry, type Policy } from "@slipway/policy";
import type { Files } from "@slipway/ports";
import type { DataSet, ReferenceDataSet } from "./data-sets.ts";
import type { Inputs } from "./inputs.ts";
import type { ValidationInput } from "./validate-data.ts";

/** What is to be validated: by the names in slipway.yaml, or by `data` and `contract` alone. @throws UserError SW1001, SW1205 */
export async function planValidations(
  input: Inputs,
  files: Files,
  loadPolicy: () => Promise<Policy>,
): Promise<readonly ValidationInput[]> {
  if (input.data !== undefined || input.contract !== undefined)
    return [await fromFlags(input, files)];
  if (input.object !== undefined)
    throw incomplete("object counts only together with data and contract");
  const policy = await loadPolicy();
  const references = referencesOf(policy);
  const planned: ValidationInput[] = [];
  for (const judged of judgedEntries(policy, "data", input.name)) {
    planned.push({ ...(await fromPolicy(policy, judged, files)), references });
  }
  return planned;
}

async function fromPolicy(policy: Policy, judged: JudgedEntry<"data">, files: Files) {
  const { entry, base, head } = judged;
  const baseText = base === undefined ? undefined : await policy.readBase(base.contract);
  const baseContract =
    base === undefined || baseText === undefined
      ? undefined
      : parseContract(baseText, `${policy.record.ref ?? "base"}:${base.contract}`);
  const headContract =
    head !== undefined && (baseContract === undefined || (await files.exists(head.contract)))
      ? parseContract(await files.readText(head.contract), head.contract)
      : undefined;
  const { contract, loosened } = judge(baseContract, headContract, entry.contract);
  const moved =
    base !== undefined && head !== undefined && base.path !== head.path
      ? [{ what: `path of ${entry.name}`, from: base.path, to: head.path }]
      : [];
  const dataSet: DataSet = {
    name: entry.name,
    path: entry.path,
    contract,
    object: base?.object ?? entry.object,
  };
  return {
    dataSets: [dataSet],
    policy: recordWith(policy, [...judged.loosened, ...loosened, ...moved]),
  };
}

function judge(base: Contract | undefined, head: Contract | undefined, file: string) {
  if (base === undefined) {
    if (head === undefined) throw incomplete(`there is no contract ${file}`);
    return { contract: head, loosened: [] };
  }
  if (head !== undefined) return tightenContract(base, head);
  return {
    contract: base,
    loosened: [{ what: `contract ${file}`, from: "checked", to: "removed" }],
  };
}

function referencesOf({ head, base }: Policy): ReferenceDataSet[] {
  const sets = [...(head?.config.data ?? []), ...(base?.config.data ?? [])];
  const first = new Map(sets.toReversed().map((set) => [set.name, set]));
  return [...first.values()].map(({ name, path, object }) => ({ name, path, object }));
}

async function fromFlags(
  { data, contract, object }: Inputs,
  files: Files,
): Promise<ValidationInput> {
  if (data === undefined) throw incomplete("data is needed together with contract");
  if (contract === undefined) throw incomplete("contract is needed together with data");
  const parsed = parseContract(await files.readText(contract), contract);
  const dataSet = { name: nameOfFile(data, "data"), path: data, contract: parsed, object };
  return { dataSets: [dataSet], references: [], policy: { origin: "command-line", loosened: [] } };
}

function incomplete(message: string): UserError {
  return new UserError({
    code: "SW1001",
    message,
    remedy:
      "Give both, as in: slipway validate --data FILE --contract FILE; or write them into slipway.yaml.",
  });
}

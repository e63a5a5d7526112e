import { parseContract } from "../src/index.ts";
import type { Check, Contract } from "../src/ir.ts";

/** A contract with one object `data`, whose properties are given as YAML flow maps. */
export function contractWith(properties: readonly string[], rest = ""): Contract {
  const lines = properties.map((property) => `      - ${property}`).join("\n");
  return parseContract(
    `apiVersion: v3.1.0
kind: DataContract
id: test
version: 1.0.0
status: active
schema:
  - name: data
    properties:
${lines}
${rest}`,
    "contract.yaml",
  );
}

export function checksOf(contract: Contract): readonly Check[] {
  return contract.objects[0]?.checks ?? [];
}

/** `id title severity` of each check, sorted by id. */
export function brief(contract: Contract): string[] {
  return checksOf(contract)
    .map(({ id, title, severity }) => `${id} | ${title} | ${severity}`)
    .sort();
}

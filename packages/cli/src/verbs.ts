import { jsonSchemaNames, jsonSchemaOf } from "@slipway/contracts";
import {
  evaluateModel,
  inputs as evaluateInputs,
  planEvaluations,
  type Evaluated,
} from "@slipway/evaluate-model";
import { UserError, worstOutcome } from "@slipway/kernel";
import {
  inputs as validateInputs,
  planValidations,
  validateData,
  type Validated,
} from "@slipway/validate-data";
import { localPorts } from "./local-ports.ts";
import { printEvidence, printText, readPrintOptions } from "./print-document.ts";
import { readFlags, type Flags } from "./read-flags.ts";
import type { Verdict } from "./verdict.ts";

/** `slipway validate`. */
export async function validate(names: readonly string[], flags: Flags): Promise<Verdict> {
  const print = readPrintOptions(flags, "text");
  const input = readFlags(validateInputs, { ...flags, name: names });
  const ports = await localPorts(input.duckdbBinding);
  const validated: Validated[] = [];
  for (const planned of await planValidations(input, ports.files, () =>
    ports.loadPolicy(input.config),
  )) {
    validated.push(...(await validateData(planned, ports)));
  }
  return finish(validated, print);
}

/** `slipway evaluate`. */
export async function evaluate(names: readonly string[], flags: Flags): Promise<Verdict> {
  const print = readPrintOptions(flags, "text");
  const input = readFlags(evaluateInputs, { ...flags, name: names });
  const ports = await localPorts(input.duckdbBinding);
  const evaluated: Evaluated[] = [];
  for (const request of await planEvaluations(input, () => ports.loadPolicy(input.config))) {
    // Results that are named by hand have no history: their baseline is named too, or there is none.
    const branch = request.policy.origin === "command-line" ? undefined : ports.branch;
    evaluated.push(await evaluateModel(request, { ...ports, branch }));
  }
  return finish(evaluated, print);
}

/** `slipway schema`. @throws UserError SW1001 */
export async function schema(name: string, flags: Flags): Promise<void> {
  const known = jsonSchemaNames.find((found) => found === name);
  if (known === undefined) {
    throw new UserError({
      code: "SW1001",
      message: `there is no schema ${JSON.stringify(name.slice(0, 60))}`,
      remedy: `Ask for one of: ${jsonSchemaNames.join(", ")}.`,
    });
  }
  const { output } = readPrintOptions({ output: flags["output"] }, "json");
  await printText(JSON.stringify(jsonSchemaOf(known), undefined, 2), output);
}

async function finish(
  done: readonly (Validated | Evaluated)[],
  print: ReturnType<typeof readPrintOptions>,
): Promise<Verdict> {
  await printEvidence(
    done.map(({ evidence }) => evidence),
    print,
  );
  return { outcome: worstOutcome(done.map(({ evidence }) => evidence.outcome)) };
}

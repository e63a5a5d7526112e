import {
  nameOfFile,
  type EvaluationConfig,
  type LocatedConfig,
  type Loosened,
} from "@slipway/contracts";
import { UserError } from "@slipway/kernel";
import {
  changedSettings,
  judgedEntries,
  recordWith,
  rulesOf,
  tightenRules,
  type JudgedEntry,
  type Policy,
  type Rule,
} from "@slipway/policy";
import type { Inputs } from "./inputs.ts";
import { parseColumns, parseGate } from "./parse-flags.ts";
import type { EvaluationRequest } from "./request.ts";

/** What is to be evaluated: by the names in slipway.yaml, or by `results` alone. @throws UserError SW1001, SW1205 */
export async function planEvaluations(
  input: Inputs,
  loadPolicy: () => Promise<Policy>,
): Promise<readonly EvaluationRequest[]> {
  if (input.results !== undefined) return [fromFlags(input, input.results)];
  refuseStrayFlags(input);
  const policy = await loadPolicy();
  return judgedEntries(policy, "evaluations", input.name).map((judged) =>
    fromPolicy(policy, judged, input),
  );
}

function fromPolicy(
  policy: Policy,
  judged: JudgedEntry<"evaluations">,
  input: Inputs,
): EvaluationRequest {
  const { entry, base, head, source } = judged;
  const { rules, loosened } = rulesFor(judged, policy);
  const changed = base !== undefined && head !== undefined ? changedSettings(base, head) : [];
  const deciding = base ?? entry;
  const slices = [
    ...new Set([
      ...(base?.slices ?? []),
      ...(entry.slices ?? []),
      ...rules.flatMap(({ slice }) => slice ?? []),
    ]),
  ];
  return {
    name: entry.name,
    run: entry.run,
    results: entry.results,
    task: entry.task,
    columns: entry.columns,
    positive: entry.positive === undefined ? undefined : String(entry.positive),
    slices,
    rules,
    baseline: input.baseline ?? deciding.baseline,
    seed: deciding.seed ?? 1,
    resamples: deciding.resamples ?? 1000,
    policy: recordWith(policy, [...judged.loosened, ...loosened, ...changed]),
    model: source.config.models?.find(({ evaluations }) => evaluations?.includes(entry.name))?.path,
  };
}

function rulesFor(
  { base, head, index, source }: JudgedEntry<"evaluations">,
  policy: Policy,
): { rules: readonly Rule[]; loosened: readonly Loosened[] } {
  const headRules = head === undefined ? [] : rulesIn(head, source, index);
  if (base === undefined || policy.base === undefined) return { rules: headRules, loosened: [] };
  const baseIndex =
    policy.base.config.evaluations?.findIndex(({ name }) => name === base.name) ?? 0;
  const baseRules = rulesIn(base, policy.base, baseIndex);
  return head === undefined
    ? { rules: baseRules, loosened: [] }
    : tightenRules(baseRules, headRules);
}

function rulesIn(evaluation: EvaluationConfig, { source }: LocatedConfig, index: number): Rule[] {
  return (evaluation.gates ?? []).flatMap((gate, position) => {
    const { line } = source.placeOf(["evaluations", index, "gates", position]);
    return rulesOf(gate, evaluation, { file: source.file, line });
  });
}

function fromFlags(input: Inputs, results: string): EvaluationRequest {
  if (input.task === undefined) throw incomplete("task", "--task binary, multiclass or regression");
  if (input.columns === undefined)
    throw incomplete("columns", "--columns id=…,label=…,prediction=…,score=…");
  const { columns, slices } = parseColumns(input.columns);
  const defaults = {
    ...(input.onInconclusive === undefined ? {} : { "on-inconclusive": input.onInconclusive }),
    ...(input.firstRun === undefined ? {} : { "first-run": input.firstRun }),
  };
  const rules = input.gate.flatMap((gate, index) =>
    rulesOf(parseGate(gate), defaults, { file: "command line", line: index + 1 }),
  );
  return {
    name: nameOfFile(results, "results"),
    run: undefined,
    results,
    task: input.task,
    columns,
    positive: input.positive,
    slices: [...new Set([...slices, ...rules.flatMap(({ slice }) => slice ?? [])])],
    rules,
    baseline: input.baseline,
    seed: 1,
    resamples: 1000,
    policy: { origin: "command-line", loosened: [] },
    model: undefined,
  };
}

function refuseStrayFlags(input: Inputs): void {
  const stray = [
    ...(input.task === undefined ? [] : ["task"]),
    ...(input.columns === undefined ? [] : ["columns"]),
    ...(input.positive === undefined ? [] : ["positive"]),
    ...(input.gate.length === 0 ? [] : ["gate"]),
    ...(input.onInconclusive === undefined ? [] : ["on-inconclusive"]),
    ...(input.firstRun === undefined ? [] : ["first-run"]),
  ];
  if (stray.length === 0) return;
  throw new UserError({
    code: "SW1001",
    message: `${stray.join(", ")} count only together with results`,
    remedy: "Name the predictions with results (--results FILE), or write these into slipway.yaml.",
  });
}

function incomplete(name: string, form: string): UserError {
  return new UserError({
    code: "SW1001",
    message: `${name} is needed together with results`,
    remedy: `Add ${form}.`,
  });
}

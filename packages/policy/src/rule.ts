import {
  gateRules,
  type EvaluationConfig,
  type GateConfig,
  type GateRule,
  type Severity,
} from "@slipway/contracts";

/** Where a rule was written. Line 0 means that it came from no file. */
export type RuleSource = { readonly file: string; readonly line: number };

/** One rule of a gate with everything that decides it; a gate with two rules makes two of them. */
export type Rule = {
  readonly metric: string;
  readonly rule: GateRule;
  readonly limit: number;
  readonly slice: string | undefined;
  readonly direction: "higher" | "lower" | undefined;
  readonly severity: Severity;
  readonly judge: "point" | "interval";
  readonly confidence: number;
  readonly minN: number;
  readonly onInconclusive: "warn" | "fail";
  readonly firstRun: "block" | "allow";
  readonly source: RuleSource;
};

/** What gates leave open: of the evaluation, or of the command line. */
export type RuleDefaults = Pick<
  EvaluationConfig,
  "confidence" | "min-n" | "on-inconclusive" | "first-run"
>;

/** Takes a gate apart into its rules. */
export function rulesOf(gate: GateConfig, defaults: RuleDefaults, source: RuleSource): Rule[] {
  return gateRules.flatMap((rule) => {
    const limit = gate[rule];
    if (limit === undefined) return [];
    return [
      {
        metric: gate.metric,
        rule,
        limit,
        slice: gate.slice,
        direction: gate.direction,
        severity: gate.severity ?? "block",
        judge: gate.judge ?? "point",
        confidence: gate.confidence ?? defaults.confidence ?? 0.95,
        minN: gate["min-n"] ?? defaults["min-n"] ?? 10,
        onInconclusive: gate["on-inconclusive"] ?? defaults["on-inconclusive"] ?? "warn",
        firstRun: defaults["first-run"] ?? "block",
        source,
      },
    ];
  });
}

/** What a rule is about: two gates with the same key are the same demand. */
export function ruleKey({ metric, rule, slice }: Rule): string {
  return slice === undefined ? `${metric} ${rule}` : `${metric} ${rule} slice=${slice}`;
}

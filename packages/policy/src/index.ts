export { changedSettings } from "./changed-settings.ts";
export { loadPolicy, type Policy } from "./load-policy.ts";
export { judgedEntries, recordWith, type JudgedEntry } from "./merge-entries.ts";
export { ruleKey, rulesOf, type Rule, type RuleDefaults, type RuleSource } from "./rule.ts";
export { tightenRules, type Tightened } from "./tighten-rules.ts";

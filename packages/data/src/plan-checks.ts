import type { CellCheck, UniqueCheck } from "./compile-table.ts";
import type { Dialect, Table } from "./dialect.ts";
import type { CellForm, Check, ContractObject, Rule } from "./ir.ts";
import { type CheckResult, notChecked } from "./judge.ts";
import { nativeTypesOf } from "./value-layer.ts";

/** A check of a foreign key. */
export type ForeignKeyCheck = Check & { readonly rule: Extract<Rule, { kind: "foreign-key" }> };

/** What has to be asked of the engine, and what the headers and footers have settled already. */
export type CheckPlan = {
  readonly settled: ReadonlyMap<string, CheckResult>;
  /** Type checks that a footer has settled as failed: their count is the column's values. */
  readonly wrongType: ReadonlyMap<string, { readonly column: string; readonly native: string }>;
  readonly cells: readonly CellCheck[];
  readonly uniqueColumns: readonly UniqueCheck[];
  readonly uniqueKeys: readonly UniqueCheck[];
  readonly foreignKeys: readonly ForeignKeyCheck[];
  readonly rows: readonly Check[];
  /** Every declared column that some file has: each is read, whether or not a check names it. */
  readonly columns: readonly string[];
};

/** Sorts the checks of `object` by what they need from `table`. */
export function planChecks(dialect: Dialect, object: ContractObject, table: Table): CheckPlan {
  const declared = new Set([
    ...object.columns.map(({ column }) => column),
    ...object.checks.flatMap((check) => columnsOf(check)),
  ]);
  const columns = [...declared].filter((column) => filesWith(table, column) > 0);
  const settled = new Map<string, CheckResult>();
  const wrongType = new Map<string, { column: string; native: string }>();
  const open: Check[] = [];
  for (const check of object.checks) {
    const native = wrongNativeType(dialect, { table, object }, check);
    const result = settle(check, table) ?? (native === undefined ? undefined : mismatch(native));
    if (native !== undefined && check.rule.kind === "type") {
      wrongType.set(check.id, { column: check.column ?? "", native });
    } else if (result !== undefined) settled.set(check.id, result);
    else open.push(check);
  }
  const unique = open.filter(isUnique);
  return {
    settled,
    wrongType,
    columns,
    cells: open.filter(isCell),
    uniqueColumns: unique.filter(({ rule }) => rule.key.length === 1),
    uniqueKeys: unique.filter(({ rule }) => rule.key.length !== 1),
    foreignKeys: open.filter(isForeignKey),
    rows: open.filter(({ rule }) => rule.kind === "rows"),
  };
}

function settle(check: Check, table: Table): CheckResult | undefined {
  const { rule } = check;
  if (rule.kind === "unsupported") return notChecked("unsupported", rule.detail);
  if (rule.kind === "column") return judgeColumn(check, rule.isRequired, table);
  if (rule.kind === "undeclared") return judgeUndeclared(rule.declared, table);
  const missing = columnsOf(check).filter((column) => filesWith(table, column) === 0);
  if (missing.length === 0) return undefined;
  return notChecked("missing-column", `there is no column ${missing.join(", ")}`);
}

function judgeColumn(check: Check, isRequired: boolean, table: Table): CheckResult {
  const examined = table.files.length;
  const failed = examined - filesWith(table, check.column ?? "");
  const counted = { examined, failed, observed: `${examined - failed} of ${examined} files` };
  if (failed === 0) return { finding: "pass", ...counted };
  const reason = failed === examined ? "missing-column" : "missing-in-some-files";
  const isSoft = failed < examined && !isRequired;
  return { finding: "fail", reason, ...counted, ...(isSoft ? { severity: "warn" } : {}) };
}

function judgeUndeclared(declared: readonly string[], table: Table): CheckResult {
  const extra = [...new Set(table.files.flatMap(({ columns }) => columns))].filter(
    (column) => !declared.includes(column),
  );
  const finding = extra.length === 0 ? "pass" : "fail";
  const examined = new Set(table.files.flatMap(({ columns }) => columns)).size;
  return {
    finding,
    examined,
    failed: extra.length,
    observed: extra.slice(0, 20).join(", ").slice(0, 1000),
  };
}

function mismatch(native: string): CheckResult {
  return notChecked("wrong-type", `the column has the type ${native}`);
}

/** The native type that keeps a check from being evaluated, if any. Without a declared type there is no wrong one. */
function wrongNativeType(
  dialect: Dialect,
  { table, object }: { table: Table; object: ContractObject },
  check: Check,
): string | undefined {
  const forms = columnsOf(check).flatMap((column) => {
    const form = formIn(check.rule, column) ?? text;
    const isDeclared = object.columns.some((item) => item.column === column && item.form);
    // Text is what a column without a declared type is compared as, whatever it holds.
    const isTyped = isDeclared || check.rule.kind === "type" || form.type !== "string";
    return isTyped ? [{ column, form }] : [];
  });
  for (const { column, form } of needsType(check.rule) ? forms : []) {
    const wrong = nativeTypesOf(table, column).find((type) => !fits(dialect, type, form));
    if (wrong !== undefined) return wrong.slice(0, 200);
  }
  return undefined;
}

function fits(dialect: Dialect, native: string, form: CellForm): boolean {
  if (!dialect.holds(native, form.type)) return false;
  if (form.type !== "timestamp" || form.zone === undefined) return true;
  return dialect.hasZone(native) === (form.zone === "demanded");
}

function needsType(rule: Rule): boolean {
  return rule.kind !== "required" && rule.kind !== "column" && rule.kind !== "missing";
}

const text: CellForm = { type: "string" };

function formIn(rule: Rule, column: string): CellForm | undefined {
  if ("form" in rule) return rule.form;
  return "key" in rule ? rule.key.find((part) => part.column === column)?.form : undefined;
}

function columnsOf({ column, rule }: Check): string[] {
  if (rule.kind === "unique" || rule.kind === "foreign-key") {
    return rule.key.map((part) => part.column);
  }
  return column === undefined || rule.kind === "rows" ? [] : [column];
}

function filesWith(table: Table, column: string): number {
  return table.files.filter(({ columns }) => columns.includes(column)).length;
}

const cellKinds: ReadonlySet<string> = new Set([
  "type",
  "required",
  "range",
  "multiple-of",
  "pattern",
  "length",
  "one-of",
  "missing",
  "invalid",
]);
const isCell = (check: Check): check is CellCheck => cellKinds.has(check.rule.kind);
const isUnique = (check: Check): check is UniqueCheck => check.rule.kind === "unique";
const isForeignKey = (check: Check): check is ForeignKeyCheck => check.rule.kind === "foreign-key";

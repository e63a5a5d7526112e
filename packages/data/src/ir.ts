import type { Severity } from "@slipway/contracts";

/** The logical types of ODCS whose values can be checked in a cell. */
export type CellType = "string" | "integer" | "number" | "boolean" | "date" | "timestamp" | "time";

/** Where a constraint stands in its contract; lines count from 1. */
export type Source = { readonly file: string; readonly line: number };

/**
 * How the text of a cell becomes a value. `zone` is about the time zone of a timestamp (either will do where absent),
 * `separator` about what stands between its date and its time.
 */
export type CellForm = {
  readonly type: CellType;
  readonly zone?: "demanded" | "refused";
  readonly separator?: " " | "T";
};

/** Bounds of numbers, or of dates and times as ISO 8601 text. */
export type Bounds = {
  readonly minimum?: number | string;
  readonly maximum?: number | string;
  readonly exclusiveMinimum?: number | string;
  readonly exclusiveMaximum?: number | string;
};

/** The operators of a quality rule that must all hold. Pairs are inclusive. */
export type Threshold = {
  readonly mustBe?: number;
  readonly mustNotBe?: number;
  readonly mustBeGreaterThan?: number;
  readonly mustBeGreaterOrEqualTo?: number;
  readonly mustBeLessThan?: number;
  readonly mustBeLessOrEqualTo?: number;
  readonly mustBeBetween?: readonly [number, number];
  readonly mustNotBeBetween?: readonly [number, number];
};

/** What is demanded of one cell. NULL breaks `required` and, where its list says so, `missing`; nothing else. */
export type CellRule =
  | { readonly kind: "type"; readonly form: CellForm }
  | { readonly kind: "required" }
  | { readonly kind: "range"; readonly form: CellForm; readonly bounds: Bounds }
  | { readonly kind: "multiple-of"; readonly form: CellForm; readonly step: number }
  | { readonly kind: "pattern"; readonly pattern: string }
  | { readonly kind: "length"; readonly minimum?: number; readonly maximum?: number }
  | { readonly kind: "one-of"; readonly form: CellForm; readonly values: readonly string[] }
  | {
      readonly kind: "missing";
      readonly values: readonly string[];
      readonly isNullMissing: boolean;
    }
  | {
      readonly kind: "invalid";
      readonly form: CellForm;
      readonly values?: readonly string[];
      readonly pattern?: string;
    };

/** A column and how its cells are read; without a form the text itself is the value. */
export type KeyColumn = { readonly column: string; readonly form: CellForm };

/** What is demanded of a whole table. */
export type TableRule =
  | { readonly kind: "column"; readonly isRequired: boolean }
  | { readonly kind: "undeclared"; readonly declared: readonly string[] }
  | { readonly kind: "rows" }
  | { readonly kind: "unique"; readonly key: readonly KeyColumn[] }
  | {
      readonly kind: "foreign-key";
      readonly key: readonly KeyColumn[];
      readonly object: string;
      readonly columns: readonly string[];
    };

/** A constraint that is listed but cannot be evaluated, and why. */
export type UnsupportedRule = {
  readonly kind: "unsupported";
  readonly keyword: string;
  readonly detail: string;
};

/** Everything that a contract can demand. */
export type Rule = CellRule | TableRule | UnsupportedRule;

/** One constraint of a contract: plain data, with an id that does not depend on the order in the file. */
export type Check = {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly column?: string;
  readonly rule: Rule;
  /** What the number of failures (or rows, for `rows`) must satisfy; absent means none may fail. */
  readonly threshold?: Threshold;
  readonly unit?: "rows" | "percent";
  readonly severity: Severity;
  readonly source: Source;
};

/** One table of a contract. `encoding` and `delimiter` say how its CSV files are written. */
export type ContractObject = {
  readonly name: string;
  readonly line: number;
  /** Names in the contract and in the file, which differ where a physicalName is given. */
  readonly columns: readonly {
    readonly name: string;
    readonly column: string;
    readonly form: CellForm | undefined;
  }[];
  readonly encoding: "utf-8" | "latin-1";
  readonly delimiter: string | undefined;
  readonly checks: readonly Check[];
};

/** A data contract as a list of checks per table. */
export type Contract = {
  readonly file: string;
  readonly id: string;
  readonly objects: readonly ContractObject[];
};

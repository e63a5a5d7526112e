import { UserError } from "@slipway/kernel";
import type { SqlColumn } from "@slipway/ports";

/** A column that was selected as DOUBLE. */
export function numbers(column: SqlColumn | undefined): Float64Array {
  if (column?.kind === "number") return column.values;
  throw new TypeError("A column of numbers was expected.");
}

/** A column that was selected as INTEGER. */
export function integers(column: SqlColumn | undefined): Int32Array {
  if (column?.kind === "integer") return column.values;
  throw new TypeError("A column of whole numbers was expected.");
}

/** Classes or groups that cannot be judged. */
export function classTrouble(problem: string, remedy: string): UserError {
  return new UserError({ code: "SW5307", message: problem.slice(0, 500), remedy });
}

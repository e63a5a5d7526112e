/** A plain evaluator of cells and keys, written from the contract's words alone: the oracle of the differential test. */
export type Demand = {
  readonly type: "integer" | "number" | "boolean" | "date" | "string";
  readonly required: boolean;
  readonly unique: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly values?: readonly string[];
};

export type Counts = Readonly<Record<string, number>>;

/** How many cells of a column break each demand; NULL is null. */
export function countBroken(cells: readonly (string | null)[], demand: Demand): Counts {
  const present = cells.filter((cell) => cell !== null);
  const values = present.map((cell) => valueOf(cell, demand.type));
  const bad = (breaks: (cell: string, value: Value) => boolean) =>
    present.filter((cell, at) => breaks(cell, values[at] ?? null)).length;
  const known = values.filter((value) => value !== null);
  const isNumeric = demand.type === "integer" || demand.type === "number";
  return {
    type: values.length - known.length,
    ...(demand.required ? { required: cells.length - present.length } : {}),
    ...(demand.unique ? { unique: known.length - new Set(known).size } : {}),
    ...(isNumeric && (demand.minimum !== undefined || demand.maximum !== undefined)
      ? { range: bad((_, value) => value !== null && !isWithin(Number(value), demand)) }
      : {}),
    ...(demand.type === "string" && demand.pattern !== undefined
      ? { pattern: bad((cell) => !new RegExp(`^(?:${demand.pattern ?? ""})$`, "u").test(cell)) }
      : {}),
    ...(demand.type === "string" && demand.maxLength !== undefined
      ? { length: bad((cell) => Array.from(cell).length > (demand.maxLength ?? 0)) }
      : {}),
    ...(demand.values === undefined
      ? {}
      : {
          "one-of": bad((_, value) => {
            const allowed = demand.values?.map((word) => valueOf(word, demand.type)) ?? [];
            return value === null || !allowed.includes(value);
          }),
        }),
  };
}

type Value = string | number | bigint | boolean | null;

function valueOf(cell: string, type: Demand["type"]): Value {
  switch (type) {
    case "string":
      return cell;
    case "integer": {
      if (!/^[+-]?[0-9]+$/.test(cell)) return null;
      const value = BigInt(cell.replace(/^\+/, ""));
      return value < -(2n ** 127n) || value >= 2n ** 127n ? null : value;
    }
    case "number": {
      if (!/^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$/.test(cell)) return null;
      const value = Number(cell);
      return Number.isFinite(value) ? value + 0 : null;
    }
    case "boolean":
      return /^(true|True|TRUE)$/.test(cell)
        ? true
        : /^(false|False|FALSE)$/.test(cell)
          ? false
          : null;
    case "date": {
      const found = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(cell);
      const [year, month, day] = (found ?? []).slice(1).map(Number);
      if (year === undefined || month === undefined || day === undefined) return null;
      const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
      const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
      return day >= 1 && day <= days ? cell : null;
    }
  }
}

function isWithin(value: number, { minimum, maximum }: Demand): boolean {
  return (minimum === undefined || value >= minimum) && (maximum === undefined || value <= maximum);
}

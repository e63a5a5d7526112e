import { isRecord } from "../http/json.ts";

/** The fields of input objects by their names, types as GitHub's schema writes them. */
export type InputTypes = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What is wrong with a part of an input, and where it stands. */
export type InputProblem = { readonly path: readonly string[]; readonly explanation: string };

const scalars: Readonly<Record<string, (value: unknown) => boolean>> = {
  Base64String: (value) => {
    return typeof value === "string" && /^(?:[\w+/]{4})*(?:[\w+/]{2}==|[\w+/]{3}=)?$/.test(value);
  },
  Boolean: (value) => typeof value === "boolean",
  GitObjectID: (value) => typeof value === "string" && /^[0-9a-f]{40}$/.test(value),
  ID: (value) => typeof value === "string",
  Int: (value) => Number.isInteger(value),
  String: (value) => typeof value === "string",
};

/** What of a value does not fit its type; nothing where it fits.
 * @throws Error for a type that is neither in `types` nor a scalar of the fake */
export function checkInput(
  types: InputTypes,
  type: string,
  value: unknown,
): readonly InputProblem[] {
  if (type.endsWith("!")) {
    if (value !== undefined && value !== null) return checkInput(types, type.slice(0, -1), value);
    return [{ path: [], explanation: "Expected value to not be null" }];
  }
  if (value === undefined || value === null) return [];
  if (type.startsWith("[")) {
    const inner = type.slice(1, -1);
    // One item stands for a list of one.
    if (!Array.isArray(value)) return checkInput(types, inner, value);
    return value.flatMap((item, index) => below(String(index), checkInput(types, inner, item)));
  }
  const fields = types[type];
  if (fields !== undefined) return checkFields(types, { type, fields }, value);
  const fits = scalars[type];
  if (fits === undefined) throw new Error(`the fake has no input type ${type}`);
  const explanation = `Could not coerce value ${JSON.stringify(value)} to ${type}`;
  return fits(value) ? [] : [{ path: [], explanation }];
}

function checkFields(
  types: InputTypes,
  { type, fields }: { type: string; fields: Readonly<Record<string, string>> },
  value: unknown,
): readonly InputProblem[] {
  if (!isRecord(value)) {
    return [
      { path: [], explanation: `Expected ${JSON.stringify(value)} to be a key-value object.` },
    ];
  }
  const unknown = Object.keys(value).filter((name) => !(name in fields));
  return [
    ...unknown.map((name) => ({ path: [name], explanation: `Field is not defined on ${type}` })),
    ...Object.entries(fields).flatMap(([name, inner]) => {
      return below(name, checkInput(types, inner, value[name]));
    }),
  ];
}

function below(name: string, problems: readonly InputProblem[]): readonly InputProblem[] {
  return problems.map(({ path, explanation }) => ({ path: [name, ...path], explanation }));
}

import { inputName, parseInputs, type InputSchema, type InputsOf } from "@slipway/runner";

/** The options that commander found, by their camelCase names. */
export type Flags = Readonly<Record<string, unknown>>;

/** Parses flags by the schema of the action with the same inputs. @throws UserError SW1001 that names every bad flag */
export function readFlags<S extends InputSchema>(schema: S, flags: Flags): InputsOf<S> {
  const texts = new Map(
    Object.keys(schema.shape).map((key) => [inputName(key), textOf(flags[key])]),
  );
  return parseInputs(schema, {
    read: (name) => texts.get(name) ?? "",
    title: (name) => `--${name}`,
  });
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join("\n");
  return typeof value === "string" ? value : "";
}

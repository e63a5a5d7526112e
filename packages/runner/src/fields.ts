import { z } from "zod";

/** What an input's field knows beside its form; the docs and the parity test read it. */
export type FieldMeta = {
  readonly required?: boolean;
  readonly default?: string;
  readonly secret?: boolean;
};

const raw = z.string();

/**
 * The forms that an input can have. Each begins with the text that the runner hands over, where an input
 * that is not set is the empty string; nothing is ever coerced.
 */
export const field = {
  /** Free text, or `undefined` where it is not set. */
  text: () => raw.transform((text) => (text === "" ? undefined : text)),
  /** Text that has to be there. */
  requiredText: () => raw.min(1, "is required").meta({ required: true }),
  /** A secret: masked before anything else happens. */
  secret: () => raw.transform((text) => (text === "" ? undefined : text)).meta({ secret: true }),
  /** Text with a default. */
  textOr: (otherwise: string) =>
    raw.transform((text) => (text === "" ? otherwise : text)).meta({ default: otherwise }),
  /** Several values, separated by commas or line ends. */
  list: () => raw.transform((text) => split(text, /[,\n]/)),
  /** Several values, one a line. */
  lines: () => raw.transform((text) => split(text, /\n/)),
  /** A decimal number such as 0.05, or `undefined`. */
  decimal: () =>
    raw
      .refine(
        (text) => text === "" || /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(text),
        "must be a number such as 0.05",
      )
      .transform((text) => (text === "" ? undefined : Number(text))),
  /** `true` or `false`, in the spellings of YAML 1.2, with a default. */
  boolean: (otherwise: boolean) =>
    raw
      .refine((text) => /^(true|True|TRUE|false|False|FALSE)?$/.test(text), "must be true or false")
      .transform((text) => (text === "" ? otherwise : text.toLowerCase() === "true"))
      .meta({ default: String(otherwise) }),
  /** One of a few words, or `undefined`. */
  choice: <const W extends readonly [string, ...string[]]>(words: W) =>
    raw.transform((text, context): W[number] | undefined => {
      if (text === "") return undefined;
      const word = words.find((known) => known === text);
      if (word === undefined) context.addIssue(`must be ${words.join(" or ")}`);
      return word;
    }),
};

/** A schema of inputs: camelCase keys, built from {@link field}. */
export type InputSchema = z.ZodObject<Record<string, z.ZodType<unknown, string>>>;

/** What a parsed schema gives. */
export type InputsOf<S extends InputSchema> = z.output<S>;

/** `github-token`, the name in action.yml and on the command line, of the key `githubToken`. */
export function inputName(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** What the field behind `key` says of itself. */
export function fieldMeta(schema: InputSchema, key: string): FieldMeta {
  const meta = schema.shape[key]?.meta();
  return {
    ...(meta?.["required"] === true ? { required: true } : {}),
    ...(meta?.["secret"] === true ? { secret: true } : {}),
    ...(typeof meta?.["default"] === "string" ? { default: meta["default"] } : {}),
  };
}

function split(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

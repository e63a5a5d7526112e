import { UserError } from "@slipway/kernel";
import { inputName, type InputSchema, type InputsOf } from "./fields.ts";

/** Where the text of an input comes from, and what a user calls it. */
export type InputSource = {
  /** The text of the input named `name`; empty where it is not set. */
  read(name: string): string;
  /** `input max-drop` in a workflow, `--max-drop` on a command line. */
  title(name: string): string;
};

/**
 * Parses every input before anything else happens.
 * @throws UserError SW1001 that names every bad input
 */
export function parseInputs<S extends InputSchema>(schema: S, source: InputSource): InputsOf<S> {
  const keys = Object.keys(schema.shape);
  const texts = Object.fromEntries(keys.map((key) => [key, source.read(inputName(key))]));
  const result = schema.safeParse(texts);
  if (result.success) return result.data;
  const mistakes = result.error.issues.map((issue) => {
    const key = String(issue.path[0] ?? "");
    const title = key === "" ? "" : `${source.title(inputName(key))} `;
    return `${title}${issue.message}${quote(texts[key])}`;
  });
  throw new UserError({
    code: "SW1001",
    message: [...new Set(mistakes)].join("\n"),
    remedy: "Correct what is named above and run again.",
  });
}

function quote(text: string | undefined): string {
  return text === undefined || text === "" ? "" : ` (it is ${JSON.stringify(text.slice(0, 60))})`;
}

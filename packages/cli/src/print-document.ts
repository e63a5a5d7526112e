import { resolve } from "node:path";
import type { Evidence } from "@slipway/contracts";
import { UserError } from "@slipway/kernel";
import { plainStyle, renderMarkdown, renderTerminal, type TerminalStyle } from "@slipway/report";
import { terminalStyle, writeWhole } from "@slipway/runner";

/** How a document is printed, and where to. */
export type PrintOptions = { readonly format: Format; readonly output: string | undefined };

const formats = ["text", "json", "markdown"] as const;

/** The forms of a document. */
export type Format = (typeof formats)[number];

/** Reads `--format` and `--output`. @throws UserError SW1001 */
export function readPrintOptions(
  flags: Readonly<Record<string, unknown>>,
  otherwise: Format,
): PrintOptions {
  const { format, output } = flags;
  const found = formats.find((known) => known === format);
  if (format !== undefined && found === undefined) {
    throw new UserError({
      code: "SW1001",
      message: `--format must be ${formats.join(", ")} (it is ${JSON.stringify(format).slice(0, 60)})`,
      remedy: "Correct what is named above and run again.",
    });
  }
  return { format: found ?? otherwise, output: typeof output === "string" ? output : undefined };
}

/** Prints evidence: one document, or an array of them where there are several. */
export async function printEvidence(
  evidences: readonly Evidence[],
  options: PrintOptions,
): Promise<void> {
  await printText(evidenceText(evidences, options), options.output);
}

/** Prints a document in the form that is asked for. */
export async function printDocument<T>(
  document: T,
  { format, output }: PrintOptions,
  render: {
    readonly markdown: (document: T) => string;
    readonly text: (document: T, style: TerminalStyle) => string;
  },
): Promise<void> {
  const style = output === undefined ? terminalStyle(process.stdout, process.env) : plainStyle;
  const texts = {
    json: () => JSON.stringify(document, undefined, 2),
    markdown: () => render.markdown(document),
    text: () => render.text(document, style),
  };
  await printText(texts[format](), output);
}

/** Writes to the file, whole, or to standard output. */
export async function printText(text: string, output: string | undefined): Promise<void> {
  if (output === undefined) process.stdout.write(`${text}\n`);
  else await writeWhole(resolve(output), output, `${text}\n`);
}

function evidenceText(evidences: readonly Evidence[], { format, output }: PrintOptions): string {
  switch (format) {
    case "json": {
      const [only] = evidences;
      return JSON.stringify(evidences.length === 1 ? only : evidences, undefined, 2);
    }
    case "markdown":
      return renderMarkdown(evidences, {});
    case "text":
      return renderTerminal(
        evidences,
        output === undefined ? terminalStyle(process.stdout, process.env) : plainStyle,
      );
  }
}

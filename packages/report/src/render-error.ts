import { plainText } from "./plain-text.ts";
import type { TerminalStyle } from "./terminal-text.ts";

/** A user's error for a terminal: code and message, then what to type, indented. */
export function renderError(
  {
    code,
    message,
    remedy,
  }: { readonly code: string; readonly message: string; readonly remedy: string },
  style: TerminalStyle,
): string {
  const [first = "", ...more] = lines(message);
  const head = `${style.red(style.bold(`error ${plainText(code)}`))}: ${first}`;
  return [head, ...[...more, ...lines(remedy)].map((line) => `  ${line}`.trimEnd())].join("\n");
}

function lines(text: string): string[] {
  return text.split(/\r?\n/).map((line) => plainText(line, 2000));
}

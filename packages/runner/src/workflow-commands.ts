import { randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";
import { EOL } from "node:os";

// The protocol of the runner in its few lines: @actions/core brings a whole HTTP client along, which alone takes
// longer to load than everything else that an action needs to start.

/** The text of an input, without blanks around it; empty where it is not set. */
export function readInput(name: string): string {
  return (process.env[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`] ?? "").trim();
}

/** Prints a line of the log. */
export function printLine(text: string): void {
  process.stdout.write(`${text}${EOL}`);
}

/** Prints a command of the runner; nothing in its texts can end it or begin another. */
export function printCommand(
  name: string,
  message: string,
  properties: Readonly<Record<string, string | number>> = {},
): void {
  const list = Object.entries(properties).map(
    ([key, value]) => `${key}=${escapeProperty(String(value))}`,
  );
  printLine(`::${name}${list.length === 0 ? "" : ` ${list.join(",")}`}::${escapeData(message)}`);
}

/** Sets an output of the step. Outside a runner there is no file for it. */
export function writeOutput(name: string, value: string): void {
  const file = process.env["GITHUB_OUTPUT"];
  if (file === undefined || file === "") return;
  // A delimiter that nobody can guess, so that no value can end its own block.
  const delimiter = `slipway_${randomUUID()}`;
  appendFileSync(file, `${name}<<${delimiter}${EOL}${value}${EOL}${delimiter}${EOL}`);
}

/** Adds Markdown to the job's summary. Outside a runner there is no file for it; the log says the same. */
export function addSummary(markdown: string): void {
  const file = process.env["GITHUB_STEP_SUMMARY"];
  if (file !== undefined && file !== "") appendFileSync(file, `${markdown}${EOL}`);
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

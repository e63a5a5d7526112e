import { randomUUID } from "node:crypto";
import { exitCodeOf, UserError, type Outcome } from "@slipway/kernel";
import { fieldMeta, inputName, type InputSchema, type InputsOf } from "./fields.ts";
import { parseInputs } from "./parse-inputs.ts";
import {
  addSummary,
  printCommand,
  printLine,
  readInput,
  writeOutput,
} from "./workflow-commands.ts";

/** A message on a line of a file, as GitHub shows it beside the code. */
export type Annotation = {
  readonly level: "error" | "warning" | "notice";
  readonly title: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
};

/** What an action shows and hands on. Every text in it is escaped already. */
export type Rendered = {
  readonly outcome: Outcome;
  readonly outputs: Readonly<Record<string, string>>;
  /** Lines for the job's log. */
  readonly log: string;
  readonly summary?: string;
  /** Worst first; only the first ten of a level are shown. */
  readonly annotations?: readonly Annotation[];
  /** Something that went wrong beside the verdict: everything above is shown first, then it exits 2. */
  readonly failure?: UserError;
};

/** An action: inputs in, a verdict and files out. */
export type Action<S extends InputSchema, P, R> = {
  readonly inputs: S;
  readonly ports: (inputs: InputsOf<S>) => P;
  readonly run: (inputs: InputsOf<S>, ports: P) => Promise<R>;
  readonly render: (result: R) => Rendered;
  /** Keeps the result for others, before it is shown; what goes wrong there is shown beside the verdict. */
  readonly keep?: (inputs: InputsOf<S>, result: R) => Promise<void>;
};

// The runner shows ten annotations of a type for each step, and cuts messages at 4,096 characters.
const shownPerLevel = 10;
const maxMessage = 4000;

/**
 * Runs an action under GitHub's runner: reads and masks its inputs, parses all of them before any effect, writes
 * outputs, summary and annotations, and alone sets the exit code: 0 pass and warn, 1 fail and blocking
 * inconclusive, 2 a user's error, 3 a bug of ours.
 */
export async function runAction<S extends InputSchema, P, R>(
  action: Action<S, P, R>,
): Promise<void> {
  try {
    maskSecrets(action.inputs);
    const inputs = parseInputs(action.inputs, {
      read: readInput,
      title: (name) => `input \`${name}\``,
    });
    const result = await action.run(inputs, action.ports(inputs));
    const lost = await failureOf(() => action.keep?.(inputs, result));
    const rendered = action.render(result);
    publish(rendered);
    process.exitCode = exitCodeOf(rendered.outcome);
    const failure = rendered.failure ?? lost;
    if (failure !== undefined) throw failure;
  } catch (error) {
    publishFailure(error);
    process.exitCode = error instanceof UserError ? 2 : 3;
  }
}

async function failureOf(act: () => Promise<void> | undefined): Promise<UserError | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

function maskSecrets(schema: InputSchema): void {
  for (const key of Object.keys(schema.shape)) {
    if (fieldMeta(schema, key).secret !== true) continue;
    const secret = readInput(inputName(key));
    if (secret !== "") printCommand("add-mask", secret);
  }
}

function publish(rendered: Rendered): void {
  printSafely(rendered.log);
  annotate(rendered.annotations ?? []);
  if (rendered.summary !== undefined) addSummary(rendered.summary);
  writeOutput("outcome", rendered.outcome);
  for (const [name, value] of Object.entries(rendered.outputs)) writeOutput(name, value);
}

function publishFailure(error: unknown): void {
  const { title, text } = describeFailure(error);
  printSafely(text);
  printCommand("error", cut(text), { title });
  addSummary(`### ❌ ${title}\n\n${fenced(text)}\n`);
  writeOutput("outcome", "error");
}

function describeFailure(error: unknown): { title: string; text: string } {
  if (error instanceof UserError) {
    const remedy = error.remedy.split("\n").map((line) => `  ${line}`);
    return {
      title: `Slipway ${error.code}`,
      text: visible([`error ${error.code}: ${error.message}`, ...remedy].join("\n")),
    };
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const report = "This is a bug of Slipway. Please report it: open an issue with these lines.";
  return { title: "Slipway failed unexpectedly", text: `${stack}\n${report}` };
}

/** Controls and marks that turn or colour text, from a file's name for example, are shown as what they are. */
function visible(text: string): string {
  return text.replace(/[^\P{Cc}\n]|[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069]/gu, "\ufffd");
}

/** Prints text from outside so that no line of it can be taken for a workflow command. */
export function printSafely(text: string): void {
  if (!/::|##\[/.test(text)) {
    printLine(text);
    return;
  }
  const token = randomUUID();
  printLine(`::stop-commands::${token}`);
  printLine(text);
  printLine(`::${token}::`);
}

function annotate(annotations: readonly Annotation[]): void {
  for (const level of ["error", "warning", "notice"] as const) {
    const found = annotations.filter((annotation) => annotation.level === level);
    for (const { message, title, file, line } of found.slice(0, shownPerLevel)) {
      const place = {
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { line }),
      };
      printCommand(level, cut(message), { title, ...place });
    }
    const more = found.length - shownPerLevel;
    if (more > 0) printLine(`${more} more of level ${level} are in the summary.`);
  }
}

function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

function cut(text: string): string {
  return text.length <= maxMessage ? text : `${text.slice(0, maxMessage)} …`;
}

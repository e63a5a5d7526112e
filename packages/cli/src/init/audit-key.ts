import { randomBytes } from "node:crypto";
import { readFile, realpath } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { generateLogKey } from "@slipway/audit";
import { parseConfig } from "@slipway/contracts";
import { UserError } from "@slipway/kernel";
import { logCrypto, workspaceFiles, writeWhole } from "@slipway/runner";
import { logName } from "./log-name.ts";

const file = "slipway.yaml";
const secretName = "SLIPWAY_AUDIT_KEY";

/**
 * `slipway init --audit`: makes the log's key pair, prints the secret half on standard output and nowhere else, and
 * writes the public half into `slipway.yaml`. Where anything fails, that file stays as it was.
 * @throws UserError SW1101, SW1303 where it names a key already, SW1001 without a name, SW12xx where it cannot be read
 */
export async function auditKey({ name }: { readonly name?: unknown }): Promise<void> {
  const files = workspaceFiles({ root: process.cwd(), anywhere: true });
  if (!(await files.exists(file))) throw missing();
  const text = await files.readText(file);
  const { config } = parseConfig(text, file);
  if (config.audit !== undefined) throw taken();
  const origin = await logName(process.cwd(), typeof name === "string" ? name : undefined);
  const { secret, verifierKey } = generateLogKey(origin, randomBytes(32), logCrypto);
  const addition = linesFor(text, verifierKey.text);
  demandOnlyThat(`${text}${addition}`, { ...config, audit: { key: verifierKey.text } });
  await print(secret);
  // The bytes as they are, and the file itself where the name is a link.
  const target = await realpath(files.locate(file));
  await writeWhole(target, file, Buffer.concat([await readFile(target), Buffer.from(addition)]));
  process.stderr.write(`${whatToDo(verifierKey.text, process.stdout.isTTY)}\n`);
}

/** The lines to append, ended as the file ends its own. */
function linesFor(text: string, key: string): string {
  const plain = /^[\w.~/+=-]+$/.test(key) ? key : JSON.stringify(key);
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  return [
    ...(text.endsWith("\n") ? [] : [""]),
    "",
    "# The public key of the audit log. Its secret half signs; whoever has this line can verify.",
    `audit: { key: ${plain} }`,
    "",
  ].join(eol);
}

/** Appending is right for a file of plain keys; for every other form it would say something else. */
function demandOnlyThat(text: string, expected: object): void {
  try {
    if (isDeepStrictEqual(parseConfig(text, file).config, expected)) return;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
  throw new UserError({
    code: "SW1202",
    message: `a key cannot be added at the end of ${file}, because of the way it is written`,
    remedy:
      "Write its first level as `key: value` lines that begin at the left margin, without `...` at the end, then run this again. No key was made.",
  });
}

function print(secret: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (cause: Error): void => {
      reject(
        new UserError({
          code: "SW1304",
          message: `the secret key cannot be handed over: ${cause.message}`,
          remedy: `Nothing was written. Try the command behind the pipe alone (gh secret set ${secretName} --help), then run this again.`,
          cause,
        }),
      );
    };
    process.stdout.once("error", fail);
    process.stdout.write(`${secret}\n`, (error) => {
      if (error) fail(error);
      else resolve();
    });
  });
}

function whatToDo(key: string, isTerminal: boolean): string {
  const shown = isTerminal
    ? [
        "The line above is the log's secret key. It is shown this once and stored nowhere. Store it now:",
        `  gh secret set ${secretName}        and paste the line`,
      ]
    : [
        "The log's secret key went to standard output and lies in no file. It belongs into a secret of the repository. Caught by key=$(slipway init --audit):",
        `  printf %s "$key" | gh secret set ${secretName}`,
        `Behind a pipe (slipway init --audit | gh secret set ${secretName}) it is there now.`,
        "With --env ENVIRONMENT it is a secret of that environment alone, which is safer: store it once for each that promotes.",
        `If it was not caught, or storing it failed, take the lines that were added out of ${file} and run that again.`,
      ];
  return [
    `wrote audit: { key: ${key} } into ${file}`,
    "",
    ...shown,
    "GitHub never shows a secret again: keep a copy where only the maintainers see it, such as their password store.",
    "",
    "In the workflow, at the steps register-model and promote-model:",
    "  with:",
    `    audit-key: \${{ secrets.${secretName} }}`,
    "",
    `Then merge ${file} into the default branch: the key that stands there decides.`,
  ].join("\n");
}

function missing(): UserError {
  return new UserError({
    code: "SW1101",
    message: `there is no ${file} here, into which the log's public key belongs`,
    remedy: "Run this in the folder that has it, or write a first one: slipway init",
  });
}

function taken(): UserError {
  return new UserError({
    code: "SW1303",
    message: `${file} names a key of the log already (audit: …)`,
    remedy:
      "Nothing was changed. A log keeps one key for all its life: under another one its checkpoint, its proofs and its next entry are refused. If the secret is lost or was seen by others, begin a new log: keep the old one (git push origin origin/slipway:refs/heads/slipway-old), delete the branch slipway, take `audit:` out of slipway.yaml, and run this again.",
  });
}

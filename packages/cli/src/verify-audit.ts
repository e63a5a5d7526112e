import { UserError } from "@slipway/kernel";
import { escapeMarkdown, renderVerification, renderVerificationText } from "@slipway/report";
import { inputs, unaskedLine, verifyAudit, type CodeHost } from "@slipway/verify-audit";
import { stderrLog } from "./local-ports.ts";
import { logPorts } from "./log-ports.ts";
import { printDocument, readPrintOptions } from "./print-document.ts";
import { readFlags, type Flags } from "./read-flags.ts";
import type { Verdict } from "./verdict.ts";

/** `slipway verify audit`. */
export async function verifyAuditLog(flags: Flags): Promise<Verdict> {
  const print = readPrintOptions(flags, "text");
  const input = readFlags(inputs, flags);
  const isOnline = flags["online"] === true;
  if (isOnline && input.log !== undefined) throw folderOnline();
  const host = isOnline ? connectHost : undefined;
  const result = await verifyAudit(input, { ...logPorts(input), host });
  const { verification } = result;
  const line = unaskedLine(result);
  await printDocument(verification, print, {
    markdown: (found) => withLine(renderVerification(found), line && escapeMarkdown(line)),
    text: (found, style) => withLine(renderVerificationText(found, style), line && style.dim(line)),
  });
  if (result.failure !== undefined) throw result.failure;
  return verification;
}

function withLine(text: string, line: string | undefined): string {
  return line === undefined ? text : `${text.trimEnd()}\n\n${line}`;
}

async function connectHost(): Promise<CodeHost> {
  const { connect, githubActivity, githubDeployments } = await import("@slipway/github");
  const connection = connect({
    token: process.env["GITHUB_TOKEN"],
    repository: process.env["GITHUB_REPOSITORY"],
    tell: (message) => stderrLog.info(message),
  });
  return { deployments: githubDeployments(connection), activity: githubActivity(connection) };
}

function folderOnline(): UserError {
  return new UserError({
    code: "SW1001",
    message: "--online asks GitHub about the branch of a repository, and --log names a folder",
    remedy: "Leave out one of them.",
  });
}

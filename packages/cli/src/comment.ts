import { createHash } from "node:crypto";
import {
  commentMetrics,
  findTarget,
  gatherEvidence,
  inputs,
  renderResult,
  type Ports,
} from "@slipway/comment-metrics";
import { overallOutcome, renderComment, renderMarkdown } from "@slipway/report";
import {
  evidenceFolder,
  readEvent,
  systemClock,
  unpackEvidence,
  workspaceFiles,
  writeWhole,
} from "@slipway/runner";
import { join, resolve } from "node:path";
import { stderrLog } from "./local-ports.ts";
import { printText, readPrintOptions } from "./print-document.ts";
import { readFlags, type Flags } from "./read-flags.ts";
import type { Verdict } from "./verdict.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** `slipway comment`: posts the sticky comment, or with `--dry-run` prints what would be posted. */
export async function comment(flags: Flags): Promise<Verdict> {
  const print = readPrintOptions(flags, flags["dryRun"] === true ? "markdown" : "text");
  const input = readFlags(inputs, { ...flags, upload: "false" });
  const folder = process.cwd();
  const home = join(folder, ".slipway");
  const world = {
    files: workspaceFiles({ root: folder, anywhere: true }),
    folder: evidenceFolder(join(home, "evidence")),
  };
  if (flags["dryRun"] === true) {
    const found = await gatherEvidence(input.evidence, world);
    const evidences = found.map(({ evidence }) => evidence);
    const rendered = renderComment(evidences, { key: input.key, sha256 });
    const text = {
      json: JSON.stringify(rendered, undefined, 2),
      markdown: rendered.body,
      text: renderMarkdown(evidences, {}),
    };
    await printText(text[print.format], print.output);
    return { outcome: overallOutcome(evidences) };
  }
  const result = await commentMetrics(input, {
    ...world,
    ...postingPorts(input, resolve(home, "report.html")),
  });
  const { log, outputs } = renderResult(result);
  await printText(
    print.format === "json" ? JSON.stringify(outputs, undefined, 2) : log,
    print.output,
  );
  if (result.failure !== undefined) throw result.failure;
  return result;
}

function postingPorts(
  {
    githubToken,
    pullRequest,
  }: { readonly githubToken: string | undefined; readonly pullRequest: string | undefined },
  report: string,
): Omit<Ports, "files" | "folder"> {
  const { env } = process;
  return {
    github: async () => {
      const { connect, githubComments, githubPullRequests, githubRunArtifacts } =
        await import("@slipway/github");
      const token = githubToken ?? env["GITHUB_TOKEN"];
      const connection = connect({
        token,
        repository: env["GITHUB_REPOSITORY"],
        tell: (message) => stderrLog.info(message),
      });
      return {
        comments: githubComments(connection),
        pullRequests: githubPullRequests(connection),
        artifacts: githubRunArtifacts(connection, unpackEvidence),
      };
    },
    upload: undefined,
    writeReport: async (html) => {
      await writeWhole(report, report, html);
      return report;
    },
    sha256,
    clock: systemClock,
    log: stderrLog,
    target: findTarget(readEvent(env), pullRequest, undefined),
    links: {},
  };
}

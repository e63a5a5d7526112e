import { UserError, type Outcome } from "@slipway/kernel";
import type {
  Clock,
  CommentStore,
  EvidenceFile,
  EvidenceFolder,
  Files,
  Log,
  PullRequests,
  RunArtifacts,
} from "@slipway/ports";
import { overallOutcome, renderComment, renderHtml, type ReportLinks } from "@slipway/report";
import type { Target } from "./find-target.ts";
import { gatherEvidence } from "./gather-evidence.ts";
import type { Inputs } from "./inputs.ts";
import { readOtherRun } from "./read-other-run.ts";
import { upsertComment, type Upserted } from "./upsert-comment.ts";

/** What comment-metrics needs of the world. GitHub is reached only when it is used. */
export type Ports = {
  readonly files: Files;
  readonly folder: EvidenceFolder;
  readonly github: () => Promise<{
    readonly comments: CommentStore;
    readonly pullRequests: PullRequests;
    readonly artifacts: RunArtifacts;
  }>;
  /** Stores files of one folder as an artifact; `undefined` where the job has no artifact service. */
  readonly upload:
    ((name: string, files: ReadonlyMap<string, string>) => Promise<void>) | undefined;
  readonly writeReport: (html: string) => Promise<string>;
  readonly sha256: (text: string) => string;
  readonly clock: Clock;
  readonly log: Log;
  readonly target: Target;
  readonly links: ReportLinks;
};

/** What became of the comment. */
export type CommentFate =
  Upserted | { readonly kind: "stored" } | { readonly kind: "none"; readonly why: string };

/** The whole that was shown, and where. */
export type CommentResult = {
  readonly outcome: Outcome;
  readonly found: readonly EvidenceFile[];
  readonly reportPath: string;
  readonly fate: CommentFate;
  /** Why the comment could not be written. The verdict stands all the same. */
  readonly failure?: UserError;
};

/** Renders all evidence and shows it: posted first, judged by the caller afterwards. */
export async function commentMetrics(input: Inputs, ports: Ports): Promise<CommentResult> {
  const { target } = ports;
  if (target.kind === "other-run") return reportOtherRun(input, ports, target.run);
  const found = await gatherEvidence(input.evidence, ports);
  const shown = await show(found, input, ports);
  const failure = await attempt(() => store(input, ports, shown));
  const beside = failure === undefined ? {} : { failure };
  if (target.kind === "none")
    return { ...shown.result, fate: { kind: "none", why: target.why }, ...beside };
  try {
    const { comments } = await ports.github();
    const fate = await upsertComment(comments, target.number, shown.comment);
    return { ...shown.result, fate, ...beside };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const stored = input.upload && ports.upload !== undefined && failure === undefined;
    const mayOnlyRead = error.code === "SW3102" && target.readOnly;
    if (mayOnlyRead && stored) return { ...shown.result, fate: { kind: "stored" } };
    return {
      ...shown.result,
      fate: { kind: "none", why: "it could not be written" },
      failure: mayOnlyRead ? (failure ?? notStored(error)) : error,
    };
  }
}

async function reportOtherRun(
  input: Inputs,
  ports: Ports,
  run: Parameters<typeof readOtherRun>[0],
): Promise<CommentResult> {
  const github = await ports.github();
  const { pullRequest, found } = await readOtherRun(run, input.artifact, github);
  const shown = await show(found, input, ports);
  const fate = await upsertComment(github.comments, pullRequest.number, shown.comment);
  return { ...shown.result, fate };
}

async function show(found: readonly EvidenceFile[], input: Inputs, ports: Ports) {
  const evidences = found.map(({ evidence }) => evidence);
  const comment = renderComment(evidences, {
    key: input.key,
    links: ports.links,
    sha256: ports.sha256,
  });
  const html = renderHtml(evidences, { generatedAt: ports.clock.now() });
  const reportPath = await ports.writeReport(html);
  // Never better than the ledgers themselves, whatever a document says of itself.
  const outcome = overallOutcome(evidences);
  return { comment, html, found, result: { outcome, found, reportPath } };
}

async function store(
  input: Inputs,
  ports: Ports,
  shown: Awaited<ReturnType<typeof show>>,
): Promise<void> {
  if (!input.upload) return;
  if (ports.upload === undefined) {
    ports.log.notice("this server has no artifact service: the report stays on the runner");
    return;
  }
  const documents = shown.found.map(({ evidence }): [string, string] => [
    `${evidence.kind}-${evidence.name}.json`,
    JSON.stringify(evidence),
  ]);
  const files = new Map([
    ...documents,
    ["comment.md", shown.comment.body],
    ["report.html", shown.html],
  ]);
  await ports.upload(input.artifact, files);
}

function notStored(cause: UserError): UserError {
  return new UserError({
    code: "SW3102",
    message: "the token of a fork may only read, and nothing was stored for the second workflow",
    remedy:
      "Leave the input `upload` at true, and add the workflow of docs/forks.md that comments for forks.",
    cause,
  });
}

async function attempt(act: () => Promise<void>): Promise<UserError | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

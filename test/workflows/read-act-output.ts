import { z } from "zod";
import { type Workflow } from "./workflow.ts";

/** How a job ended; act says nothing at all about one that it skipped. */
export type JobResult = "success" | "failure" | "skipped" | "cancelled";

/** An annotation, as a workflow command gave it. */
export type ActAnnotation = {
  readonly level: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: string;
  readonly title?: string;
};

/** What a run of a workflow left: the result of every job (`id`, or `id (value, value)` in a matrix) and what its steps said. */
export type WorkflowRun = {
  readonly jobs: Readonly<Record<string, JobResult>>;
  /** By `job.step`, of steps that have an id. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly annotations: readonly ActAnnotation[];
  readonly summaries: readonly string[];
  /** The log without `add-mask` lines, whose arguments act prints in clear. */
  readonly log: string;
};

const line = z.object({
  jobID: z.string().optional(),
  jobResult: z.enum(["success", "failure", "skipped", "cancelled"]).optional(),
  matrix: z.record(z.string(), z.unknown()).optional(),
  command: z.string().optional(),
  kvPairs: z.record(z.string(), z.string()).nullish(),
  arg: z.string().optional(),
  name: z.string().optional(),
  content: z.string().optional(),
  stepID: z.array(z.string()).optional(),
  msg: z.string().default(""),
});

type Line = z.infer<typeof line>;

/** Reads what `act --json` printed. A job of the workflow that is not in it was skipped. */
export function readActOutput(stdout: string, workflow: Workflow): WorkflowRun {
  const lines = stdout
    .split("\n")
    .filter((text) => text.startsWith("{"))
    .map((text) => line.parse(JSON.parse(text)))
    .filter((entry) => entry.command !== "add-mask");
  return {
    jobs: readJobs(lines, workflow),
    outputs: readOutputs(lines),
    annotations: lines.flatMap(readAnnotation),
    // The steps of a composite action are reported a second time under the outer step.
    summaries: [...new Set(lines.filter(isSummary).map((entry) => entry.content ?? ""))],
    log: lines.map((entry) => `[${entry.jobID ?? "-"}] ${entry.msg.trimEnd()}`).join("\n"),
  };
}

function readJobs(lines: readonly Line[], workflow: Workflow): WorkflowRun["jobs"] {
  const results = lines.flatMap((entry) => {
    if (entry.jobID === undefined || entry.jobResult === undefined) return [];
    const values = Object.values(entry.matrix ?? {}).map((value) => z.coerce.string().parse(value));
    const name = values.length === 0 ? entry.jobID : `${entry.jobID} (${values.join(", ")})`;
    return [{ id: entry.jobID, name, result: entry.jobResult }];
  });
  const skipped = Object.keys(workflow.jobs).filter((id) => !results.some((job) => job.id === id));
  return Object.fromEntries([
    ...results.map(({ name, result }) => [name, result] as const),
    ...skipped.map((id) => [id, "skipped"] as const),
  ]);
}

function readOutputs(lines: readonly Line[]): WorkflowRun["outputs"] {
  const outputs: Record<string, Record<string, string>> = {};
  for (const { command, jobID, stepID, name, arg } of lines) {
    if (command !== "set-output" || name === undefined) continue;
    const step = `${jobID ?? ""}.${(stepID ?? []).join(".")}`;
    outputs[step] = { ...outputs[step], [name]: arg ?? "" };
  }
  return outputs;
}

function readAnnotation(entry: Line): readonly ActAnnotation[] {
  const { command = "", arg = "", kvPairs } = entry;
  if (!["error", "warning", "notice"].includes(command)) return [];
  return [{ ...kvPairs, level: command, message: arg }];
}

function isSummary(entry: Line): boolean {
  return entry.command === "summary";
}

import { isRecord, recordsAt, textAt, type JsonRecord } from "../../http/json.ts";
import { checkConclusion, checkRunBody, checkStatus } from "../bodies/check-run.ts";
import { type Schemas } from "../bodies/schemas.ts";
import {
  created,
  gitDirectory,
  numberParam,
  ok,
  param,
  type Answer,
  type Call,
  type Route,
} from "../call.ts";
import { resolveRef } from "../git-store.ts";
import { reads, writes } from "../need.ts";
import { listAnswer, pageOf } from "../paging.ts";
import { GitHubProblem, invalidField, notFound } from "../problem.ts";
import { takeId, type FakeAnnotation, type FakeCheckRun } from "../state.ts";
import { timestamp } from "../timestamp.ts";

const maxAnnotations = 50;
const maxTextCharacters = 65_535;
const one = "/repos/{owner}/{repo}/check-runs/{check_run_id}";

/** Check runs and their annotations. */
export const checkRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/repos/{owner}/{repo}/check-runs",
    need: writes("checks"),
    handle: createRun,
  },
  { method: "PATCH", path: one, need: writes("checks"), handle: updateRun },
  {
    method: "GET",
    path: one,
    need: reads("checks"),
    handle: (call) => ok(checkRunBody(call, findRun(call))),
  },
  { method: "GET", path: `${one}/annotations`, need: reads("checks"), handle: listAnnotations },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/commits/{ref}/check-runs",
    need: reads("checks"),
    handle: listRuns,
  },
];

async function createRun(call: Call): Promise<Answer> {
  if (call.caller.kind === "user") {
    throw new GitHubProblem(403, "You must authenticate via a GitHub App.");
  }
  const sha = textAt(call.body, "head_sha");
  const name = textAt(call.body, "name");
  if (sha === undefined || name === undefined) {
    throw new GitHubProblem(422, 'Invalid request.\n\n"name", "head_sha" weren\'t supplied.');
  }
  if ((await resolveRef(gitDirectory(call), sha)) === null) {
    throw new GitHubProblem(422, `No commit found for SHA: ${sha}`);
  }
  const run: FakeCheckRun = {
    id: takeId(call.state),
    name,
    headSha: sha,
    status: "queued",
    conclusion: null,
    startedAt: timestamp(call.core.now()),
    completedAt: null,
    externalId: "",
    detailsUrl: "",
    output: { title: null, summary: null, text: null },
    annotations: [],
  };
  change(call, run);
  call.repository().checkRuns.push(run);
  return created(checkRunBody(call, run));
}

function updateRun(call: Call): Answer {
  const run = findRun(call);
  change(call, run);
  return ok(checkRunBody(call, run));
}

function change(call: Call, run: FakeCheckRun): void {
  const { body } = call;
  const status = textAt(body, "status") ?? run.status;
  const conclusion = textAt(body, "conclusion");
  if (checkStatus(status) === undefined) throw invalidField("CheckRun", "status", "is invalid");
  if (conclusion !== undefined && checkConclusion(conclusion) === undefined) {
    throw invalidField("CheckRun", "conclusion", "is invalid");
  }
  if (status === "completed" && (conclusion ?? run.conclusion) === null) {
    throw invalidField("CheckRun", "conclusion", "is required when status is completed");
  }
  const output = isRecord(body["output"]) ? body["output"] : null;
  const annotations = output === null ? [] : checkedAnnotations(output);
  run.name = textAt(body, "name") ?? run.name;
  run.externalId = textAt(body, "external_id") ?? run.externalId;
  run.detailsUrl = textAt(body, "details_url") ?? run.detailsUrl;
  run.startedAt = textAt(body, "started_at") ?? run.startedAt;
  run.status = conclusion === undefined ? status : "completed";
  run.conclusion = conclusion ?? run.conclusion;
  if (run.status === "completed") {
    const given = textAt(body, "completed_at");
    run.completedAt = given ?? run.completedAt ?? timestamp(call.core.now());
  }
  if (output === null) return;
  run.output = {
    title: textAt(output, "title") ?? run.output.title,
    summary: textAt(output, "summary") ?? run.output.summary,
    text: textAt(output, "text") ?? run.output.text,
  };
  run.annotations.push(...annotations);
}

function checkedAnnotations(output: JsonRecord): readonly FakeAnnotation[] {
  for (const field of ["summary", "text"]) {
    if ((textAt(output, field) ?? "").length > maxTextCharacters) {
      const message = `is too long (maximum is ${maxTextCharacters} characters)`;
      throw invalidField("CheckRun", field, message);
    }
  }
  const annotations = recordsAt(output, "annotations");
  if (annotations.length > maxAnnotations) {
    const message = `No more than ${maxAnnotations} items are allowed; ${annotations.length} were supplied.`;
    throw new GitHubProblem(422, `Invalid request.\n\n${message}`);
  }
  return annotations;
}

function findRun(call: Call): FakeCheckRun {
  const id = numberParam(call, "check_run_id");
  const run = call.repository().checkRuns.find((candidate) => candidate.id === id);
  if (run === undefined) throw notFound();
  return run;
}

function listAnnotations(call: Call): Promise<Answer> {
  const run = findRun(call);
  const path = `/repos/${call.repository().fullName}/check-runs/${run.id}/annotations`;
  return listAnswer(call, path, { items: run.annotations, render: annotationBody });
}

function annotationBody(annotation: FakeAnnotation): Schemas["check-annotation"] {
  const number = (key: string): number | null => {
    const value = annotation[key];
    return typeof value === "number" ? value : null;
  };
  return {
    path: textAt(annotation, "path") ?? "",
    start_line: number("start_line") ?? 1,
    end_line: number("end_line") ?? 1,
    start_column: number("start_column"),
    end_column: number("end_column"),
    annotation_level: textAt(annotation, "annotation_level") ?? null,
    title: textAt(annotation, "title") ?? null,
    message: textAt(annotation, "message") ?? null,
    raw_details: textAt(annotation, "raw_details") ?? null,
    blob_href: "",
  };
}

async function listRuns(call: Call): Promise<Answer> {
  const repository = call.repository();
  const ref = param(call, "ref");
  const sha = await resolveRef(gitDirectory(call), ref);
  if (sha === null) throw new GitHubProblem(422, `No commit found for SHA: ${ref}`);
  const name = call.query.get("check_name");
  const all = repository.checkRuns.filter((run) => {
    return run.headSha === sha && (name === null || run.name === name);
  });
  const isLatest = (run: FakeCheckRun): boolean => {
    return !all.some((other) => other.name === run.name && other.id > run.id);
  };
  const items = call.query.get("filter") === "all" ? all : all.filter(isLatest);
  const page = pageOf(call, `/repos/${repository.fullName}/commits/${sha}/check-runs`, items);
  const runs = page.items.map((run) => checkRunBody(call, run));
  const json = { total_count: items.length, check_runs: runs };
  return { status: 200, json, headers: page.headers };
}

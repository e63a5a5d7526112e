import { randomBytes } from "node:crypto";

import { isRecord, parseJson, textAt } from "../http/json.ts";

/** Run and job that a runtime token names. */
export type RuntimeBackend = { readonly run: string; readonly job: string };

/** An unsigned JWT like `ACTIONS_RUNTIME_TOKEN`, for one job of one run. */
export function createRuntimeToken(runId: number, jobId = "job-1"): string {
  const part = (value: unknown): string => {
    return Buffer.from(JSON.stringify(value)).toString("base64url");
  };
  const claims = { scp: `Actions.Results:${runId}:${jobId}`, jti: randomBytes(16).toString("hex") };
  return `${part({ alg: "none", typ: "JWT" })}.${part(claims)}.${randomBytes(32).toString("hex")}`;
}

/** The run and job of an `Authorization` header with a runtime token, `null` where it is none. */
export function readRuntimeToken(header: string): RuntimeBackend | null {
  const payload = header.replace(/^bearer /i, "").split(".")[1] ?? "";
  const claims = parseJson(Buffer.from(payload, "base64url").toString());
  const scope = isRecord(claims) ? (textAt(claims, "scp") ?? "") : "";
  const [kind, run, job] = scope.split(":");
  if (kind !== "Actions.Results" || run === undefined || job === undefined) return null;
  return { run, job };
}

import { isRecord, parseJson, textAt, type JsonRecord } from "../http/json.ts";
import { type Exchange, type Reply } from "../http/loopback-server.ts";
import { takeId, type FakeArtifact, type FakeRepository, type FakeState } from "../github/state.ts";
import { type BlobStore } from "./blob-store.ts";
import { readRuntimeToken } from "./runtime-token.ts";

/** What the service works on: the same artifacts that REST lists. */
export type ArtifactStore = {
  readonly state: FakeState;
  readonly blobs: BlobStore;
  now(): Date;
};

/** The path below which the service of the results store answers. */
export const artifactServicePath = "/twirp/github.actions.results.api.v1.ArtifactService/";

type TwirpCall = {
  readonly store: ArtifactStore;
  readonly repository: FakeRepository;
  readonly runId: number;
  readonly body: JsonRecord;
};

type Method = (call: TwirpCall) => JsonRecord;

const methods: Readonly<Record<string, Method>> = {
  CreateArtifact: createArtifact,
  FinalizeArtifact: finalizeArtifact,
  ListArtifacts: listArtifacts,
  GetSignedArtifactURL: signArtifact,
  DeleteArtifact: deleteArtifact,
};

class TwirpProblem extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** Answers one call of the artifact client: JSON over HTTP, the run taken from the runtime token. */
export function answerArtifactService(store: ArtifactStore, exchange: Exchange): Reply {
  try {
    const name = exchange.path.slice(artifactServicePath.length);
    const method = methods[name];
    if (method === undefined) throw new TwirpProblem(404, "bad_route", `fake: no method ${name}`);
    const answer = method(callOf(store, exchange));
    return json(200, answer);
  } catch (error) {
    if (!(error instanceof TwirpProblem)) throw error;
    return json(error.status, { code: error.code, msg: error.message });
  }
}

function json(status: number, body: JsonRecord): Reply {
  const headers = { "content-type": "application/json" };
  return { kind: "answer", status, headers, body: JSON.stringify(body) };
}

function callOf(store: ArtifactStore, exchange: Exchange): TwirpCall {
  const backend = readRuntimeToken(exchange.headers["authorization"] ?? "");
  const body = parseJson(exchange.bytes.toString());
  if (backend === null) throw new TwirpProblem(401, "unauthenticated", "no runtime token");
  if (!isRecord(body)) throw new TwirpProblem(400, "malformed", "the body is not JSON");
  // A token opens its own run alone.
  if (textAt(body, "workflow_run_backend_id") !== backend.run) {
    throw new TwirpProblem(403, "permission_denied", "the token belongs to another run");
  }
  const runId = Number(backend.run);
  for (const repository of store.state.repositories.values()) {
    if (repository.runs.some((run) => run.id === runId)) return { store, repository, runId, body };
  }
  throw new TwirpProblem(404, "not_found", `fake: no run ${runId}`);
}

function nameOf(call: TwirpCall): string {
  const name = textAt(call.body, "name") ?? "";
  // Documented with the upload action: characters that some file system refuses.
  if (name === "" || /["*/:<>?\\|\r\n]/.test(name)) {
    throw new TwirpProblem(400, "invalid_argument", `the artifact name is not valid: ${name}`);
  }
  return name;
}

function createArtifact(call: TwirpCall): JsonRecord {
  const { store, repository, runId } = call;
  const name = nameOf(call);
  if (artifactsOf(call).some((artifact) => artifact.name === name)) {
    const message = "an artifact with this name already exists on the workflow run";
    throw new TwirpProblem(409, "already_exists", `Conflict: ${message}`);
  }
  const mimeType = textAt(call.body, "mime_type") ?? "application/zip";
  const fileName = mimeType === "application/zip" ? `${name}.zip` : name;
  const expires = textAt(call.body, "expires_at");
  const ninetyDays = new Date(store.now().getTime() + 90 * 86_400_000).toISOString();
  const artifact: FakeArtifact = {
    id: takeId(store.state),
    runId,
    name,
    mimeType,
    blob: store.blobs.create({ mimeType, fileName }),
    sizeBytes: 0,
    digest: "",
    isFinal: false,
    createdAt: store.now().toISOString(),
    expiresAt: expires ?? ninetyDays,
  };
  repository.artifacts.push(artifact);
  return { ok: true, signed_upload_url: store.blobs.signedUrl(artifact.blob, "w") };
}

function finalizeArtifact(call: TwirpCall): JsonRecord {
  const name = nameOf(call);
  const artifact = call.repository.artifacts.find((one) => {
    return one.runId === call.runId && one.name === name && !one.isFinal;
  });
  const bytes = artifact === undefined ? undefined : call.store.blobs.read(artifact.blob);
  if (artifact === undefined || bytes === undefined) {
    throw new TwirpProblem(404, "not_found", `nothing was uploaded as ${name}`);
  }
  artifact.sizeBytes = bytes.byteLength;
  artifact.digest = textAt(call.body, "hash") ?? "";
  artifact.isFinal = true;
  return { ok: true, artifact_id: String(artifact.id) };
}

function listArtifacts(call: TwirpCall): JsonRecord {
  const name = textAt(call.body, "name_filter");
  const id = textAt(call.body, "id_filter");
  const artifacts = artifactsOf(call).filter((artifact) => {
    if (name !== undefined && artifact.name !== name) return false;
    return id === undefined || String(artifact.id) === id;
  });
  return {
    artifacts: artifacts.map((artifact) => ({
      workflow_run_backend_id: String(call.runId),
      workflow_job_run_backend_id: textAt(call.body, "workflow_job_run_backend_id") ?? "",
      database_id: String(artifact.id),
      name: artifact.name,
      size: String(artifact.sizeBytes),
      created_at: artifact.createdAt,
      ...(artifact.digest === "" ? {} : { digest: artifact.digest }),
    })),
  };
}

function signArtifact(call: TwirpCall): JsonRecord {
  return { signed_url: call.store.blobs.signedUrl(finalArtifact(call).blob, "r") };
}

function deleteArtifact(call: TwirpCall): JsonRecord {
  const artifact = finalArtifact(call);
  call.repository.artifacts.splice(call.repository.artifacts.indexOf(artifact), 1);
  return { ok: true, artifact_id: String(artifact.id) };
}

function finalArtifact(call: TwirpCall): FakeArtifact {
  const name = nameOf(call);
  const artifact = artifactsOf(call).find((one) => one.name === name);
  if (artifact === undefined) throw new TwirpProblem(404, "not_found", `no artifact ${name}`);
  return artifact;
}

function artifactsOf(call: TwirpCall): readonly FakeArtifact[] {
  return call.repository.artifacts.filter((one) => one.runId === call.runId && one.isFinal);
}

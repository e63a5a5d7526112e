import { isRecord, parseJson, type JsonRecord } from "../http/json.ts";
import { type Exchange } from "../http/loopback-server.ts";
import { GitHubProblem, notFound } from "./problem.ts";
import { type RequestLog } from "./request-log.ts";
import { type FakeRepository, type FakeState } from "./state.ts";
import { type FakeToken } from "./tokens.ts";

const versions = ["2022-11-28", "2026-03-10"];

/** The token of an `Authorization` header; GitHub's 401 where there is none or it is not known. */
export function authenticate(
  tokens: ReadonlyMap<string, FakeToken>,
  header: string | undefined,
): FakeToken {
  if (header === undefined) throw new GitHubProblem(401, "Requires authentication");
  const token = tokens.get(header.replace(/^(?:bearer|token) /i, ""));
  if (token === undefined) throw new GitHubProblem(401, "Bad credentials");
  return token;
}

/** Records a request of ours that names no API version; GitHub's 400 for one that does not exist. */
export function checkVersion(log: RequestLog, id: number, exchange: Exchange): void {
  const version = exchange.headers["x-github-api-version"];
  // GitHub's own library for artifacts names no version, and itself only when it lists.
  const isArtifactClient = (exchange.headers["user-agent"] ?? "").startsWith("@actions/artifact");
  // GraphQL has no versions.
  const isVersioned = exchange.path !== "/graphql";
  const isOurs = isVersioned && !isArtifactClient && !/\/artifacts\/\d+\/zip$/.test(exchange.path);
  if (version === undefined) {
    const message = `${exchange.method} ${exchange.path} names no X-GitHub-Api-Version`;
    if (isOurs) log.violations.push({ requestId: id, message });
  } else if (!versions.includes(version)) {
    throw new GitHubProblem(400, `Invalid API version: ${version}`);
  }
}

/** The repository that a path names, `null` where it names none; GitHub's 404 for an unknown one. */
export function findRepository(
  state: FakeState,
  params: Readonly<Record<string, string>>,
): FakeRepository | null {
  const { owner, repo } = params;
  if (owner === undefined || repo === undefined) return null;
  const repository = state.repositories.get(`${owner}/${repo}`);
  if (repository === undefined) throw notFound();
  return repository;
}

/** The JSON object of a request, `null` without a body; GitHub's 400 for anything else. */
export function parseBody(exchange: Exchange): JsonRecord | null {
  if (exchange.bytes.byteLength === 0) return null;
  const value = parseJson(exchange.bytes.toString());
  if (!isRecord(value)) throw new GitHubProblem(400, "Problems parsing JSON");
  return value;
}

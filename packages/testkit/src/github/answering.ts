import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";

import { type JsonRecord } from "../http/json.ts";
import { type Exchange, type Reply } from "../http/loopback-server.ts";
import { observeBranches } from "./activity.ts";
import { type Answer, type Call, type FakeCore } from "./call.ts";
import { type Fault, type Faults } from "./faults.ts";
import { GitHubProblem, notFound } from "./problem.ts";
import { rateHeaders, secondaryLimit } from "./rate-limits.ts";
import { authenticate, checkVersion, findRepository, parseBody } from "./read-request.ts";
import { type RequestLog } from "./request-log.ts";
import { servedRoutes } from "./routes/index.ts";
import { matchRoute, type RouteMatch } from "./routing.ts";
import { type FakeRepository, type FakeState } from "./state.ts";
import { authorise, type FakeToken } from "./tokens.ts";

/** All that answering a request needs; `previous` is the state before the last write. */
export type Service = {
  readonly core: FakeCore;
  readonly state: FakeState;
  readonly tokens: ReadonlyMap<string, FakeToken>;
  readonly faults: Faults;
  readonly log: RequestLog;
  previous: FakeState | null;
};

type Handling = {
  readonly id: number;
  readonly exchange: Exchange;
  readonly match: RouteMatch;
  readonly fault: Fault | null;
  token: FakeToken | null;
  permission: string | null;
  requestBody: JsonRecord | null;
};

/** Answers one REST request as GitHub would, and logs it. */
export async function answerRest(service: Service, exchange: Exchange): Promise<Reply> {
  const match = matchRoute(servedRoutes, exchange.method, exchange.path);
  const route = match.kind === "route" ? match.route.path : null;
  const target = { method: exchange.method, path: exchange.path, route };
  const handling: Handling = {
    id: service.log.entries.length + 1,
    exchange,
    match,
    fault: service.faults.take(target),
    token: null,
    permission: null,
    requestBody: null,
  };
  const answer = await answerOrRefuse(service, handling);
  const isReset = handling.fault?.kind === "reset";
  logRequest(service, handling, { ...answer, status: isReset ? 0 : answer.status });
  return isReset ? { kind: "reset" } : replyOf(service, handling, answer);
}

async function answerOrRefuse(service: Service, handling: Handling): Promise<Answer> {
  const { fault } = handling;
  if (fault?.kind === "delay") await setTimeout(fault.delayMs);
  const isBlocking = fault?.kind === "status" || fault?.kind === "reset";
  try {
    if (fault?.kind === "secondary-limit") throw secondaryLimit(fault.retryAfterSeconds);
    if (isBlocking && fault.afterEffect !== true) return faultAnswer(fault);
    const answer = await perform(service, handling);
    if (isBlocking) return faultAnswer(fault);
    return withEtag(service, handling, answer);
  } catch (error) {
    if (error instanceof GitHubProblem) return problemAnswer(error);
    throw error;
  }
}

function faultAnswer(fault: Fault): Answer {
  if (fault.kind === "reset") fault.onReset?.();
  if (fault.kind !== "status") return { status: 0 };
  const json = { message: fault.message ?? "Server Error", status: String(fault.status) };
  return { status: fault.status, json, headers: fault.headers ?? {} };
}

function problemAnswer(problem: GitHubProblem): Answer {
  const json = {
    message: problem.message,
    ...(problem.errors === undefined ? {} : { errors: problem.errors }),
    documentation_url: "https://docs.github.com/rest",
    status: String(problem.status),
  };
  return { status: problem.status, json, headers: problem.headers };
}

async function perform(service: Service, handling: Handling): Promise<Answer> {
  const { exchange, match } = handling;
  const { method, path } = exchange;
  const token = authenticate(service.tokens, exchange.headers["authorization"]);
  handling.token = token;
  if (path !== "/rate_limit") service.core.limits.count(token);
  if (match.kind === "unknown") throw new GitHubProblem(404, `fake: no such path: ${path}`);
  if (match.kind === "unhandled") {
    throw new GitHubProblem(501, `fake: no handler for ${method} ${path}`);
  }
  checkVersion(service.log, handling.id, exchange);
  const repository = findRepository(service.state, match.params);
  handling.permission = authorise(token, match.route.need, repository);
  const body = parseBody(exchange);
  handling.requestBody = body;
  if (repository !== null) await observe(service, repository, repository.watch.pusher);
  if (isWrite(handling)) {
    service.previous = structuredClone(service.state);
    if (method === "POST") service.core.limits.countContent(token);
  }
  const isStale = handling.fault?.kind === "stale";
  const state = isStale && service.previous !== null ? service.previous : service.state;
  const call: Call = {
    core: service.core,
    state,
    caller: token,
    params: match.params,
    query: exchange.query,
    body: body ?? {},
    accept: exchange.headers["accept"] ?? "",
    repository: () => findRepository(state, match.params) ?? unreachable(),
  };
  const answer = await match.route.handle(call);
  if (method !== "GET" && repository !== null) await observe(service, repository, token.login);
  return answer;
}

function isWrite({ exchange, match, requestBody }: Handling): boolean {
  const route = match.kind === "route" ? match.route : undefined;
  return route?.isWrite?.(requestBody ?? {}) ?? !["GET", "HEAD"].includes(exchange.method);
}

function observe(service: Service, repository: FakeRepository, actor: string): Promise<void> {
  return observeBranches({ state: service.state, repository, now: service.core.now() }, actor);
}

function unreachable(): never {
  throw notFound();
}

function withEtag(service: Service, handling: Handling, answer: Answer): Answer {
  if (handling.exchange.method !== "GET" || answer.status !== 200) return answer;
  const text = answer.bytes ?? JSON.stringify(answer.json);
  const etag = `W/"${createHash("sha256").update(text).digest("hex")}"`;
  const headers = { ...answer.headers, etag };
  const known = handling.exchange.headers["if-none-match"];
  if (known !== etag) return { ...answer, headers };
  if (handling.token !== null) service.core.limits.refund(handling.token);
  return { status: 304, headers };
}

function logRequest(service: Service, handling: Handling, answer: Answer): void {
  const { exchange, match } = handling;
  service.log.entries.push({
    id: handling.id,
    at: service.core.now().toISOString(),
    method: exchange.method,
    path: exchange.path,
    query: Object.fromEntries(exchange.query),
    route: match.kind === "route" ? match.route.path : null,
    params: match.kind === "route" ? match.params : {},
    status: answer.status,
    token: handling.token?.name ?? null,
    permission: handling.permission,
    isWrite: isWrite(handling),
    fault: handling.fault?.kind ?? null,
    headers: { ...exchange.headers, authorization: handling.token === null ? "" : "***" },
    requestBody: handling.requestBody,
    responseBody: answer.json,
  });
}

function replyOf(service: Service, handling: Handling, answer: Answer): Reply {
  const { token } = handling;
  const isJson = answer.json !== undefined;
  const type = isJson ? "application/json; charset=utf-8" : "application/octet-stream";
  const headers = {
    ...(isJson || answer.bytes !== undefined ? { "content-type": type } : {}),
    "x-github-request-id": `FAKE:${handling.id}`,
    "x-github-media-type": "github.v3; format=json",
    ...(token === null ? {} : rateHeaders(service.core.limits.of(token))),
    ...answer.headers,
  };
  const body = answer.bytes ?? (isJson ? JSON.stringify(answer.json) : "");
  return { kind: "answer", status: answer.status, headers, body };
}

import { createBlobStore } from "../artifacts/blob-store.ts";
import { answerArtifactService, artifactServicePath } from "../artifacts/artifact-service.ts";
import { createRuntimeToken } from "../artifacts/runtime-token.ts";
import { type IdentityJob } from "../identity/identity-claims.ts";
import {
  createIdentityService,
  identityPath,
  type IdentityRequest,
  type IdentityService,
} from "../identity/identity-service.ts";
import { listenOnLoopback, type Exchange, type Reply } from "../http/loopback-server.ts";
import { answerRest, type Service } from "./answering.ts";
import { type FakeCore } from "./call.ts";
import { createFaults, type Faults } from "./faults.ts";
import { createRateLimits, type RateLimits } from "./rate-limits.ts";
import { createRequestLog, type RequestLog } from "./request-log.ts";
import { createSetup } from "./create-setup.ts";
import { type FakeSetup } from "./fake-setup.ts";
import { createState, userOf, type FakeState } from "./state.ts";
import {
  createToken,
  grantable,
  type FakeToken,
  type Permissions,
  type TokenOptions,
} from "./tokens.ts";

/** A page for people, served beside the API at its own path. */
export type FakePage = { readonly contentType: string; readonly body: string | Uint8Array };

/** A stateful GitHub on loopback: REST, artifact service, and pages for people. */
export type FakeGitHub = FakeSetup & {
  /** Goes into `GITHUB_API_URL` and `ACTIONS_RESULTS_URL`. */
  readonly url: string;
  readonly serverUrl: string;
  readonly state: FakeState;
  readonly log: RequestLog;
  readonly faults: Faults;
  readonly limits: RateLimits;
  /** Registers a token under a name that the log uses; naming it again replaces it. */
  token(name: string, options?: TokenOptions): FakeToken;
  /** Changes what a registered token may do, as when the next job of a run takes it over. */
  grant(name: string, permissions: Permissions): void;
  /** The `ACTIONS_RUNTIME_TOKEN` of a job of that run. */
  runtimeToken(runId: number, jobId?: string): string;
  /** Where a job with `id-token: write` asks for its identity token, and with which bearer. */
  identity(job: IdentityJob): IdentityRequest;
  /** Serves a page for people at `path`, which must not be a path of the API. */
  servePage(path: string, page: FakePage): string;
  close(): Promise<void>;
};

/** The clock (default: the machine's) and the address that links for people point to (default: github.com). */
export type FakeGitHubOptions = { readonly now?: () => Date; readonly serverUrl?: string };

/** Starts a fake GitHub with nothing in it on 127.0.0.1. */
export async function createFakeGitHub(options: FakeGitHubOptions = {}): Promise<FakeGitHub> {
  const now = options.now ?? ((): Date => new Date());
  const serverUrl = options.serverUrl ?? "https://github.com";
  const pages = new Map<string, FakePage>();
  const tokens = new Map<string, FakeToken>();
  const state = createState();
  const log = createRequestLog();
  const faults = createFaults();
  const limits = createRateLimits(now);
  let url = "";
  const blobs = createBlobStore(() => url, now);
  const core: FakeCore = {
    get apiUrl() {
      return url;
    },
    serverUrl,
    blobs,
    limits,
    now,
  };
  const identities = createIdentityService({ state, url: () => url, serverUrl, now });
  const service: Service = { core, state, tokens, faults, log, previous: null };
  const server = await listenOnLoopback((exchange) => {
    const local = answerBesideApi(service, { pages, identities }, exchange);
    return local === null ? answerRest(service, exchange) : Promise.resolve(local);
  });
  url = server.url;
  return {
    ...createSetup(state, blobs, now),
    url,
    serverUrl,
    state,
    log,
    faults,
    limits,
    token: (name, tokenOptions = {}) => {
      const token = createToken(name, tokenOptions);
      for (const [value, known] of tokens) if (known.name === name) tokens.delete(value);
      tokens.set(token.value, token);
      userOf(state, token.login);
      return token;
    },
    grant: (name, permissions) => {
      const token = [...tokens.values()].find((one) => one.name === name);
      if (token === undefined) throw new Error(`the fake has no token ${name}`);
      tokens.set(token.value, { ...token, permissions: grantable(token.kind, permissions) });
    },
    runtimeToken: createRuntimeToken,
    identity: (job) => identities.register(job),
    servePage: (path, page) => {
      pages.set(path, page);
      return `${url}${path}`;
    },
    close: () => server.close(),
  };
}

function answerBesideApi(
  service: Service,
  { pages, identities }: { pages: ReadonlyMap<string, FakePage>; identities: IdentityService },
  exchange: Exchange,
): Reply | null {
  const { core, state } = service;
  if (exchange.path.startsWith("/_blobs/")) return core.blobs.answer(exchange);
  if (exchange.path.startsWith(`${identityPath}/`)) return identities.answer(exchange);
  if (exchange.path.startsWith(artifactServicePath)) {
    const store = { state, blobs: core.blobs, now: () => core.now() };
    return answerArtifactService(store, exchange);
  }
  const page = exchange.method === "GET" ? pages.get(exchange.path) : undefined;
  if (page === undefined) return null;
  const headers = { "content-type": page.contentType };
  return { kind: "answer", status: 200, headers, body: page.body };
}

import { randomUUID } from "node:crypto";
import { defaults, getOctokitOptions } from "@actions/github/lib/utils";
import { retry } from "@octokit/plugin-retry";
import { throttling } from "@octokit/plugin-throttling";
import { Octokit } from "@octokit/rest";
import { UserError } from "@slipway/kernel";

/** A client of GitHub's API that waits, retries and stops in the end. */
export type Connection = {
  readonly octokit: Octokit;
  readonly owner: string;
  readonly repo: string;
};

/** The token, the repository as `owner/name`, and where to tell that it waits. */
export type ConnectOptions = {
  readonly token: string | undefined;
  readonly repository: string | undefined;
  readonly tell: (message: string) => void;
  /** Where the client's own lines go: every request, and what it warns of. Nowhere unless it is given. */
  readonly trace?: (message: string) => void;
  /** Milliseconds that stand for a second of waiting; tests make it small. */
  readonly secondMs?: number;
};

const apiVersion = "2022-11-28";
const longestWaitSeconds = 120;
const Client = Octokit.plugin(retry, throttling);

/**
 * Connects to the API that the runner names, proxies included.
 * @throws UserError SW3103 without a token, SW3101 without a repository
 */
export function connect(options: ConnectOptions): Connection {
  const { token, repository } = options;
  const [owner, repo, ...rest] = (repository ?? "").split("/");
  if (!owner || !repo || rest.length > 0) {
    throw new UserError({
      code: "SW3101",
      message: "it is not known which repository this is (GITHUB_REPOSITORY)",
      remedy: "Run this in a job of GitHub Actions, or set GITHUB_REPOSITORY=owner/name.",
    });
  }
  if (!token) throw missingToken();
  const octokit = createClient(token, options);
  octokit.hook.before("request", (options) => {
    options.headers["x-github-api-version"] = apiVersion;
  });
  return { octokit, owner, repo };
}

function createClient(token: string, { tell, trace, secondMs = 1000 }: ConnectOptions): Octokit {
  const mayWait = (seconds: number, retried: number): boolean => {
    if (seconds > longestWaitSeconds || retried >= 2) return false;
    tell(`GitHub asks to wait ${seconds} s; trying again then`);
    return true;
  };
  const log = trace ?? ((): void => undefined);
  return new Client({
    ...defaults,
    ...getOctokitOptions(token),
    log: { debug: log, info: log, warn: log, error: log },
    retry: { retryAfterBaseValue: secondMs },
    throttle: {
      // The queues are shared by all clients of a process that have the same name.
      id: randomUUID(),
      retryAfterBaseValue: secondMs,
      // The order of the parameters is the plug-in's.
      // eslint-disable-next-line max-params
      onRateLimit: (seconds, _request, _client, retried) => mayWait(seconds, retried),
      // eslint-disable-next-line max-params
      onSecondaryRateLimit: (seconds, _request, _client, retried) => mayWait(seconds, retried),
    },
  });
}

function missingToken(): UserError {
  return new UserError({
    code: "SW3103",
    message: "there is no token for GitHub",
    remedy:
      "Leave the input `github-token` at its default, or set GITHUB_TOKEN on the command line.",
  });
}

import { retry } from "@octokit/plugin-retry";
import { throttling } from "@octokit/plugin-throttling";
import { Octokit } from "@octokit/rest";

/** The real client, without retries: every refusal reaches the test at once. */
export function plainClient(baseUrl: string, token: string): Octokit {
  return withVersion(new Octokit({ baseUrl, auth: token, log: silent }));
}

/** The real client with both plug-ins, waiting milliseconds where production waits seconds. */
export function patientClient(baseUrl: string, token: string): Octokit {
  const Patient = Octokit.plugin(retry, throttling);
  const accept = (retryAfterSeconds: number): boolean => retryAfterSeconds < 10;
  const throttle = {
    retryAfterBaseValue: 10,
    onRateLimit: accept,
    onSecondaryRateLimit: accept,
    fallbackSecondaryRateRetryAfter: 1,
  };
  const options = { baseUrl, auth: token, log: silent, throttle };
  return withVersion(new Patient({ ...options, retry: { retryAfterBaseValue: 10 } }));
}

const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

function withVersion(octokit: Octokit): Octokit {
  octokit.hook.before("request", (options) => {
    options.headers["x-github-api-version"] = "2022-11-28";
  });
  return octokit;
}

/** The status and message with which a request was refused; fails where it was not. */
export async function refusalOf(
  request: Promise<unknown>,
): Promise<{ readonly status: unknown; readonly message: string }> {
  const error = await request.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error) || !("status" in error)) throw new Error("was not refused");
  return { status: error.status, message: error.message };
}

import { RequestError } from "@octokit/request-error";
import { UserError } from "@slipway/kernel";

/** What was tried, the permissions that it needs, and what a 404 means that is not there. */
export type Attempt = {
  readonly doing: string;
  readonly permissions: readonly string[];
  readonly missing: string;
};

/** Whether GitHub may have done what was asked although its answer failed. */
export function isUncertain(error: unknown): boolean {
  return error instanceof RequestError && error.status >= 500;
}

/** Whether GitHub answered with one of these states. */
export function hasStatus(error: unknown, ...states: readonly number[]): boolean {
  return (
    error instanceof RequestError && error.response !== undefined && states.includes(error.status)
  );
}

/** Says what a failed request means and what to do; anything that is no answer of GitHub is passed on. */
export function translateError(error: unknown, attempt: Attempt): unknown {
  if (!(error instanceof RequestError)) return error;
  const { status } = error;
  if (error.response === undefined) return unreachable(error, attempt);
  if (status === 401) return badToken(error, attempt);
  if (isRateLimit(error) || status >= 500) return busy(error, attempt);
  if (status === 404) return notFound(error, attempt);
  const isClosed = /locked|archived|blocked|suspended/i.test(error.message);
  return status === 403 && !isClosed ? forbidden(error, attempt) : refused(error, attempt);
}

function isRateLimit(error: RequestError): boolean {
  const headers = error.response?.headers;
  if (error.status === 429) return true;
  return (
    error.status === 403 &&
    (headers?.["x-ratelimit-remaining"] === "0" ||
      headers?.["retry-after"] !== undefined ||
      /rate limit/i.test(error.message))
  );
}

function badToken(cause: RequestError, { doing }: Attempt): UserError {
  return new UserError({
    code: "SW3103",
    message: `cannot ${doing}: GitHub does not accept the token (401)`,
    remedy: "Give a valid token: leave `github-token` at its default, or renew the secret.",
    cause,
  });
}

function forbidden(cause: RequestError, { doing, permissions }: Attempt): UserError {
  const writes = permissions.some((permission) => permission.endsWith(": write"));
  const lines = ["contents: read", ...permissions].map((line) => `      ${line}`);
  return new UserError({
    code: writes ? "SW3102" : "SW3101",
    message: `cannot ${doing}: the token has no permission "${permissions[0] ?? ""}" (403: ${said(cause)})`,
    remedy: ["Add to the job:", "    permissions:", ...lines].join("\n"),
    cause,
  });
}

function notFound(cause: RequestError, { doing, missing, permissions }: Attempt): UserError {
  return new UserError({
    code: "SW3101",
    message: `cannot ${doing}: ${missing} does not exist, or the token may not see it (404)`,
    remedy: `Check GITHUB_REPOSITORY and the number that was given; in a private repository the job needs "${permissions[0] ?? ""}".`,
    cause,
  });
}

function refused(cause: RequestError, { doing }: Attempt): UserError {
  return new UserError({
    code: "SW3101",
    message: `cannot ${doing}: GitHub refuses it (${cause.status}: ${said(cause)})`,
    remedy: "Change what GitHub names there (a locked conversation, an archived repository …).",
    cause,
  });
}

function unreachable(cause: RequestError, { doing }: Attempt): UserError {
  return new UserError({
    code: "SW3101",
    message: `cannot ${doing}: GitHub cannot be reached: ${said(cause)}`,
    remedy: "Check the runner's network and proxy (GITHUB_API_URL, HTTPS_PROXY), then run again.",
    cause,
  });
}

function busy(cause: RequestError, { doing }: Attempt): UserError {
  return new UserError({
    code: "SW3101",
    message: `cannot ${doing}: GitHub answered ${cause.status}: ${said(cause)}${untilReset(cause)}`,
    remedy: "Run the job again in some minutes.",
    cause,
  });
}

function untilReset({ response }: RequestError): string {
  const reset = Number(response?.headers["x-ratelimit-reset"]);
  if (response?.headers["x-ratelimit-remaining"] !== "0" || !Number.isSafeInteger(reset)) return "";
  return `; the limit ends at ${new Date(reset * 1000).toISOString()}`;
}

function said({ message }: RequestError): string {
  return message.split("\n")[0]?.slice(0, 200) ?? "";
}

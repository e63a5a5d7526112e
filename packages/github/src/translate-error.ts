import { RequestError } from "@octokit/request-error";
import { UserError, type ErrorCode } from "@slipway/kernel";

/**
 * What was tried, the permissions that it needs, and what a 404 means that is not there.
 * With a `code` of its own a 403, a 404 and an answer that cannot be read are told as that code;
 * `remedy` stands for what no line of `permissions:` can give.
 */
export type Attempt = {
  readonly doing: string;
  readonly permissions: readonly string[];
  readonly missing: string;
  readonly code?: ErrorCode;
  readonly remedy?: string;
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

/** Does what was tried, and says what its failure means. @throws UserError SW3101, SW3102, SW3103, or the attempt's own code */
export async function translated<T>(attempt: Attempt, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw translateError(error, attempt);
  }
}

/** An answer that is not what GitHub documents: never taken for "nothing there". */
export function malformed({ doing, code }: Attempt, problem: string): UserError {
  return new UserError({
    code: code ?? "SW3101",
    message: `cannot ${doing}: the answer is not one that GitHub documents: ${problem.slice(0, 200)}`,
    remedy:
      "Run the job again. If it stays, look whether a proxy answers in GitHub's place, and report it with the version of GitHub Enterprise Server, if it is one.",
  });
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

function forbidden(cause: RequestError, attempt: Attempt): UserError {
  const { doing, permissions, code } = attempt;
  const writes = permissions.some((permission) => permission.endsWith(": write"));
  return new UserError({
    code: code ?? (writes ? "SW3102" : "SW3101"),
    message: `cannot ${doing}: the token has no permission "${permissions[0] ?? ""}" (403: ${said(cause)})`,
    remedy: attempt.remedy ?? linesToAdd(attempt),
    cause,
  });
}

/** Naming one permission takes the others away, so that a job which may name none yet is given the first as well. */
function linesToAdd({ permissions, code }: Attempt): string {
  const all = code === undefined ? ["contents: read", ...permissions] : permissions;
  const lines = all.map((line) => `      ${line}`);
  const where = code === undefined ? "" : ", beside the permissions that it has";
  return [`Add to the job${where}:`, "    permissions:", ...lines].join("\n");
}

function notFound(cause: RequestError, attempt: Attempt): UserError {
  const { doing, missing, permissions, code } = attempt;
  const own = attempt.remedy ?? `Check that it exists. If it does: ${linesToAdd(attempt)}`;
  return new UserError({
    code: code ?? "SW3101",
    message: `cannot ${doing}: ${missing} does not exist, or the token may not see it (404)`,
    remedy:
      code === undefined
        ? `Check GITHUB_REPOSITORY and the number that was given; in a private repository the job needs "${permissions[0] ?? ""}".`
        : own,
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

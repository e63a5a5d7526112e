import { RequestError } from "@octokit/request-error";
import { UserError } from "@slipway/kernel";

/** What was tried, and the permission that it needs. */
export type Attempt = { readonly doing: string; readonly permissions: readonly string[] };

/** Whether GitHub may have done what was asked although its answer failed. */
export function isUncertain(error: unknown): boolean {
  return error instanceof RequestError && error.status >= 500;
}

/** Says what a failed request means and what to do; anything that is no answer of GitHub is passed on. */
export function translateError(error: unknown, attempt: Attempt): unknown {
  if (!(error instanceof RequestError)) return error;
  const { status } = error;
  if (error.response === undefined) return unreachable(error, attempt);
  if (status === 401) {
    return new UserError({
      code: "SW3103",
      message: `cannot ${attempt.doing}: GitHub does not accept the token (401)`,
      remedy: "Give a valid token: leave `github-token` at its default, or renew the secret.",
      cause: error,
    });
  }
  if (status === 403 && isRateLimit(error)) return busy(error, attempt);
  if (status === 403 || status === 404) return forbidden(error, attempt);
  return busy(error, attempt);
}

function isRateLimit(error: RequestError): boolean {
  const headers = error.response?.headers;
  return headers?.["x-ratelimit-remaining"] === "0" || headers?.["retry-after"] !== undefined;
}

function forbidden(error: RequestError, { doing, permissions }: Attempt): UserError {
  const writes = permissions.some((permission) => permission.endsWith(": write"));
  const needed = permissions[0] ?? "";
  const lines = ["contents: read", ...permissions].map((line) => `      ${line}`);
  return new UserError({
    code: writes ? "SW3102" : "SW3101",
    message: `cannot ${doing}: the token has no permission "${needed}" (${error.status})`,
    remedy: ["Add to the job:", "    permissions:", ...lines].join("\n"),
    cause: error,
  });
}

function unreachable(error: RequestError, { doing }: Attempt): UserError {
  return new UserError({
    code: "SW3101",
    message: `cannot ${doing}: GitHub cannot be reached: ${error.message.split("\n")[0]?.slice(0, 200) ?? ""}`,
    remedy: "Check the runner's network and proxy (GITHUB_API_URL, HTTPS_PROXY), then run again.",
    cause: error,
  });
}

function busy(error: RequestError, { doing }: Attempt): UserError {
  return new UserError({
    code: "SW3101",
    message: `cannot ${doing}: GitHub answered ${error.status}: ${error.message.split("\n")[0]?.slice(0, 200) ?? ""}`,
    remedy: "Run the job again in some minutes.",
    cause: error,
  });
}

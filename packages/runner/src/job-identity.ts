import { z } from "zod";
import type { Environment } from "./environment.ts";

/** What GitHub signed about this job: the only proof that it runs behind that environment's name. */
export type JobIdentity = {
  /** `undefined` for a job that names no environment. */
  readonly environment: string | undefined;
  readonly repository: string;
  readonly runId: number;
  readonly runAttempt: number;
  readonly sha: string;
};

/** What a test replaces, and where to tell why there is no identity. */
type JobIdentityOptions = {
  readonly request?: typeof fetch;
  readonly notice?: (message: string) => void;
  readonly nowMs?: () => number;
};

const audience = "slipway";
const toleratedSeconds = 60;
const timeoutMs = 10_000;
const attempts = 3;

const wholeNumber = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .transform(Number);

const claimsSchema = z.object({
  iss: z.url(),
  aud: z.literal(audience),
  exp: z.number(),
  nbf: z.number().optional(),
  environment: z.string().min(1).optional(),
  repository: z.string().regex(/^[^/\s]+\/[^/\s]+$/),
  run_id: wholeNumber,
  run_attempt: wholeNumber,
  sha: z.string().regex(/^[0-9a-f]{40,64}$/),
});

/**
 * The identity of this job, by an OIDC token that is asked for, read and forgotten; `undefined` without
 * `id-token: write`, and for whatever goes wrong, which `notice` is told.
 * The signature is not checked: the token comes straight from the issuer, over the connection that the runner opened
 * (OpenID Connect Core, 3.1.3.7, point 6).
 */
export async function jobIdentity(
  env: Environment,
  { request = fetch, notice = () => undefined, nowMs = Date.now }: JobIdentityOptions = {},
): Promise<JobIdentity | undefined> {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: address, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = env;
  if (!address || !bearer) return undefined;
  try {
    const url = new URL(address);
    url.searchParams.set("audience", audience);
    const token = await askForToken(url, { bearer, request });
    return identityOf(token, { url, server: env["GITHUB_SERVER_URL"], nowMs: nowMs() });
  } catch (error) {
    const why = error instanceof Refused ? error.message : "the service did not answer";
    notice(`the identity of this job is not known: ${why}`);
    return undefined;
  }
}

/** A reason in our own words: what others throw may quote a token. */
class Refused extends Error {}

async function askForToken(
  url: URL,
  { bearer, request }: { readonly bearer: string; readonly request: typeof fetch },
): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const reply = await request(url, {
      headers: { authorization: `Bearer ${bearer}`, accept: "application/json" },
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (reply.ok) return z.object({ value: z.string() }).parse(await reply.json()).value;
    if (reply.status < 500 || attempt === attempts)
      throw new Refused(`the service for OIDC tokens answered ${reply.status}`);
  }
}

function identityOf(
  token: string,
  { url, server, nowMs }: { url: URL; server: string | undefined; nowMs: number },
): JobIdentity {
  const parts = token.split(".");
  const payload = parts.length === 3 ? Buffer.from(parts[1] ?? "", "base64url").toString() : "";
  const claims = claimsSchema.safeParse(parseJson(payload));
  if (!claims.success) {
    const name = claims.error.issues[0]?.path.join(".") ?? "";
    throw new Refused(`the OIDC token ${name === "" ? "cannot be read" : `has an odd "${name}"`}`);
  }
  const { iss, exp, nbf, environment, repository, sha, ...run } = claims.data;
  const now = nowMs / 1000;
  if (exp + toleratedSeconds < now) throw new Refused("the OIDC token has expired");
  if (nbf !== undefined && nbf - toleratedSeconds > now)
    throw new Refused("the OIDC token is not valid yet: look at the clock of this machine");
  if (!isPlausible(new URL(iss), url, server))
    throw new Refused("the OIDC token is of another issuer");
  return { environment, repository, runId: run.run_id, runAttempt: run.run_attempt, sha };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** github.com has one host for it, Enterprise hosts below their own name, and the service itself may be the issuer. */
function isPlausible(issuer: URL, service: URL, server: string | undefined): boolean {
  if (issuer.origin === service.origin) return true;
  if (issuer.protocol !== "https:") return false;
  const home = URL.parse(server ?? "https://github.com")?.hostname ?? "";
  if (home === "github.com") return issuer.hostname === "token.actions.githubusercontent.com";
  return home !== "" && (issuer.hostname === home || issuer.hostname.endsWith(`.${home}`));
}

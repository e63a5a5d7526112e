import { createSign, generateKeyPairSync, randomBytes } from "node:crypto";

import { type FakeState } from "../github/state.ts";
import { type Exchange, type Reply } from "../http/loopback-server.ts";
import { environmentNameOf, identityClaims, type IdentityJob } from "./identity-claims.ts";

/** Where a job asks for its identity token: `ACTIONS_ID_TOKEN_REQUEST_URL` and `…_TOKEN`. */
export type IdentityRequest = { readonly url: string; readonly token: string };

/** Signs the identity of jobs, as GitHub's OpenID Connect provider does. */
export type IdentityService = {
  /** Lets a job ask; for one without `id-token: write` it is never called. */
  register(job: IdentityJob): IdentityRequest;
  answer(exchange: Exchange): Reply;
};

/** The path under which the provider and its keys are served; with the address of the fake it is the issuer. */
export const identityPath = "/_services/token";

const lifetimeSeconds = 300;

/** A provider with a key of its own. */
export function createIdentityService(place: {
  readonly state: FakeState;
  readonly url: () => string;
  readonly serverUrl: string;
  readonly now: () => Date;
}): IdentityService {
  const keyId = randomBytes(16).toString("hex");
  // Made at first use: most tests ask for no identity.
  let made: ReturnType<typeof createKey> | undefined;
  const key = (): ReturnType<typeof createKey> => (made ??= createKey());
  const jobs = new Map<string, { readonly job: IdentityJob; readonly token: string }>();
  const issuer = (): string => `${place.url()}${identityPath}`;
  const sign = (claims: object): string => {
    const head = encode({ typ: "JWT", alg: "RS256", kid: keyId });
    const text = `${head}.${encode(claims)}`;
    return `${text}.${createSign("sha256").update(text).sign(key().privateKey, "base64url")}`;
  };
  const issue = (exchange: Exchange): Reply => {
    const known = jobs.get(exchange.path.split("/").at(-2) ?? "");
    const bearer = exchange.headers["authorization"]?.replace(/^bearer /i, "");
    if (known === undefined || known.token !== bearer)
      return json(401, { message: "Unauthorized" });
    const seconds = Math.floor(place.now().getTime() / 1000);
    const [owner = ""] = known.job.repository.split("/");
    return json(200, {
      value: sign({
        ...identityClaims(place.state, known.job),
        jti: randomBytes(16).toString("hex"),
        aud: exchange.query.get("audience") ?? `${place.serverUrl}/${owner}`,
        iss: issuer(),
        nbf: seconds - lifetimeSeconds,
        iat: seconds,
        exp: seconds + lifetimeSeconds,
      }),
    });
  };
  return {
    register: (job) => {
      environmentNameOf(place.state, job);
      const id = randomBytes(8).toString("hex");
      const token = randomBytes(64).toString("base64url");
      jobs.set(id, { job, token });
      // The client appends `&audience=`, so there has to be a query.
      return { url: `${issuer()}/jobs/${id}/idtoken?api-version=2.0`, token };
    },
    answer: (exchange) => {
      const path = exchange.path.slice(identityPath.length);
      if (exchange.method !== "GET") return json(405, { message: "Method Not Allowed" });
      if (path === "/.well-known/openid-configuration") return json(200, configuration(issuer()));
      if (path === "/.well-known/jwks") {
        const jwk = key().publicKey.export({ format: "jwk" });
        return json(200, { keys: [{ ...jwk, kid: keyId, alg: "RS256", use: "sig" }] });
      }
      return /^\/jobs\/\w+\/idtoken$/.test(path)
        ? issue(exchange)
        : json(404, { message: "Not Found" });
    },
  };
}

function createKey() {
  return generateKeyPairSync("rsa", { modulusLength: 2048 });
}

function configuration(issuer: string): object {
  return {
    issuer,
    jwks_uri: `${issuer}/.well-known/jwks`,
    subject_types_supported: ["public", "pairwise"],
    response_types_supported: ["id_token"],
    id_token_signing_alg_values_supported: ["RS256"],
    scopes_supported: ["openid"],
  };
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function json(status: number, body: object): Reply {
  const headers = { "content-type": "application/json; charset=utf-8" };
  return { kind: "answer", status, headers, body: JSON.stringify(body) };
}

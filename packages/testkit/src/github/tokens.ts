import { randomBytes } from "node:crypto";

import { type Need, type PermissionName } from "./need.ts";
import { GitHubProblem, notFound } from "./problem.ts";
import { actionsBot, type FakeRepository } from "./state.ts";

/** What a token may do; what is not named is not allowed. */
export type Permissions = Partial<Readonly<Record<PermissionName, "read" | "write">>>;

/** A workflow's own token, the same in a fork's pull request (read only), or a person's. */
export type TokenKind = "GITHUB_TOKEN" | "fork" | "user";

/** How a token is registered; a user's token without `permissions` may do everything. */
export type TokenOptions = {
  readonly kind?: TokenKind;
  readonly permissions?: Permissions;
  readonly login?: string;
  readonly repository?: string;
};

/** A registered token. `value` is what goes into the `Authorization` header. */
export type FakeToken = {
  readonly name: string;
  readonly value: string;
  readonly kind: TokenKind;
  readonly login: string;
  readonly permissions: Permissions | "everything";
  readonly repository: string | null;
};

/** Makes a token; its value is long and random, as the masking of logs needs it. */
export function createToken(name: string, options: TokenOptions): FakeToken {
  const kind = options.kind ?? "GITHUB_TOKEN";
  const isUser = kind === "user";
  const value = isUser
    ? `ghp_${randomBytes(18).toString("hex")}`
    : `ghs_${randomBytes(258).toString("hex")}`;
  const named = options.permissions ?? (isUser ? "everything" : { contents: "read" });
  return {
    name,
    value,
    kind,
    login: options.login ?? (isUser ? name : actionsBot),
    permissions: named === "everything" ? named : grantable(kind, named),
    repository: options.repository ?? null,
  };
}

/** The permission by which a token may do what an endpoint needs; `null` where none is needed.
 * Stricter than GitHub for public repositories: reading needs the permission there too.
 * @throws GitHubProblem 403 or 404, as GitHub answers. */
export function authorise(
  token: FakeToken,
  need: Need,
  repository: FakeRepository | null,
): string | null {
  const bound = token.repository;
  const isForeign = bound !== null && repository !== null && bound !== repository.fullName;
  if (isForeign && repository.isPrivate) throw notFound();
  if (need.kind === "token") return null;
  if (need.kind === "user" && token.kind !== "user") throw new GitHubProblem(403, refusal);
  const { anyOf = [], access = "read" } = need;
  if (anyOf.length === 0) return null;
  if (isForeign && access === "read") return "public";
  if (token.permissions === "everything" && !isForeign) return "everything";
  const granted = token.permissions === "everything" || isForeign ? {} : token.permissions;
  for (const name of anyOf) {
    const level = granted[name];
    if (level === "write" || level === access) return `${name}: ${level}`;
  }
  const accepted = anyOf.map((name) => `${name.replaceAll("-", "_")}=${access}`);
  throw new GitHubProblem(403, refusal, {
    headers: { "x-accepted-github-permissions": accepted.join("; ") },
  });
}

const refusal = "Resource not accessible by integration";

/** What of the wanted permissions a token of that kind can have: a workflow's sees no organisation, a fork's can only read. */
export function grantable(kind: TokenKind, wanted: Permissions): Permissions {
  if (kind === "user") return wanted;
  const granted = Object.entries(wanted).filter(([name]) => name !== "members");
  if (kind !== "fork") return Object.fromEntries(granted);
  return Object.fromEntries(granted.map(([name]) => [name, "read" as const]));
}

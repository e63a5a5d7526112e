import { callerBody } from "../bodies/user.ts";
import { fullRepositoryBody } from "../bodies/repository.ts";
import { type Schemas } from "../bodies/schemas.ts";
import { ok, type Route } from "../call.ts";

/** The repository itself, the account of the caller, and what is left of its rate limit. */
export const repositoryRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/repos/{owner}/{repo}",
    need: { kind: "token" },
    handle: (call) => ok(fullRepositoryBody(call.core, call.state, call.repository())),
  },
  {
    method: "GET",
    path: "/user",
    need: { kind: "user" },
    handle: (call) => ok(callerBody(call.core, call.state, call.caller.login)),
  },
  {
    method: "GET",
    path: "/rate_limit",
    need: { kind: "token" },
    handle: (call) => {
      const core = call.core.limits.of(call.caller);
      const search = { ...core, limit: 30, remaining: 30, used: 0 };
      const body: Schemas["rate-limit-overview"] = { resources: { core, search }, rate: core };
      return ok(body);
    },
  },
];

import { accessOf } from "../accounts.ts";
import { accessBody } from "../bodies/collaborator.ts";
import { ok, param, type Answer, type Call, type Route } from "../call.ts";
import { notFound } from "../problem.ts";

/** What a person may do in the repository; every token may ask, as each can read its metadata. */
export const collaboratorRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/collaborators/{username}/permission",
    need: { kind: "token" },
    handle: getPermission,
  },
];

function getPermission(call: Call): Answer {
  const login = param(call, "username");
  if (!call.state.users.has(login)) throw notFound();
  const permission = accessOf(call.repository(), login);
  return ok(accessBody(call.core, call.state, { login, permission }));
}

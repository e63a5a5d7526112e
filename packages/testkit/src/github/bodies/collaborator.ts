import { type FakeCore } from "../call.ts";
import { type FakeAccess } from "../delivery-state.ts";
import { type FakeState } from "../state.ts";
import { type Schemas } from "./schemas.ts";
import { userBody } from "./user.ts";

/** What a person may do in a repository. */
export function accessBody(
  core: FakeCore,
  state: FakeState,
  { login, permission }: { readonly login: string; readonly permission: FakeAccess },
): Schemas["repository-collaborator-permission"] {
  const permissions = {
    pull: permission !== "none",
    push: permission === "admin" || permission === "write",
    admin: permission === "admin",
  };
  const user = { ...userBody(core, state, login), permissions, role_name: permission };
  return { permission, role_name: permission, user };
}

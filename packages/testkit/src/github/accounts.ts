import { type FakeAccess } from "./delivery-state.ts";
import { webFlowLogin, type FakeRepository, type FakeState } from "./state.ts";

/** What a person may do in a repository: whoever is not named may write, the owner everything. */
export function accessOf({ access, owner }: FakeRepository, login: string): FakeAccess {
  return access.get(login) ?? (login === owner ? "admin" : "write");
}

/** The login that a commit's e-mail address leads to: a verified one, or GitHub's no-reply form; else `null`.
 * Whoever makes a commit chooses its address: this proves nothing. */
export function loginOfEmail(state: FakeState, email: string): string | null {
  const address = email.toLowerCase();
  const verified = state.emails.get(address);
  if (verified !== undefined) return verified;
  if (address === "noreply@github.com") return webFlowLogin;
  const match = /^(?:(\d+)\+)?(.+)@users\.noreply\.github\.com$/.exec(address);
  if (match === null) return null;
  const [, id, login] = match;
  const user = [...state.users.values()].find((one) => {
    return id === undefined ? one.login.toLowerCase() === login : one.id === Number(id);
  });
  return user?.login ?? null;
}

import type { Connection } from "./connect.ts";
import { hasStatus } from "./translate-error.ts";

/** Under which name the token writes: a person's, or that of an app; `undefined` where GitHub does not say. */
export async function ownLogin({ octokit }: Connection): Promise<string | undefined> {
  try {
    return (await octokit.rest.users.getAuthenticated()).data.login;
  } catch (error) {
    if (!hasStatus(error, 401, 403, 404)) throw error;
  }
  // An installation's token has no user in REST; GraphQL knows it as `name[bot]`.
  try {
    const { viewer } = await octokit.graphql<{ viewer: { login: string } }>(
      "query { viewer { login } }",
    );
    return viewer.login;
  } catch {
    return undefined;
  }
}

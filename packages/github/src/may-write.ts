import { z } from "zod";
import { ask } from "./ask.ts";
import type { Connection } from "./connect.ts";

/**
 * Whether a person may write to the repository, by the role that counts all ways to it: a review's own
 * `author_association` does not know of members who hide that they are. @throws UserError SW3109
 */
export async function mayWrite(
  { octokit, owner, repo }: Connection,
  login: string,
): Promise<boolean> {
  const { permission } = await ask({
    attempt: {
      doing: `read whether ${login} may write to the repository`,
      permissions: ["metadata: read"],
      missing: "the account",
      code: "SW3109",
      remedy:
        "Every GITHUB_TOKEN may ask this. A token of another kind needs the repository permission `metadata: read`.",
    },
    answer: z.object({
      permission: z.enum(["admin", "maintain", "write", "triage", "read", "none"]),
    }),
    send: () => octokit.rest.repos.getCollaboratorPermissionLevel({ owner, repo, username: login }),
  });
  return permission === "admin" || permission === "maintain" || permission === "write";
}

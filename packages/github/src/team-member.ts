import { UserError } from "@slipway/kernel";
import { z } from "zod";
import { ask } from "./ask.ts";
import type { Connection } from "./connect.ts";
import { hasStatus } from "./translate-error.ts";

const remedy =
  "No `permissions:` gives GITHUB_TOKEN this. Make a GitHub App (or a fine-grained token) with the organisation permission `members: read`, and hand its token to promote-model as `team-token`; or name the approvers by login: approvals: { users: [ … ] }.";

/** Whether `login` is an active member of `org/slug`: who was invited and has not accepted is not. @throws UserError SW1202, SW3110 */
export async function isTeamMember(
  { octokit }: Connection,
  team: string,
  login: string,
): Promise<boolean> {
  const [org, slug, ...rest] = team.split("/");
  if (!org || !slug || rest.length > 0) throw noTeam(team);
  const attempt = {
    doing: `read who belongs to the team ${team}`,
    permissions: ["members: read"],
    missing: "the team",
    code: "SW3110" as const,
    remedy,
  };
  const query = { org, team_slug: slug };
  try {
    const send = () => octokit.rest.teams.getMembershipForUserInOrg({ ...query, username: login });
    const { state } = await ask({ attempt, answer: z.object({ state: z.string() }), send });
    return state === "active";
  } catch (error) {
    if (!(error instanceof UserError && hasStatus(error.cause, 404))) throw error;
    // A team that the token may not see is answered as one to which nobody belongs.
    const send = () => octokit.rest.teams.listMembersInOrg({ ...query, per_page: 1 });
    await ask({ attempt, answer: z.array(z.unknown()), send });
    return false;
  }
}

function noTeam(team: string): UserError {
  return new UserError({
    code: "SW1202",
    message: `${JSON.stringify(team.slice(0, 100))} is no team: it must be organisation/team`,
    remedy: "Write the team under `approvals: { teams: [ … ] }` as organisation/team.",
  });
}

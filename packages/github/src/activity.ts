import type { BranchActivity } from "@slipway/ports";
import { z } from "zod";
import { account, askAll } from "./ask.ts";
import type { Connection } from "./connect.ts";

const kinds = ["force_push", "branch_deletion"] as const;

const activityAnswer = z.object({
  id: z.int(),
  before: z.string(),
  after: z.string(),
  ref: z.string(),
  timestamp: z.string(),
  activity_type: z.string(),
  actor: account.nullish(),
});

type Found = z.output<typeof activityAnswer>;

/** What GitHub remembers of the pushes to a branch; nobody who may push can remove it from there. */
export function githubActivity(connection: Connection): BranchActivity {
  return {
    rewrites: async (branch) => {
      const found: Found[] = [];
      for (const kind of kinds) found.push(...(await rewritesOf(connection, branch, kind)));
      return found.toSorted(newestFirst).map(({ before, after, timestamp, actor, ...one }) => {
        return {
          kind: one.activity_type,
          before,
          after,
          time: timestamp,
          actor: actor?.login ?? "",
        };
      });
    },
  };
}

async function rewritesOf(
  connection: Connection,
  branch: string,
  kind: (typeof kinds)[number],
): Promise<Found[]> {
  const { octokit, owner, repo } = connection;
  const ref = `refs/heads/${branch}`;
  const attempt = {
    doing: `read who rewrote the branch ${branch}`,
    permissions: ["contents: read"],
    missing: "the repository",
    code: "SW3101" as const,
  };
  const query = { owner, repo, ref, activity_type: kind, per_page: 100 };
  const send = () => octokit.rest.repos.listActivities(query);
  const found: Found[] = [];
  for await (const one of askAll(connection, { attempt, answer: activityAnswer, send }))
    if (one.ref === ref && one.activity_type === kind) found.push(one);
  return found;
}

// Within one second the number tells.
function newestFirst(left: Found, right: Found): number {
  return Date.parse(right.timestamp) - Date.parse(left.timestamp) || right.id - left.id;
}

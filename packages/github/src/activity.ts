import type { BranchActivity } from "@slipway/ports";
import { z } from "zod";
import { account, askAll } from "./ask.ts";
import type { Connection } from "./connect.ts";

const kinds = ["force_push", "branch_deletion"] as const;

const activityAnswer = z.object({
  before: z.string(),
  after: z.string(),
  ref: z.string(),
  timestamp: z.string(),
  activity_type: z.string(),
  actor: account.nullish(),
});

type Rewrite = Awaited<ReturnType<BranchActivity["rewrites"]>>[number];

/** What GitHub remembers of the pushes to a branch; nobody who may push can remove it from there. */
export function githubActivity(connection: Connection): BranchActivity {
  return {
    rewrites: async (branch) => {
      const found: Rewrite[] = [];
      for (const kind of kinds) found.push(...(await rewritesOf(connection, branch, kind)));
      return found.toSorted((left, right) => Date.parse(right.time) - Date.parse(left.time));
    },
  };
}

async function rewritesOf(
  connection: Connection,
  branch: string,
  kind: (typeof kinds)[number],
): Promise<Rewrite[]> {
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
  const found: Rewrite[] = [];
  for await (const one of askAll(connection, { attempt, answer: activityAnswer, send })) {
    if (one.ref !== ref || one.activity_type !== kind) continue;
    const { before, after, timestamp: time, actor } = one;
    found.push({ kind, before, after, time, actor: actor?.login ?? "" });
  }
  return found;
}

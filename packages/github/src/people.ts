import type { EnvironmentGate } from "@slipway/contracts";
import type { Answer, People } from "@slipway/ports";
import { z } from "zod";
import { account, ask, askAll } from "./ask.ts";
import { authorsOf } from "./authors.ts";
import type { Connection } from "./connect.ts";
import { environmentGate, isSameEnvironment } from "./environment-gate.ts";
import { mayWrite } from "./may-write.ts";
import { reviewsOf } from "./reviews.ts";
import { isTeamMember } from "./team-member.ts";
import { malformed } from "./translate-error.ts";

const runAnswer = z.object({
  event: z.string().min(1),
  run_attempt: z.int().min(1),
  actor: account.nullish(),
  triggering_actor: account.nullish(),
});

const approvalAnswer = z.object({
  state: z.enum(["approved", "rejected", "pending"]),
  user: account.nullish(),
  environments: z.array(z.object({ name: z.string().min(1) })).min(1),
});

/**
 * What GitHub says about people. Every refusal and every answer that cannot be read is an error, never an empty list.
 * An approval counts for a whole run: GitHub tells neither its time nor the attempt that it was given to.
 */
export function githubPeople(connection: Connection): People {
  return {
    run: async (runId) => {
      const found = await askRun(connection, runId);
      return {
        event: found.event,
        attempt: found.run_attempt,
        actor: found.actor ?? undefined,
        triggeringActor: found.triggering_actor ?? undefined,
      };
    },
    environment: (name): Promise<EnvironmentGate> => environmentGate(connection, name),
    environmentApprovals: (runId, environment) => approvals(connection, runId, environment),
    reviews: (commit) => reviewsOf(connection, commit),
    authors: (commit, since) => authorsOf(connection, commit, since),
    mayWrite: (login) => mayWrite(connection, login),
    isTeamMember: (team, login) => isTeamMember(connection, team, login),
  };
}

const attemptOn = (doing: string, runId: number) => ({
  doing,
  permissions: ["actions: read"],
  missing: `run ${runId}`,
  code: "SW3108" as const,
});

function askRun({ octokit, owner, repo }: Connection, runId: number) {
  return ask({
    attempt: attemptOn("read who started the run", runId),
    answer: runAnswer,
    send: () => octokit.rest.actions.getWorkflowRun({ owner, repo, run_id: runId }),
  });
}

async function approvals(
  connection: Connection,
  runId: number,
  environment: string,
): Promise<readonly Answer[]> {
  const { octokit, owner, repo } = connection;
  const attempt = attemptOn("read who approved the run", runId);
  const answers: Answer[] = [];
  const listed = askAll(connection, {
    attempt,
    answer: approvalAnswer,
    send: () => octokit.rest.actions.getReviewsForRun({ owner, repo, run_id: runId }),
  });
  for await (const { state, user, environments } of listed) {
    const isMeant = environments.some(({ name }) => isSameEnvironment(name, environment));
    // Somebody was asked, and has not answered yet.
    if (!isMeant || state === "pending") continue;
    if (user) answers.push({ person: user, state, source: "environment", runId });
    // A deleted account's approval is nobody's; its rejection must not be lost.
    else if (state === "rejected") throw malformed(attempt, "a rejection without an account");
  }
  return answers;
}

import { UserError } from "@slipway/kernel";
import { z } from "zod";
import { account, ask, askAll } from "./ask.ts";
import type { Connection } from "./connect.ts";
import { hasStatus, type Attempt } from "./translate-error.ts";

const sha = z.string().regex(/^[0-9a-f]{40,64}$/);

/** GitHub gives an empty object where the e-mail of a commit belongs to no account. */
const owner = account
  .or(z.strictObject({}).transform(() => null))
  .nullish()
  .transform((person) => person ?? undefined);

/** A commit and the accounts of its author and committer, as far as their e-mails belong to one. */
export const commitAnswer = z.object({
  sha,
  author: owner,
  committer: owner,
  parents: z.array(z.object({ sha })),
});

const pullAnswer = z.object({
  number: z.int().min(1),
  user: account.nullish(),
  merged_at: z.string().nullish(),
  merge_commit_sha: z.string().nullish(),
  head: z.object({ sha }),
  base: z.object({ ref: z.string(), sha, repo: z.object({ id: z.int() }) }),
});

/** A commit as GitHub knows it. */
export type HostCommit = z.output<typeof commitAnswer>;
/** A pull request in a list. */
export type HostPull = z.output<typeof pullAnswer>;

/** What reading about a commit needs, and how its failure is told. */
export function attemptOn(commit: string): Attempt {
  return {
    doing: `read the pull requests behind ${commit.slice(0, 12)}`,
    permissions: ["pull-requests: read"],
    missing: "the commit or the repository",
    code: "SW3109",
  };
}

/** A commit of the repository. @throws UserError SW3109 also where GitHub does not have it */
export async function readCommit(
  { octokit, owner, repo }: Connection,
  commit: string,
): Promise<HostCommit> {
  const attempt = { ...attemptOn(commit), permissions: ["contents: read"] };
  const send = () => octokit.rest.repos.getCommit({ owner, repo, ref: commit });
  try {
    return await ask({ attempt, answer: commitAnswer, send });
  } catch (error) {
    throw error instanceof UserError && hasStatus(error.cause, 422)
      ? unknown(commit, error)
      : error;
  }
}

function unknown(commit: string, cause: unknown): UserError {
  return new UserError({
    code: "SW3109",
    message: `GitHub does not know the commit ${commit.slice(0, 12)}, so that nobody can be asked who wrote and reviewed it`,
    remedy: "Push it to the default branch first, and check GITHUB_REPOSITORY.",
    cause,
  });
}

/** The merged pull requests that GitHub lists for a commit, into whatever branch. @throws UserError SW3109 */
export async function mergedPulls(
  connection: Connection,
  commit: string,
): Promise<readonly HostPull[]> {
  const { octokit, owner, repo } = connection;
  const query = { owner, repo, commit_sha: commit, per_page: 100 };
  const merged: HostPull[] = [];
  const listed = askAll(connection, {
    attempt: attemptOn(commit),
    answer: pullAnswer,
    send: () => octokit.rest.repos.listPullRequestsAssociatedWithCommit(query),
  });
  for await (const pull of listed) if (pull.merged_at) merged.push(pull);
  return merged;
}

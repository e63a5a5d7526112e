import type { Answer } from "@slipway/ports";
import { z } from "zod";
import { account, ask, askAll } from "./ask.ts";
import {
  attemptOn,
  mergedPulls,
  readCommit,
  type HostCommit,
  type HostPull,
} from "./commit-pulls.ts";
import type { Connection } from "./connect.ts";
import { malformed } from "./translate-error.ts";

const reviewAnswer = z.object({
  id: z.int(),
  state: z.enum(["APPROVED", "CHANGES_REQUESTED", "COMMENTED", "DISMISSED", "PENDING"]),
  user: account.nullish(),
  commit_id: z.string().nullish(),
  submitted_at: z.string().nullish(),
});

type Review = z.output<typeof reviewAnswer>;

/**
 * The newest answer of each person on the head of the pull request that brought exactly these bytes to the default
 * branch. A review of an older head, a comment, and a review that was dismissed say nothing.
 * Where a repository is public, everybody may review: whether a person may write is another question.
 * What somebody adds to a merge commit by hand is not seen: that takes a rule that nobody pushes to the default branch.
 * @throws UserError SW3109
 */
export async function reviewsOf(
  connection: Connection,
  commit: string,
): Promise<readonly Answer[]> {
  const found = await readCommit(connection, commit);
  const merged = await mergedPulls(connection, commit);
  const home = merged.length === 0 ? undefined : await readHome(connection, commit);
  const answers: Answer[] = [];
  for (const pull of merged) {
    const isHome = pull.base.repo.id === home?.id && pull.base.ref === home.default_branch;
    if (!isHome || !(await isReviewed(connection, pull, found))) continue;
    const reviews = await reviewsIn(connection, pull, commit);
    answers.push(...newestOnHead(reviews, pull).flatMap((one) => answerOf(one, pull, commit)));
  }
  return answers;
}

function readHome({ octokit, owner, repo }: Connection, commit: string) {
  return ask({
    attempt: attemptOn(commit),
    answer: z.object({ id: z.int(), default_branch: z.string().min(1) }),
    send: () => octokit.rest.repos.get({ owner, repo }),
  });
}

/**
 * Whether the commit holds what was reviewed. GitHub lists a pull request for each commit in it, and for whatever
 * commit made its head part of the base: one below the head is not what was shown to the reviewer, and one that lies
 * on top of the head, or merges another pull request as well, holds more than that.
 */
async function isReviewed(
  { octokit, owner, repo }: Connection,
  { head, merge_commit_sha: mergeCommit }: HostPull,
  { sha, parents }: HostCommit,
): Promise<boolean> {
  if (head.sha === sha) return true;
  if (mergeCommit !== sha) return false;
  if (parents.length > 1) return parents.length === 2 && parents[1]?.sha === head.sha;
  // A squash or the end of a rebase: the head itself is not below it.
  const { status } = await ask({
    attempt: { ...attemptOn(sha), permissions: ["contents: read"] },
    answer: z.object({ status: z.enum(["ahead", "behind", "diverged", "identical"]) }),
    send: () => {
      const basehead = `${head.sha}...${sha}`;
      return octokit.rest.repos.compareCommitsWithBasehead({ owner, repo, basehead, per_page: 1 });
    },
  });
  return status === "diverged";
}

async function reviewsIn(
  connection: Connection,
  pull: HostPull,
  commit: string,
): Promise<readonly Review[]> {
  const { octokit, owner, repo } = connection;
  const query = { owner, repo, pull_number: pull.number, per_page: 100 };
  const send = () => octokit.rest.pulls.listReviews(query);
  const reviews: Review[] = [];
  const listed = askAll(connection, { attempt: attemptOn(commit), answer: reviewAnswer, send });
  for await (const review of listed) reviews.push(review);
  return reviews;
}

function newestOnHead(reviews: readonly Review[], { head }: HostPull): readonly Review[] {
  const newest = new Map<number | undefined, Review>();
  const opinions = reviews.filter(
    ({ state, commit_id }) =>
      commit_id === head.sha && state !== "COMMENTED" && state !== "PENDING",
  );
  for (const review of opinions.toSorted(byTime)) newest.set(review.user?.id, review);
  return [...newest.values()];
}

function byTime(left: Review, right: Review): number {
  const [before, after] = [left.submitted_at ?? "", right.submitted_at ?? ""];
  if (before === after) return left.id - right.id;
  return before < after ? -1 : 1;
}

function answerOf({ state, user }: Review, pull: HostPull, commit: string): Answer[] {
  const source = "pull-request" as const;
  const pullRequest = pull.number;
  if (user && state === "APPROVED")
    return [{ person: user, state: "approved", source, pullRequest }];
  if (state !== "CHANGES_REQUESTED") return [];
  if (user) return [{ person: user, state: "rejected", source, pullRequest }];
  // A deleted account's approval is nobody's; its rejection must not be lost.
  throw malformed(attemptOn(commit), "a review that requests changes has no account");
}

import type { Person } from "@slipway/contracts";
import { z } from "zod";
import { ask, askAll } from "./ask.ts";
import {
  attemptOn,
  commitAnswer,
  mergedPulls,
  readCommit,
  type HostCommit,
  type HostPull,
} from "./commit-pulls.ts";
import type { Connection } from "./connect.ts";

/** GitHub's own name as the committer of what is merged in the browser. */
const webFlow = "web-flow";
const mostListed = 250;
/** Each is a call of the API; of still older commits the authors count, and not who opened their pull requests. */
const mostAsked = 100;

/**
 * Who wrote a change: author and committer of the commit, who opened the merged pull requests behind it (into whatever
 * branch), and who wrote their commits; the same of every commit that came after `since`. GitHub finds the account of a commit by the e-mail in it: an author without an
 * account is not among them, and only the opener of a pull request is proven.
 * @throws UserError SW3109
 */
export async function authorsOf(
  connection: Connection,
  commit: string,
  since?: string,
): Promise<readonly Person[]> {
  const people = new Map<number, Person>();
  const add = (person: Person | null | undefined): void => {
    if (person && person.login !== webFlow) people.set(person.id, person);
  };
  const addCommit = ({ author, committer }: HostCommit): void => {
    add(author);
    add(committer);
  };
  addCommit(await readCommit(connection, commit));
  const others = await commitsAfter(connection, since, commit);
  others.forEach(addCommit);
  const known = new Set<number>();
  for (const each of [commit, ...others.slice(-mostAsked).map(({ sha }) => sha)]) {
    for (const pull of await mergedPulls(connection, each)) {
      if (known.has(pull.number)) continue;
      known.add(pull.number);
      add(pull.user);
      (await commitsOf(connection, pull, each)).forEach(addCommit);
    }
  }
  return [...people.values()];
}

/** What `commit` has and `since` has not; nothing where it goes back. */
async function commitsAfter(
  connection: Connection,
  since: string | undefined,
  commit: string,
): Promise<readonly HostCommit[]> {
  if (since === undefined || since === commit) return [];
  return compared(connection, { base: { sha: since }, head: { sha: commit } }, commit);
}

async function commitsOf(
  connection: Connection,
  pull: HostPull,
  commit: string,
): Promise<readonly HostCommit[]> {
  const { octokit, owner, repo } = connection;
  const attempt = attemptOn(commit);
  const query = { owner, repo, pull_number: pull.number, per_page: 100 };
  const commits: HostCommit[] = [];
  const listed = askAll(connection, {
    attempt,
    answer: commitAnswer,
    send: () => octokit.rest.pulls.listCommits(query),
  });
  for await (const one of listed) commits.push(one);
  // GitHub lists no more than these of a pull request, and does not say so.
  return commits.length < mostListed ? commits : compared(connection, pull, commit);
}

/** All commits between two; of a long pull request those of the base that were merged into it may be among them, which is too strict rather than too lax. */
async function compared(
  { octokit, owner, repo }: Connection,
  {
    base,
    head,
  }: { readonly base: { readonly sha: string }; readonly head: { readonly sha: string } },
  commit: string,
): Promise<readonly HostCommit[]> {
  const basehead = `${base.sha}...${head.sha}`;
  const commits: HostCommit[] = [];
  for (let page = 1; ; page += 1) {
    const query = { owner, repo, basehead, per_page: 100, page };
    const found = await ask({
      attempt: { ...attemptOn(commit), permissions: ["contents: read"] },
      answer: z.object({ total_commits: z.int(), commits: z.array(commitAnswer) }),
      send: () => octokit.rest.repos.compareCommitsWithBasehead(query),
    });
    commits.push(...found.commits);
    if (found.commits.length === 0 || commits.length >= found.total_commits) return commits;
  }
}

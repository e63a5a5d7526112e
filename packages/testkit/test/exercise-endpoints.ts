import { plainClient, refusalOf } from "./clients.ts";
import { exerciseDelivery } from "./exercise-delivery.ts";
import { type Story } from "./story.ts";

/** Calls every endpoint of the fake through the real client, successes and refusals both. */
export async function exerciseEndpoints(story: Story): Promise<void> {
  const permissions = {
    actions: "read",
    checks: "write",
    contents: "write",
    deployments: "write",
    "pull-requests": "write",
    statuses: "write",
  } as const;
  const { github } = story;
  const job = plainClient(github.url, github.token("job", { permissions }).value);
  const person = github.token("person", { kind: "user", login: "mona" });
  await plainClient(github.url, person.value).users.getAuthenticated();
  await job.rateLimit.get();
  await job.repos.get(story.repo);
  await exercisePulls(story, job);
  await exerciseChecks(story, job);
  await exerciseGit(story, job);
  await exerciseRuns(story, job);
  await exerciseDelivery(story, job);
}

type Client = ReturnType<typeof plainClient>;

async function exercisePulls({ github, repo, shas }: Story, client: Client): Promise<void> {
  const pull = { ...repo, pull_number: 1 };
  const issue = { ...repo, issue_number: 1 };
  await client.pulls.list({ ...repo, state: "all", per_page: 1, page: 2 });
  await client.pulls.get(pull);
  await client.pulls.get({ ...repo, pull_number: 2 });
  await client.pulls.listFiles(pull);
  await client.pulls.listCommits({ ...pull, per_page: 100 });
  await client.repos.listPullRequestsAssociatedWithCommit({ ...repo, commit_sha: shas.fork });
  const { data } = await client.issues.createComment({ ...issue, body: "Hello" });
  github.addComment("octo/model", 1, { body: "By hand", author: "mona" });
  const comment = { ...repo, comment_id: data.id };
  await client.issues.listComments({ ...issue, per_page: 100 });
  await client.issues.getComment(comment);
  await client.issues.updateComment({ ...comment, body: "Hello again" });
  await client.issues.deleteComment(comment);
  await refusalOf(client.issues.getComment(comment));
  await refusalOf(client.issues.createComment({ ...issue, body: "x".repeat(65_537) }));
  github.openPull("octo/model", { title: "Done", author: "octo", headRef: "done" });
  const ends = { headSha: shas.change, baseSha: shas.main, mergeCommitSha: shas.change };
  github.closePull("octo/model", 3, ends);
  await client.pulls.get({ ...repo, pull_number: 3 });
  await refusalOf(client.pulls.get({ ...repo, pull_number: 99 }));
}

async function exerciseChecks({ repo, shas }: Story, client: Client): Promise<void> {
  const annotation = {
    path: "data/a.csv",
    start_line: 2,
    end_line: 2,
    annotation_level: "warning",
    title: "Range",
    message: "3 is large",
  } as const;
  const output = { title: "Data", summary: "1 of 2", annotations: [annotation] };
  const { data } = await client.checks.create({ ...repo, name: "slipway", head_sha: shas.change });
  const target = { ...repo, check_run_id: data.id };
  await client.checks.update({ ...target, conclusion: "failure", output });
  await client.checks.get(target);
  await client.checks.listAnnotations(target);
  await client.checks.listForRef({ ...repo, ref: shas.change, filter: "all" });
  const status = { ...repo, sha: shas.change, context: "slipway" };
  await client.repos.createCommitStatus({ ...status, state: "pending" });
  await client.repos.createCommitStatus({
    ...status,
    state: "success",
    description: "Passed",
    target_url: "https://example.com/report",
  });
  await client.repos.createCommitStatus({ ...status, context: "bare", state: "success" });
  const long = { ...status, state: "success", description: "x".repeat(141) } as const;
  await refusalOf(client.repos.createCommitStatus(long));
  await client.repos.getCombinedStatusForRef({ ...repo, ref: shas.change });
  await client.repos.listCommitStatusesForRef({ ...repo, ref: shas.change });
}

async function exerciseGit({ repo, shas }: Story, client: Client): Promise<void> {
  await client.repos.getContent({ ...repo, path: "" });
  await client.repos.getContent({ ...repo, path: "data" });
  await client.repos.getContent({ ...repo, path: "data/a.csv", ref: "refs/heads/change" });
  await refusalOf(client.repos.getContent({ ...repo, path: "none" }));
  await client.git.getRef({ ...repo, ref: "heads/change" });
  await client.git.listMatchingRefs({ ...repo, ref: "heads/" });
  await client.git.getCommit({ ...repo, commit_sha: shas.change });
  await client.repos.getCommit({ ...repo, ref: "change" });
  await client.repos.compareCommitsWithBasehead({ ...repo, basehead: "main...change" });
  await client.repos.compareCommitsWithBasehead({ ...repo, basehead: "change...mona:fix" });
}

async function exerciseRuns({ github, repo, shas }: Story, client: Client): Promise<void> {
  const own = github.addRun("octo/model", {
    headSha: shas.change,
    headBranch: "change",
    event: "pull_request",
    status: "in_progress",
    pulls: [1],
  });
  const run = github.addRun("octo/model", {
    headSha: shas.fork,
    headBranch: "fix",
    event: "pull_request",
    headRepository: "mona/model",
    actor: "mona",
  });
  const artifact = github.addArtifact("octo/model", run.id, {
    name: "evidence",
    bytes: Buffer.from("zip"),
  });
  await client.actions.listWorkflowRunsForRepo({ ...repo, head_sha: shas.fork });
  await client.actions.getWorkflowRun({ ...repo, run_id: own.id });
  await client.actions.getWorkflowRun({ ...repo, run_id: run.id });
  await client.actions.listWorkflowRunArtifacts({ ...repo, run_id: run.id, name: "evidence" });
  await client.actions.listArtifactsForRepo(repo);
  const target = { ...repo, artifact_id: artifact.id };
  await client.actions.getArtifact(target);
  await client.actions.downloadArtifact({ ...target, archive_format: "zip" });
}

import { plainClient, refusalOf } from "./clients.ts";
import { type Story } from "./story.ts";

type Client = ReturnType<typeof plainClient>;

/** Calls every endpoint on the way to production: environments, approvals, deployments, reviews, teams. */
export async function exerciseDelivery(story: Story, job: Client): Promise<void> {
  const { github } = story;
  github.addTeam({ org: "octo", slug: "risk", members: ["ana"], maintainers: ["lin"] });
  const person = github.token("reviewer", { kind: "user", login: "mona" });
  const reviewer = plainClient(github.url, person.value);
  await exerciseApprovals(story, job, reviewer);
  await exerciseDeployments(story, job);
  await exerciseReviews(story, job);
  await exerciseHistory(story, job);
  const team = { org: "octo", team_slug: "risk" };
  await reviewer.teams.listMembersInOrg(team);
  await reviewer.teams.getMembershipForUserInOrg({ ...team, username: "ana" });
  await refusalOf(reviewer.teams.getMembershipForUserInOrg({ ...team, username: "mona" }));
  await refusalOf(job.teams.listMembersInOrg(team));
}

async function exerciseApprovals(story: Story, job: Client, reviewer: Client): Promise<void> {
  const { github, repo, shas } = story;
  github.protectEnvironment("octo/model", "production", {
    reviewers: [
      { type: "User", login: "mona" },
      { type: "Team", org: "octo", slug: "risk" },
    ],
    preventSelfReview: true,
    waitMinutes: 1,
    branches: ["main", "release/*"],
    adminsBypass: false,
  });
  const run = github.addRun("octo/model", {
    headSha: shas.main,
    headBranch: "main",
    event: "push",
    status: "in_progress",
    actor: "hubot",
  });
  const target = { ...repo, run_id: run.id };
  github.enterEnvironment("octo/model", run.id, { environment: "staging" });
  github.enterEnvironment("octo/model", run.id, { environment: "production" });
  await job.repos.getAllEnvironments(repo);
  const { data } = await job.repos.getEnvironment({ ...repo, environment_name: "production" });
  await job.actions.getPendingDeploymentsForRun(target);
  const review = {
    ...target,
    environment_ids: [data.id],
    state: "approved" as const,
    comment: "Looks good",
  };
  await refusalOf(job.actions.reviewPendingDeploymentsForRun(review));
  await reviewer.actions.reviewPendingDeploymentsForRun(review);
  await reviewer.actions.getPendingDeploymentsForRun(target);
  await job.actions.getReviewsForRun(target);
  github.rerun("octo/model", run.id, "lin");
  await job.actions.getWorkflowRun(target);
}

async function exerciseDeployments({ repo, shas }: Story, job: Client): Promise<void> {
  const { data } = await job.repos.createDeployment({
    ...repo,
    ref: shas.main,
    environment: "production",
    required_contexts: [],
    payload: { slipway: { entry: 1 } },
  });
  if (!("id" in data)) throw new Error("was merged");
  const target = { ...repo, deployment_id: data.id };
  const status = await job.repos.createDeploymentStatus({
    ...target,
    state: "success",
    log_url: "https://example.com/log",
    environment_url: "https://example.com/model",
  });
  await job.repos.createDeploymentStatus({ ...target, state: "inactive" });
  const text = { ...repo, ref: shas.main, required_contexts: [], payload: '{"slipway":1}' };
  await job.repos.createDeployment({ ...text, environment: "staging" });
  await job.repos.listDeployments(repo);
  await job.repos.getDeployment(target);
  await job.repos.listDeploymentStatuses(target);
  await job.repos.getDeploymentStatus({ ...target, status_id: status.data.id });
  await refusalOf(job.repos.createDeployment({ ...repo, ref: "none" }));
  await refusalOf(job.repos.createDeployment({ ...repo, ref: shas.main }));
}

async function exerciseReviews({ github, repo }: Story, job: Client): Promise<void> {
  await github.addReview("octo/model", 1, { author: "mona", state: "APPROVED", body: "Good" });
  await job.pulls.listReviews({ ...repo, pull_number: 1 });
  github.setAccess("octo/model", "mona", "read");
  await job.repos.getCollaboratorPermissionLevel({ ...repo, username: "mona" });
  await refusalOf(job.repos.getCollaboratorPermissionLevel({ ...repo, username: "nobody" }));
  github.linkEmail("hubot", "fixture@example.com");
  await job.repos.getCommit({ ...repo, ref: "main" });
}

async function exerciseHistory({ repo, shas }: Story, job: Client): Promise<void> {
  const oid = await commitBySelf(job, shas.main);
  await job.git.getCommit({ ...repo, commit_sha: oid });
  await job.repos.getCommit({ ...repo, ref: oid });
  const tag = { ...repo, tag: "model@v1.0.0", message: "Register", object: shas.main };
  const { data } = await job.git.createTag({ ...tag, type: "commit" });
  await job.git.getTag({ ...repo, tag_sha: data.sha });
  const ref = { ...repo, ref: "refs/tags/model@v1.0.0", sha: data.sha };
  await job.git.createRef(ref);
  await refusalOf(job.git.createRef(ref));
  await job.git.createRef({ ...repo, ref: "refs/heads/slipway", sha: shas.main });
  await job.git.listMatchingRefs({ ...repo, ref: "tags/model@" });
  await job.repos.listActivities({ ...repo, ref: "refs/heads/slipway", per_page: 1 });
}

async function commitBySelf(job: Client, expectedHeadOid: string): Promise<string> {
  const query = `mutation($input: CreateCommitOnBranchInput!) {
    createCommitOnBranch(input: $input) { commit { oid } }
  }`;
  const branch = { repositoryNameWithOwner: "octo/model", branchName: "main" };
  const input = { branch, expectedHeadOid, message: { headline: "Record" } };
  const answer: { createCommitOnBranch: { commit: { oid: string } } } = await job.graphql(query, {
    input,
  });
  return answer.createCommitOnBranch.commit.oid;
}

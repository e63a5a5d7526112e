import { expect, test } from "vitest";
import { createScene, refusalOf, type Place } from "./scene.ts";

const scene = await createScene();
const { github, githubPeople } = scene;

function aRun({ fullName, main }: Place, actor = "ann") {
  const init = { headSha: main, headBranch: "main", event: "workflow_dispatch", actor };
  return github.addRun(fullName, init);
}

async function answer(
  place: Place,
  {
    run,
    environment,
    state,
    login,
  }: { run: number; environment: number; state: "approved" | "rejected"; login: string },
): Promise<void> {
  const { octokit, owner, repo } = place.person(login);
  await octokit.rest.actions.reviewPendingDeploymentsForRun({
    owner,
    repo,
    run_id: run,
    environment_ids: [environment],
    state,
    comment: "looked at it",
  });
}

const user = (login: string) => ({ type: "User" as const, login });
const person = (login: string) => ({ login, id: github.state.users.get(login)?.id });

test("a run tells its event, its attempt, who started it and who started it again", async () => {
  const place = await scene.repository();
  const run = aRun(place, "ann");
  github.rerun(place.fullName, run.id, "bob");

  expect(await githubPeople(place.job()).run(run.id)).toEqual({
    event: "workflow_dispatch",
    attempt: 2,
    actor: person("ann"),
    triggeringActor: person("bob"),
  });
});

test("a run that cannot be read is an error with the permission to add", async () => {
  const place = await scene.repository();
  const run = aRun(place);

  expect(await refusalOf(githubPeople(place.job({ contents: "write" })).run(run.id))).toEqual({
    code: "SW3108",
    add: ["actions: read"],
  });
  expect(await refusalOf(githubPeople(place.job()).run(999_999))).toEqual({
    code: "SW3108",
    add: ["actions: read"],
  });
});

test("the rules of an environment are told as GitHub has them", async () => {
  const place = await scene.repository();
  github.addTeam({ org: "octo", slug: "approvers", members: ["cat"] });
  github.protectEnvironment(place.fullName, "Production", {
    reviewers: [user("bob"), { type: "Team", org: "octo", slug: "approvers" }],
    preventSelfReview: true,
    waitMinutes: 30,
    branches: "protected",
    adminsBypass: false,
  });
  github.protectEnvironment(place.fullName, "staging");
  const people = githubPeople(place.job());

  expect(await people.environment("production")).toEqual({
    exists: true,
    reviewers: [person("bob"), { team: "approvers" }],
    preventSelfReview: true,
    waitMinutes: 30,
    adminsBypass: false,
    branchPolicy: true,
  });
  expect(await people.environment("staging")).toEqual({
    exists: true,
    reviewers: [],
    preventSelfReview: false,
    waitMinutes: 0,
    branchPolicy: false,
  });
});

test("an environment does not exist only where the repository can be read", async () => {
  const place = await scene.repository({ isPrivate: true });
  const stranger = github.token("stranger", {
    repository: "octo/other",
    permissions: { actions: "read" },
  });
  const blind = scene.connect({
    token: stranger.value,
    repository: place.fullName,
    tell: () => undefined,
    secondMs: 1,
  });

  expect(await githubPeople(place.job()).environment("production")).toEqual({
    exists: false,
    reviewers: [],
    preventSelfReview: false,
    waitMinutes: 0,
    branchPolicy: false,
  });
  await expect(githubPeople(blind).environment("production")).rejects.toMatchObject({
    code: "SW3108",
  });
});

test("an environment whose rules may not be read is no environment without rules", async () => {
  const place = await scene.repository();
  github.protectEnvironment(place.fullName, "production", { reviewers: [user("bob")] });

  expect(
    await refusalOf(githubPeople(place.job({ contents: "write" })).environment("production")),
  ).toEqual({ code: "SW3108", add: ["actions: read"] });
});

test("an approval counts for its environment, whatever the case of the name, and for no other", async () => {
  const place = await scene.repository();
  const run = aRun(place);
  const production = github.protectEnvironment(place.fullName, "Production", {
    reviewers: [user("bob")],
  });
  const staging = github.protectEnvironment(place.fullName, "staging", {
    reviewers: [user("cat")],
  });
  for (const environment of ["Production", "staging"])
    github.enterEnvironment(place.fullName, run.id, { environment });
  await answer(place, { run: run.id, environment: production.id, state: "approved", login: "bob" });
  await answer(place, { run: run.id, environment: staging.id, state: "approved", login: "cat" });
  const people = githubPeople(place.job());

  expect(await people.environmentApprovals(run.id, "production")).toEqual([
    { person: person("bob"), state: "approved", source: "environment", runId: run.id },
  ]);
  expect(await people.environmentApprovals(run.id, "prod")).toEqual([]);
});

test("a rejection is told, and one of an earlier attempt as well", async () => {
  const place = await scene.repository();
  const run = aRun(place);
  const { id } = github.protectEnvironment(place.fullName, "production", {
    reviewers: [user("bob"), user("cat")],
  });
  github.enterEnvironment(place.fullName, run.id, { environment: "production" });
  await answer(place, { run: run.id, environment: id, state: "rejected", login: "bob" });
  github.rerun(place.fullName, run.id);
  github.enterEnvironment(place.fullName, run.id, { environment: "production" });
  await answer(place, { run: run.id, environment: id, state: "approved", login: "cat" });

  const answers = await githubPeople(place.job()).environmentApprovals(run.id, "production");

  expect(answers.map(({ person: { login }, state }) => [login, state]).toSorted()).toEqual([
    ["bob", "rejected"],
    ["cat", "approved"],
  ]);
});

test("who bypassed an environment is no approver, and a run that nobody answered has none", async () => {
  const place = await scene.repository();
  const run = aRun(place);
  github.protectEnvironment(place.fullName, "production", { reviewers: [user("bob")] });
  const gate = github.enterEnvironment(place.fullName, run.id, { environment: "production" });
  github.bypassEnvironment(place.fullName, gate.id);

  expect(await githubPeople(place.job()).environmentApprovals(run.id, "production")).toEqual([]);
});

test("approvals that may not be read, or that cannot be understood, are never nobody's", async () => {
  const place = await scene.repository();
  const run = aRun(place);
  const path = /\/approvals$/;
  const ask = (permissions?: Parameters<Place["job"]>[0]) =>
    githubPeople(place.job(permissions)).environmentApprovals(run.id, "production");

  expect(await refusalOf(ask({ contents: "write" }))).toEqual({
    code: "SW3108",
    add: ["actions: read"],
  });
  github.faults.plan({ path, fault: { kind: "status", status: 404, message: "Not Found" } });
  expect(await refusalOf(ask())).toEqual({ code: "SW3108", add: ["actions: read"] });
  github.faults.plan({ path, fault: { kind: "status", status: 200, message: "hello" } });
  await expect(ask()).rejects.toMatchObject({ code: "SW3108" });
  github.faults.plan({ path, fault: { kind: "status", status: 204 } });
  await expect(ask()).rejects.toMatchObject({ code: "SW3108" });
});

test("who reviews in public need not be one who may write, and it is told apart", async () => {
  const place = await scene.repository();
  for (const access of ["admin", "write", "read", "none"] as const)
    github.setAccess(place.fullName, `person-${access}`, access);
  const people = githubPeople(place.job({ contents: "read" }));

  expect([
    await people.mayWrite("person-admin"),
    await people.mayWrite("person-write"),
    await people.mayWrite("person-read"),
    await people.mayWrite("person-none"),
  ]).toEqual([true, true, false, false]);
  await expect(people.mayWrite("nobody-at-all")).rejects.toMatchObject({ code: "SW3109" });
  github.faults.plan({ path: /\/permission$/, fault: { kind: "status", status: 403 } });
  await expect(people.mayWrite("person-admin")).rejects.toMatchObject({ code: "SW3109" });
});

test("a member of a team is one who accepted; who was invited, and who is not there, is none", async () => {
  const place = await scene.repository();
  github.addTeam({
    org: "octo",
    slug: "approvers",
    members: ["ann"],
    maintainers: ["bob"],
    pending: ["cat"],
  });
  const people = githubPeople(place.person("admin"));
  const isMember = (login: string) => people.isTeamMember("octo/approvers", login);

  expect([
    await isMember("ann"),
    await isMember("bob"),
    await isMember("cat"),
    await isMember("mallory"),
  ]).toEqual([true, true, false, false]);
});

test("a workflow's own token cannot ask for teams, and is told what can", async () => {
  const place = await scene.repository();
  github.addTeam({ org: "octo", slug: "approvers", members: ["ann"] });
  const people = githubPeople(place.job({ contents: "write", members: "read" }));

  await expect(people.isTeamMember("octo/approvers", "ann")).rejects.toMatchObject({
    code: "SW3110",
  });
});

test("a team that is not there is an error, not one without members", async () => {
  const place = await scene.repository();
  const people = githubPeople(place.person("admin"));

  await expect(people.isTeamMember("octo/nobody", "ann")).rejects.toMatchObject({ code: "SW3110" });
  await expect(people.isTeamMember("approvers", "ann")).rejects.toMatchObject({ code: "SW1202" });
});

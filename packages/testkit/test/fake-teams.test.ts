import { afterEach, beforeEach, expect, test } from "vitest";

import { createFakeGitHub, type FakeGitHub } from "../src/index.ts";
import { plainClient, refusalOf } from "./clients.ts";

let github: FakeGitHub;
const team = { org: "octo", team_slug: "risk" };

beforeEach(async () => {
  github = await createFakeGitHub();
  github.addTeam({
    org: "octo",
    slug: "risk",
    members: ["ana"],
    maintainers: ["lin"],
    pending: ["mona"],
  });
});

afterEach(() => github.close());

function person(): ReturnType<typeof plainClient> {
  return plainClient(github.url, github.token("person", { kind: "user", login: "hubot" }).value);
}

test("who is invited has a pending membership and is not among the members", async () => {
  const client = person();

  const members = await client.teams.listMembersInOrg(team);
  const states = await Promise.all(
    ["ana", "lin", "mona"].map(async (username) => {
      const { data } = await client.teams.getMembershipForUserInOrg({ ...team, username });
      return [username, data.state, data.role];
    }),
  );

  expect(members.data.map((one) => one.login)).toEqual(["ana", "lin"]);
  expect(states).toEqual([
    ["ana", "active", "member"],
    ["lin", "active", "maintainer"],
    ["mona", "pending", "member"],
  ]);
});

test("who does not belong to a team, and a team that does not exist, are a 404", async () => {
  const client = person();
  const stranger = { ...team, username: "hubot" };

  const member = await refusalOf(client.teams.getMembershipForUserInOrg(stranger));
  const other = await refusalOf(client.teams.listMembersInOrg({ ...team, team_slug: "none" }));

  expect([member.status, other.status]).toEqual([404, 404]);
});

test("a workflow's own token cannot ask for teams, whatever permissions it names", async () => {
  const token = github.token("job", { permissions: { members: "read", contents: "write" } });
  const client = plainClient(github.url, token.value);

  const list = await refusalOf(client.teams.listMembersInOrg(team));
  const one = await refusalOf(client.teams.getMembershipForUserInOrg({ ...team, username: "ana" }));

  expect([list.status, one.status]).toEqual([403, 403]);
  expect(one.message).toContain("Resource not accessible by integration");
});

test("who left the team is no member any more", async () => {
  const client = person();
  github.addTeam({ org: "octo", slug: "risk", members: ["lin"] });

  const left = await refusalOf(
    client.teams.getMembershipForUserInOrg({ ...team, username: "ana" }),
  );

  expect(left.status).toBe(404);
});

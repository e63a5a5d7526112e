import { UserError } from "@slipway/kernel";
import { expect, test } from "vitest";
import {
  gitBaseRevision,
  gitDefaultBranch,
  gitRegistryTags,
  gitSlipwayBranch,
} from "../src/index.ts";
import { aClone, adding, aRepository, codeOf, commitFile, errorOf, git } from "./a-remote.ts";
import { anHttpRemote, type Judge } from "./an-http-remote.ts";

async function aRepositoryOverHttp(judge?: Judge) {
  const { remote, work } = aRepository();
  const server = await anHttpRemote(remote, judge);
  git(work, "remote", "set-url", "origin", server.url);
  return { remote, work, ...server };
}

const aTag = { name: "m#prod#1", message: "Assign", time: 1_767_225_600 };

test("branch, tags and default branch work over HTTP", async () => {
  const { remote, work } = await aRepositoryOverHttp();
  const commit = git(remote, "rev-parse", "main");

  const stored = await gitSlipwayBranch({ folder: work }).update(() =>
    Promise.resolve(adding({ a: "1" })),
  );
  const tags = gitRegistryTags({ folder: work });
  const made = await tags.create({ ...aTag, commit });
  const main = await gitDefaultBranch({ folder: work });

  expect(stored).toMatchObject({ changed: true, attempts: 1 });
  expect(made).toBe("created");
  expect(await tags.list()).toMatchObject([{ name: "m#prod#1", targetId: commit }]);
  expect(main).toMatchObject({ ref: "main", commit });
  expect(await main.readText("slipway.yaml")).toBe("version: 1\n");
});

test("few files of many come in one request for their contents", async () => {
  const { work, requests } = await aRepositoryOverHttp();
  const files = Array.from({ length: 40 }, (_, index): [string, string] => [
    `f/${index}`,
    `content ${index}`,
  ]);
  await gitSlipwayBranch({ folder: work }).update(() =>
    Promise.resolve(adding(Object.fromEntries(files))),
  );
  const view = await gitSlipwayBranch({ folder: work }).view();
  const before = requests.length;

  const read = await view.readFiles(["f/1", "f/2", "f/3", "f/4", "f/5"]);

  expect(read.size).toBe(5);
  expect(
    requests.slice(before).filter(({ path }) => path.endsWith("/git-upload-pack")),
  ).toHaveLength(1);
  expect(await view.list("f")).toHaveLength(40);
});

test("credentials that checkout left are sent once, in the user's clone too", async () => {
  const { remote, work } = aRepository();
  const commit = commitFile(aClone(remote), "slipway.yaml", "version: 1 # newer\n");
  const { url, requests } = await anHttpRemote(remote);
  git(work, "remote", "set-url", "origin", url);
  const key = `http.${new URL(url).origin}/.extraheader`;
  git(work, "config", key, "AUTHORIZATION: basic Y2hlY2tvdXQ6c2VjcmV0");
  git(work, "config", "--add", key, "X-Other: 1");

  await gitSlipwayBranch({ folder: work }).update(() => Promise.resolve(adding({ a: "1" })));
  await codeOf(gitBaseRevision({ folder: work, ref: "main", commit }).readText("slipway.yaml"));

  expect(requests.length).toBeGreaterThan(5);
  expect(new Set(requests.map(({ authorization }) => authorization.join("|")))).toEqual(
    new Set(["basic Y2hlY2tvdXQ6c2VjcmV0"]),
  );
});

test("a connection that breaks after the push was applied is a success, once", async () => {
  let breaks = 1;
  const { remote, work } = await aRepositoryOverHttp(({ path }) =>
    path.endsWith("/git-receive-pack") && breaks-- > 0 ? "apply-and-break" : "serve",
  );
  let plans = 0;

  const stored = await gitSlipwayBranch({ folder: work }).update(() => {
    plans += 1;
    return Promise.resolve(adding({ [`entries/${plans}`]: "1" }));
  });

  expect(stored).toMatchObject({ changed: true, attempts: 1 });
  expect(git(remote, "rev-parse", "slipway")).toBe(stored.commit);
  expect(plans).toBe(1);
});

test("a tag that was made before the connection broke counts as made", async () => {
  let breaks = 1;
  const { remote, work } = await aRepositoryOverHttp(({ path }) =>
    path.endsWith("/git-receive-pack") && breaks-- > 0 ? "apply-and-break" : "serve",
  );
  const commit = git(remote, "rev-parse", "main");

  const made = await gitRegistryTags({ folder: work }).create({ ...aTag, commit });

  expect(made).toBe("created");
  expect(git(remote, "tag")).toBe("m#prod#1");
});

test("a server that fails for a moment is asked again", async () => {
  let failures = 2;
  const { work } = await aRepositoryOverHttp(({ path }) =>
    path.endsWith("/git-receive-pack") && failures-- > 0 ? 503 : "serve",
  );

  const stored = await gitSlipwayBranch({ folder: work }).update(() =>
    Promise.resolve(adding({ a: "1" })),
  );

  expect(stored).toMatchObject({ changed: true, attempts: 3 });
});

test("a token that may only read is told which lines to add", async () => {
  const { remote, work } = await aRepositoryOverHttp(({ path }) =>
    path.includes("git-receive-pack") ? 403 : "serve",
  );
  const commit = git(remote, "rev-parse", "main");

  const stored = await errorOf(
    gitSlipwayBranch({ folder: work }).update(() => Promise.resolve(adding({ a: "1" }))),
  );
  const tagged = await errorOf(gitRegistryTags({ folder: work }).create({ ...aTag, commit }));

  expect([stored?.code, tagged?.code]).toEqual(["SW3202", "SW3205"]);
  expect(stored?.remedy).toContain("contents: write");
  expect(tagged?.remedy).toContain("contents: write");
});

test.each([401, 403, 404, 500])("a remote that answers %i cannot be read", async (status) => {
  const { work } = await aRepositoryOverHttp(() => status);

  const view = gitSlipwayBranch({ folder: work }).view();
  const told = await view.catch((error: unknown) =>
    error instanceof UserError ? `${error.code}: ${error.remedy}` : error,
  );
  expect(told).toMatch(/^SW3201: .*`contents: read` \(`contents: write` for register-model, /);
  expect(await codeOf(gitRegistryTags({ folder: work }).list())).toBe("SW3201");
  expect(await codeOf(gitDefaultBranch({ folder: work }))).toBe("SW3201");
});

test("a network that goes away between reading and pushing is told", async () => {
  const { work, close } = await aRepositoryOverHttp();

  const code = await codeOf(
    gitSlipwayBranch({ folder: work, pause: () => Promise.resolve() }).update(async () => {
      await close();
      return adding({ a: "1" });
    }),
  );

  expect(code).toBe("SW3201");
});

test("an old commit of a history that is not here can be tagged, without sending its files", async () => {
  const { remote, work } = aRepository();
  const old = git(work, "rev-parse", "HEAD");
  for (const text of ["2", "3", "4"]) commitFile(work, "slipway.yaml", text);
  git(work, "push", "--quiet", "origin", "main");
  const server = await anHttpRemote(remote);
  git(work, "remote", "set-url", "origin", server.url);

  const made = await gitRegistryTags({ folder: work }).create({ ...aTag, commit: old });

  expect(made).toBe("created");
  expect(git(remote, "rev-parse", "refs/tags/m#prod#1^{commit}")).toBe(old);
  expect(git(remote, "fsck", "--full")).toBe("");
});

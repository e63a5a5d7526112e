import {
  createFakeGitHub,
  createGitFixture,
  type FakeGitHub,
  type GitFixture,
} from "../src/index.ts";

/** A repository on GitHub with a pull request of its own (1) and one of a fork (2). */
export type Story = {
  readonly github: FakeGitHub;
  readonly git: GitFixture;
  readonly repo: { readonly owner: string; readonly repo: string };
  readonly shas: { readonly main: string; readonly change: string; readonly fork: string };
  close(): Promise<void>;
};

/** Makes the repository, its git objects and both pull requests; nobody has commented yet. */
export async function createStory(): Promise<Story> {
  const git = await createGitFixture();
  const main = await git.commit({
    message: "Start",
    files: { "slipway.yaml": "version: 1\n", "data/a.csv": "x\n1\n", "data/b.csv": "x\n2\n" },
  });
  await git.push();
  await git.branch("change");
  const change = await git.commit({
    message: "Change the data",
    files: { "data/a.csv": "x\n1\n3\n", "data/b.csv": null, "data/c.csv": "origin,delay\n" },
  });
  await git.push();
  await git.mergeCommit({ number: 1, head: "change" });
  const forkDirectory = await git.fork("fork");
  await git.branch("fix", "main");
  const fork = await git.commit({ message: "Fix", files: { "data/a.csv": "x\n9\n" } });
  await git.git("push", "-q", forkDirectory, "fix");
  await git.mergeCommit({ number: 2, head: "fix" });
  await git.checkout("main");

  const github = await createFakeGitHub();
  github.addRepository({ fullName: "octo/model", gitDirectory: git.remote });
  github.addRepository({
    fullName: "mona/model",
    gitDirectory: forkDirectory,
    forkOf: "octo/model",
  });
  github.openPull("octo/model", { title: "Change", author: "hubot", headRef: "change" });
  github.openPull("octo/model", {
    title: "Fix",
    author: "mona",
    headRef: "fix",
    headRepository: "mona/model",
  });
  return {
    github,
    git,
    repo: { owner: "octo", repo: "model" },
    shas: { main, change, fork },
    close: async () => {
      await github.close();
      await git.remove();
    },
  };
}

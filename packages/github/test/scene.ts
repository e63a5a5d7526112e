import { UserError } from "@slipway/kernel";
import {
  createFakeGitHub,
  createGitFixture,
  type FakeGitHub,
  type GitFixture,
  type Permissions,
} from "@slipway/testkit";
import { afterAll, vi } from "vitest";
import type * as adapters from "../src/index.ts";

type Adapters = typeof adapters;

/** A fake GitHub for the tests of one file, and the adapters that speak to it. */
export type Scene = Adapters & {
  readonly github: FakeGitHub;
  repository(options?: { readonly isPrivate?: boolean }): Promise<Place>;
};

/** A repository of its own, with a first commit on `main`. */
export type Place = {
  readonly fullName: string;
  readonly git: GitFixture;
  readonly main: string;
  /** A job's connection; without `permissions` it may do everything that the adapters need. */
  job(permissions?: Permissions): adapters.Connection;
  /** A person's connection. */
  person(login: string): adapters.Connection;
};

const everything: Permissions = {
  actions: "read",
  contents: "write",
  deployments: "write",
  "pull-requests": "read",
};

export async function createScene(): Promise<Scene> {
  const github = await createFakeGitHub();
  // The adapter fixes the address of the API when it is loaded.
  vi.stubEnv("GITHUB_API_URL", github.url);
  const found: Adapters = await import("../src/index.ts");
  const fixtures: GitFixture[] = [];
  afterAll(async () => {
    vi.unstubAllEnvs();
    await github.close();
    for (const git of fixtures) await git.remove();
  });
  const connectTo = (fullName: string, token: string): adapters.Connection =>
    found.connect({ token, repository: fullName, tell: () => undefined, secondMs: 1 });
  return {
    ...found,
    github,
    repository: async (options = {}) => {
      const git = await createGitFixture();
      fixtures.push(git);
      const fullName = `octo/model-${fixtures.length}`;
      github.addRepository({ fullName, gitDirectory: git.remote, ...options });
      const main = await git.commit({ message: "Start", files: { "model.txt": "1\n" } });
      await git.push();
      return {
        fullName,
        git,
        main,
        job: (permissions = everything) => {
          const name = `job of ${fullName} ${JSON.stringify(permissions)}`;
          return connectTo(fullName, github.token(name, { permissions }).value);
        },
        person: (login) => connectTo(fullName, github.token(login, { kind: "user" }).value),
      };
    },
  };
}

/** A pull request's branch with these commits (files each), pushed; gives its head. */
export async function aBranch(
  { git }: Place,
  name: string,
  ...commits: readonly Readonly<Record<string, string>>[]
): Promise<string> {
  await git.branch(name);
  let head = "";
  for (const files of commits) head = await git.commit({ message: `Work on ${name}`, files });
  await git.push();
  return head;
}

/** The code of a refusal, and the lines that its remedy gives for `permissions:`; fails where nothing was refused. */
export async function refusalOf(
  asked: Promise<unknown>,
): Promise<{ readonly code: unknown; readonly add: readonly string[] }> {
  const error = await asked.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UserError)) throw new Error("was not refused", { cause: error });
  const [, lines = ""] = error.remedy.split("    permissions:\n");
  return { code: error.code, add: lines.split("\n").flatMap((line) => line.trim() || []) };
}

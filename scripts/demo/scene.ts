import { cp } from "node:fs/promises";
import { join } from "node:path";
import type { Chapter } from "./chapters.ts";
import { runGit, type FakeGitHub, type GitFixture } from "@slipway/testkit";
import type { Site } from "./job.ts";
import type { Keys } from "./keys.ts";
import type { TrainedModel } from "./models.ts";
import type { Steps } from "./steps.ts";

/** The repository of the story on the fake GitHub, and a contributor's fork of it. */
export const repository = "acme/flight-delays";
export const fork = "contributor/flight-delays";

/** Everything that the chapters of the story share. */
export type Story = {
  readonly github: FakeGitHub;
  readonly git: GitFixture;
  readonly steps: Steps;
  readonly site: Site;
  /** Where everything is that the user may look at. */
  readonly folder: string;
  /** Keeps the report of a step where the user will look. */
  readonly keepReport: (path: string, id: string) => Promise<void>;
  readonly models: Readonly<Record<"baseline" | "better" | "worse", TrainedModel>>;
  readonly tokens: {
    readonly write: string;
    readonly contents: string;
    readonly deliver: string;
    readonly fork: string;
  };
  readonly keys: Keys;
  /** What was registered, for whoever looks at the models afterwards. */
  readonly registered: RegisteredModel[];
  /** What was shown on the way, told by {@link openChapter} and {@link tell}. */
  readonly chapters: Chapter[];
};

/** A registered model: its folder, signature and proof, kept outside the jobs. */
export type RegisteredModel = {
  readonly version: string;
  readonly digest: string;
  readonly path: string;
  readonly signature: string;
  readonly proof: string;
};

/** Sets the scene: the repository on the fake GitHub, and what its tokens may do. */
export function openStory(
  parts: Pick<Story, "github" | "git" | "steps" | "models" | "keepReport" | "keys"> & {
    readonly folder: string;
  },
): Story {
  const { github, git, folder } = parts;
  github.addRepository({ fullName: repository, gitDirectory: git.remote });
  const reviewers = ["mara", "jo", "li"].map((login) => ({ type: "User" as const, login }));
  for (const login of ["ada", "mara", "jo", "li"]) github.linkEmail(login, `${login}@example.com`);
  github.protectEnvironment(repository, "production", {
    reviewers,
    preventSelfReview: true,
    branches: ["main"],
  });
  const token = (name: string, permissions: Record<string, "read" | "write">) =>
    github.token(name, { permissions }).value;
  return {
    ...parts,
    registered: [],
    chapters: [],
    site: { github, repository, remote: git.remote, folder: join(folder, "jobs") },
    tokens: {
      write: token("pull-request", { contents: "read", "pull-requests": "write", actions: "read" }),
      contents: token("main", { contents: "write" }),
      deliver: token("deliver", {
        contents: "write",
        deployments: "write",
        actions: "read",
        "pull-requests": "read",
      }),
      fork: github.token("fork", { kind: "fork" }).value,
    },
  };
}

/** Puts a model into the story's work tree, in place of the one before. */
export async function useModel(git: GitFixture, model: TrainedModel): Promise<void> {
  await runGit({ directory: git.work, args: ["rm", "-rq", "--ignore-unmatch", "model"] });
  await cp(model.folder, join(git.work, "model"), { recursive: true });
}

import { cp } from "node:fs/promises";
import { join } from "node:path";
import { runGit, type FakeGitHub, type GitFixture } from "@slipway/testkit";
import type { Site } from "./job.ts";
import type { TrainedModel } from "./models.ts";
import type { Snapshot } from "./page.ts";
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
  /** Every comment as it stood after each push. */
  readonly history: Snapshot[];
  /** Keeps the report of a step where the user will look. */
  readonly keepReport: (path: string, id: string) => Promise<void>;
  readonly models: Readonly<Record<"baseline" | "better" | "worse", TrainedModel>>;
  readonly tokens: { readonly write: string; readonly contents: string; readonly fork: string };
};

/** Sets the scene: the repository on the fake GitHub, and what its tokens may do. */
export function openStory(
  parts: Pick<Story, "github" | "git" | "steps" | "models" | "keepReport"> & {
    readonly folder: string;
  },
): Story {
  const { github, git, folder } = parts;
  github.addRepository({ fullName: repository, gitDirectory: git.remote });
  const token = (name: string, permissions: Record<string, "read" | "write">) =>
    github.token(name, { permissions }).value;
  return {
    ...parts,
    history: [],
    site: { github, repository, remote: git.remote, folder: join(folder, "jobs") },
    tokens: {
      write: token("pull-request", { contents: "read", "pull-requests": "write", actions: "read" }),
      contents: token("main", { contents: "write" }),
      fork: github.token("fork", { kind: "fork" }).value,
    },
  };
}

/** Puts a model into the story's work tree, in place of the one before. */
export async function useModel(git: GitFixture, model: TrainedModel): Promise<void> {
  await runGit({ directory: git.work, args: ["rm", "-rq", "--ignore-unmatch", "model"] });
  await cp(model.folder, join(git.work, "model"), { recursive: true });
}

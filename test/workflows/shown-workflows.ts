import { type Scene } from "./flight-repository.ts";
import { type JobResult } from "./read-act-output.ts";

/** One thing that happens to a workflow, and how each of its jobs must end. `null`: it must not start. */
export type ShownScene = {
  readonly scene: Scene;
  readonly jobs: Readonly<Record<string, JobResult>> | null;
  /** How the comment on the pull request begins then (`🟢 Passes`); `null` where there is none. */
  readonly comment: string | null;
  /** The path of the workflow that `workflow_run` then starts, and how its jobs end. */
  readonly then?: { readonly path: string; readonly jobs: Readonly<Record<string, JobResult>> };
};

/** A workflow that users are shown, played scene by scene in one repository. */
export type ShownStory = { readonly path: string; readonly scenes: readonly ShownScene[] };

/**
 * Every workflow in a README or below examples/, by its path (`README.md#1` is the first one in README.md); one that is shown
 * twice stands under its first path. A test fails for one that is missing here; a workflow that only `workflow_run` starts
 * stands in the `then` of another, and those of {@link deliveryPaths} in a test of their own.
 */
export const shownStories: readonly ShownStory[] = [
  {
    path: "README.md#1",
    scenes: [
      { scene: "push", jobs: { judge: "skipped", keep: "success" }, comment: null },
      { scene: "better", jobs: { judge: "success", keep: "skipped" }, comment: "🟢 Passes" },
      { scene: "damaged", jobs: { judge: "failure", keep: "skipped" }, comment: "🔴 Blocked" },
      {
        scene: "fork",
        jobs: { judge: "success", keep: "skipped" },
        comment: "🟢 Passes",
        then: { path: "README.md#2", jobs: { comment: "success" } },
      },
    ],
  },
];

/** The workflows after the merge, whose jobs wait for people: they are played step by step, as one story of its own. */
export const deliveryPaths = {
  deliver: "README.md#3",
  verify: "examples/workflows/verify.yml",
} as const;

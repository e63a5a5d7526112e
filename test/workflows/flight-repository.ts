import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  createFakeGitHub,
  createGitFixture,
  type FakeGitHub,
  type FakeRepository,
  type FakeRun,
  type GitFixture,
} from "@slipway/testkit";
import { requireCommand, root } from "../../scripts/check/run-command.ts";
import { type Occasion } from "./layer.ts";
import {
  dispatchPayload,
  pullRequestPayload,
  pushPayload,
  schedulePayload,
  workflowRunPayload,
} from "./payloads.ts";

/** What can happen in the sample repository; each pull request is a branch of `main`. */
export type Scene = "push" | "better" | "damaged" | "fork";

/** The example as a user's repository on a fake GitHub: a model on `main`, and three pull requests. */
export type FlightRepository = {
  readonly github: FakeGitHub;
  readonly fullName: string;
  /** The bare repository. */
  readonly remote: string;
  occasion(scene: Scene): Occasion;
  /** Merges the pull request of the better model with a merge commit, and pushes `main`. */
  mergeBetter(): Promise<Occasion>;
  /** Pushes a commit to `main` that changes no data and no model. */
  pushAgain(): Promise<Occasion>;
  /** A person starts a workflow by hand on `main`. */
  dispatch(actor: string, inputs: Readonly<Record<string, string>>): Promise<Occasion>;
  /** A time of the schedule has come. */
  schedule(): Promise<Occasion>;
  /** The headline of the comment on a scene's pull request, up to the first `·`; `null` without one or with several. */
  headline(scene: Scene): string | null;
  /** What follows a finished run: the second half of the flow for forks. */
  completed(run: FakeRun): Occasion;
  close(): Promise<void>;
};

type Files = Readonly<Record<string, string | Uint8Array>>;

const fullName = "octo/flights";
const forkName = "mona/flights";
const pulls = [
  { scene: "better", title: "Learn the route", author: "hubot", repository: fullName },
  { scene: "damaged", title: "Newer data", author: "hubot", repository: fullName },
  { scene: "fork", title: "Learn the route, from a fork", author: "mona", repository: forkName },
] as const;

/** Trains the example's models and lays out the repository; `files` (workflows, say) are committed on `main` too. */
export async function createFlightRepository(
  files: Readonly<Record<string, string>> = {},
): Promise<FlightRepository> {
  const git = await createGitFixture();
  const baseline = await trainVariant("baseline");
  const better = { ...(await trainVariant("better")), ...files };
  const main = await git.commit({ message: "Baseline", files: { ...baseline, ...files } });
  await git.push();
  const forkDirectory = await git.fork("fork");
  const heads = {
    better: await change(git, "better", better),
    damaged: await change(git, "damaged", damage(baseline)),
    fork: await change(git, "fork", better),
  };
  await git.git("push", "-q", forkDirectory, "fork");
  for (const [index, { scene }] of pulls.entries()) {
    await git.mergeCommit({ number: index + 1, head: scene });
  }
  const github = await createFakeGitHub();
  const repository = github.addRepository({ fullName, gitDirectory: git.remote });
  github.addRepository({ fullName: forkName, gitDirectory: forkDirectory, forkOf: fullName });
  for (const { scene, title, author, repository: headRepository } of pulls) {
    github.openPull(fullName, { title, author, headRef: scene, headRepository });
  }
  const onMain = async (): Promise<Pick<Occasion, "ref" | "head">> => {
    const sha = await git.git("rev-parse", "main");
    return { ref: "refs/heads/main", head: { sha, branch: "main", repository: fullName } };
  };
  return {
    github,
    fullName,
    remote: git.remote,
    mergeBetter: async () => {
      await git.checkout("main");
      const after = await git.merge("better", "Merge pull request #1");
      await git.push();
      const end = { headSha: heads.better, baseSha: main, mergeCommitSha: after };
      github.closePull(fullName, 1 + pullIndex("better"), end);
      return pushOccasion(repository, after, main);
    },
    pushAgain: async () => {
      const before = await git.git("rev-parse", "main");
      const after = await git.commit({ message: "Words", files: { "NOTES.md": "Notes\n" } });
      await git.push();
      return pushOccasion(repository, after, before);
    },
    dispatch: async (actor, inputs) => ({
      happening: { event: "workflow_dispatch" },
      payload: dispatchPayload(repository, { branch: "main", inputs, actor }),
      actor,
      ...(await onMain()),
    }),
    schedule: async () => ({
      happening: { event: "schedule" },
      payload: schedulePayload(repository, "17 5 * * *"),
      ...(await onMain()),
    }),
    occasion: (scene) => {
      return scene === "push"
        ? pushOccasion(repository, main)
        : pullOccasion(repository, { number: 1 + pullIndex(scene), sha: heads[scene], main });
    },
    headline: (scene) => {
      const number = scene === "push" ? 0 : 1 + pullIndex(scene);
      const [comment, ...others] = repository.comments.filter((one) => one.pullNumber === number);
      if (comment === undefined || others.length > 0) return null;
      return /^#+ ([^·\n]*[^·\s])/m.exec(comment.body)?.[1] ?? comment.body;
    },
    completed: (run) => completedOccasion(repository, run, main),
    close: async () => {
      await github.close();
      await git.remove();
    },
  };
}

async function trainVariant(variant: "baseline" | "better"): Promise<Files> {
  const example = join(root, "examples", "flight-delays");
  await requireCommand("node", [join(example, "src", "main.ts"), variant]);
  const files: Record<string, Uint8Array> = {
    "slipway.yaml": await readFile(join(example, "slipway.yaml")),
  };
  for (const folder of ["contracts", "data", "model", "out"]) {
    for (const name of await readdir(join(example, folder))) {
      files[`${folder}/${name}`] = await readFile(join(example, folder, name));
    }
  }
  return files;
}

/** The data of somebody in a hurry: a missing value, an airport that is none, text where a number belongs. */
function damage(files: Files): Files {
  const [header = "", ...rows] = Buffer.from(files["data/flights.csv"] ?? [])
    .toString()
    .split("\n");
  const columns = header.split(",");
  const damaged = rows.map((row, index) => {
    const values = row.split(",");
    if (index === 10) values[columns.indexOf("origin")] = "QQQ";
    if (index === 20) values[columns.indexOf("delay")] = "late";
    if (index === 30) values[columns.indexOf("destination")] = "";
    return values.join(",");
  });
  return { "data/flights.csv": Buffer.from([header, ...damaged].join("\n")) };
}

async function change(git: GitFixture, branch: string, files: Files): Promise<string> {
  await git.branch(branch, "main");
  const sha = await git.commit({ message: `Change: ${branch}`, files });
  await git.push();
  return sha;
}

function pullIndex(scene: Exclude<Scene, "push">): number {
  return pulls.findIndex((pull) => pull.scene === scene);
}

function pushOccasion(repository: FakeRepository, sha: string, before = "0".repeat(40)): Occasion {
  return {
    happening: { event: "push", branch: "main" },
    payload: pushPayload(repository, { branch: "main", before, after: sha }),
    ref: "refs/heads/main",
    head: { sha, branch: "main", repository: repository.fullName },
  };
}

function pullOccasion(
  repository: FakeRepository,
  { number, sha, main }: { readonly number: number; readonly sha: string; readonly main: string },
): Occasion {
  const pull = repository.pulls[number - 1];
  if (pull === undefined) throw new Error(`no pull request ${number}`);
  const commits = { action: "opened", head: sha, base: main };
  return {
    happening: { event: "pull_request", type: "opened", branch: "main" },
    payload: pullRequestPayload(repository, pull, commits),
    ref: `refs/pull/${number}/merge`,
    head: { sha, branch: pull.headRef, repository: pull.headRepository },
    pulls: [number],
  };
}

function completedOccasion(repository: FakeRepository, run: FakeRun, main: string): Occasion {
  return {
    happening: { event: "workflow_run", type: "completed", workflow: run.name },
    payload: workflowRunPayload(repository, run),
    ref: "refs/heads/main",
    head: { sha: main, branch: "main", repository: repository.fullName },
  };
}

import { UserError } from "@slipway/kernel";
import { runGit, type EnvironmentRules } from "@slipway/testkit";
import { createScene, modelFiles, repository, writeAll, type Scene } from "./scene.ts";
import { answer, promote, register, startRun, type PromoteStep } from "./steps.ts";

/** What a promotion's job may do, as the README grants it. */
export const jobPermissions = {
  contents: "write",
  actions: "read",
  deployments: "write",
  "pull-requests": "read",
} as const;

/** A scene with people, an environment that they approve, and the job's token. */
export type Story = Scene & { readonly token: string };

/** Sets a scene in which mara writes models and jo approves them. */
export async function createStory(
  environments?: string,
  rules: EnvironmentRules = {
    reviewers: ["mara", "jo"].map((login) => ({ type: "User" as const, login })),
  },
): Promise<Story> {
  const scene = await createScene(environments);
  for (const login of ["mara", "jo", "kim"]) scene.github.linkEmail(login, `${login}@example.com`);
  scene.github.protectEnvironment(repository, "production", rules);
  const token = scene.github.token("job", { permissions: jobPermissions }).value;
  return { ...scene, token };
}

/** Commits a model of mara's and registers it; gives commit and version. */
export async function registerNext(
  scene: Scene,
  weight: number,
  at?: string,
): Promise<{ readonly sha: string; readonly version: string }> {
  const model = modelFiles(weight);
  const sha = await scene.commit(model);
  const { version } = await register(scene, {
    sha,
    model,
    ...(at === undefined ? {} : { at }),
  });
  return { sha, version };
}

/** Promotes to production in a run that `by` approved for its environment. */
export async function promoteApproved(
  story: Story,
  { by, sha, ...step }: Partial<PromoteStep> & { readonly by: string; readonly sha: string },
) {
  const runId = startRun(story, { sha, environment: "production" });
  await answer(story, runId, { environment: "production", by });
  return promote(story, { to: "production", token: story.token, runId, ...step });
}

/** A failure as the user reads it, after which everything that others see is as it was. */
export async function failed(
  scene: Scene,
  act: () => Promise<unknown>,
): Promise<{ readonly code: string; readonly message: string; readonly remedy: string }> {
  const before = await everything(scene);
  const found = await act().then(
    (value) => new Error(`it did not fail: ${JSON.stringify(value)}`),
    (error: unknown) => error,
  );
  if (!(found instanceof UserError)) throw found;
  const after = await everything(scene);
  if (before !== after) throw new Error(`something moved:\n${before}\n${after}`);
  return { code: found.code, message: found.message, remedy: found.remedy };
}

async function everything({ git, github }: Scene): Promise<string> {
  const refs = await runGit({ directory: git.remote, args: ["for-each-ref"] });
  const { deployments } = github.state.repositories.get(repository) ?? {};
  return `${refs}${JSON.stringify(deployments?.filter(({ task }) => task === "slipway"))}`;
}

type Git = (...args: readonly string[]) => Promise<string>;

/** Lets somebody with the right to push do something with the log's branch by hand, and pushes it by force. */
export async function tamper(
  scene: Scene,
  act: (git: Git, folder: string) => Promise<unknown>,
): Promise<void> {
  const folder = await scene.checkOut("slipway");
  const identity = ["-c", "user.name=eve", "-c", "user.email=eve@example.com"];
  const git: Git = (...args) => runGit({ directory: folder, args: [...identity, ...args] });
  await git("fetch", "-q", "--unshallow", "--tags", "origin", "main", "slipway").catch(() => "");
  await act(git, folder);
  await git("push", "-q", "--force", "origin", "HEAD:refs/heads/slipway");
}

/** Changes files of the log's branch by hand. */
export function edit(scene: Scene, files: Readonly<Record<string, string>>): Promise<void> {
  return tamper(scene, async (git, folder) => {
    await writeAll(folder, files);
    await git("add", "-A");
    await git("commit", "-q", "-m", "Change by hand");
  });
}

/** Takes the newest commits off the log's branch. */
export function cutOff(scene: Scene, commits: number): Promise<void> {
  return tamper(scene, (git) => git("reset", "-q", "--hard", `HEAD~${commits}`));
}

/** Pushes a tag that another tool made, by git itself; a last argument may be its date. */
export async function plantTag(scene: Scene, ...given: readonly string[]): Promise<void> {
  const date = given.at(-1)?.endsWith("Z") === true ? given.at(-1) : undefined;
  const args = date === undefined ? given : given.slice(0, -1);
  const env = {
    GIT_COMMITTER_NAME: "eve",
    GIT_COMMITTER_EMAIL: "eve@example.com",
    GIT_COMMITTER_DATE: date ?? "2026-01-01T00:00:00Z",
  };
  await runGit({ directory: scene.git.work, args: ["tag", ...args], env });
  const name = args.find((arg) => /[@#]/.test(arg)) ?? "";
  await scene.git.git("push", "-q", "origin", `refs/tags/${name}`);
}

/** The text of a file that is stored on the log's branch. */
export async function storedText(scene: Scene, path: string): Promise<string> {
  const text = await scene.stored(path);
  if (text === undefined) throw new Error(`${path} is not on the branch`);
  return text;
}

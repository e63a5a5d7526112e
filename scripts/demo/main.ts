import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { createFakeGitHub, createGitFixture } from "@slipway/testkit";
import { trainAll } from "./models.ts";
import { pullRequestPage, type Snapshot } from "./page.ts";
import { openStory } from "./scene.ts";
import { Steps, type DemoStep } from "./steps.ts";
import { betterModel, damagedData, forkedChange, mainBranch } from "./story.ts";

const root = join(import.meta.dirname, "..", "..");
const out = join(root, "demo-out");
const startedAt = performance.now();

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const steps = new Steps();
const github = await createFakeGitHub();
try {
  const models = await steps.prepare(
    "train",
    "training three models on 2.5 million real flights",
    () => trainAll(join(out, "training")),
  );
  const git = await createGitFixture({ folder: join(out, "story") });
  const story = openStory({
    github,
    git,
    steps,
    models,
    folder: out,
    keepReport: (path, id) => cp(path, join(out, "reports", `${id}.html`)),
  });
  await mainBranch(story);
  await betterModel(story);
  await damagedData(story);
  await forkedChange(story);
  await finish(git, story.history);
} finally {
  await github.close();
}

async function finish(
  git: { readonly work: string; readonly remote: string },
  history: readonly Snapshot[],
): Promise<void> {
  const page = join(out, "pull-requests.html");
  const report = join(out, "reports", "pr2.html");
  await writeFile(page, await pullRequestPage(github, "acme/flight-delays", history));
  const here = (path: string) => relative(out, path).split("\\").join("/");
  const result = {
    steps: steps.done,
    repository: here(git.work),
    remote: here(git.remote),
    report: here(report),
    pullRequestPage: here(page),
  };
  await writeFile(join(out, "result.json"), `${JSON.stringify(result, undefined, 2)}\n`);
  process.stdout.write(`\n${table(steps.done)}\n\n`);
  process.stdout.write(`Report of the blocked change:  ${pathToFileURL(report).href}\n`);
  process.stdout.write(`Pull requests and comments:    ${pathToFileURL(page).href}\n`);
  process.stdout.write(`Everything in ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`);
}

function table(done: readonly DemoStep[]): string {
  const width = Math.max(...done.map(({ id }) => id.length));
  const lines = done.map(({ id, outcome, exitCode, ms }) => {
    return `  ${id.padEnd(width)}  ${outcome.padEnd(7)}  exit ${exitCode}  ${(ms / 1000).toFixed(1).padStart(5)} s`;
  });
  return ["What happened", ...lines].join("\n");
}

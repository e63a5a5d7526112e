import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { prepareStory } from "@slipway/example-flight-delays";
import { createFakeGitHub, createGitFixture } from "@slipway/testkit";
import { trainAll } from "./models.ts";
import { makeKeys } from "./keys.ts";
import { lookBack, mergedChange, rollBack } from "./production.ts";
import { openStory, type Story } from "./scene.ts";
import { storyPage } from "./story-page.ts";
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
  await prepareStory(git.work);
  const keys = await makeKeys(steps, { folder: out, work: git.work });
  const story = openStory({
    github,
    git,
    steps,
    models,
    keys,
    folder: out,
    keepReport: (path, id) => cp(path, join(out, "reports", `${id}.html`)),
  });
  await mainBranch(story);
  await betterModel(story);
  await damagedData(story);
  await forkedChange(story);
  await mergedChange(story);
  await rollBack(story);
  await lookBack(story);
  await finish(story);
} finally {
  await github.close();
}

async function finish(story: Story): Promise<void> {
  // Whoever looks at the repository afterwards, with GTO or git alone, finds in it what lies on its remote.
  await story.git.git("fetch", "-q", "--tags", "origin", "slipway:slipway");
  const page = join(out, "pull-requests.html");
  const report = join(out, "reports", "pr2.html");
  await writeFile(page, await storyPage(story));
  const here = (path: string) => relative(out, path).split("\\").join("/");
  const { git, keys, registered } = story;
  const result = {
    steps: steps.done,
    repository: here(git.work),
    remote: here(git.remote),
    report: here(report),
    pullRequestPage: here(page),
    log: { branch: "slipway", publicKey: keys.publicAudit },
    models: registered.map(({ version, digest, path, signature, proof }) => ({
      version,
      path: here(path),
      signature: here(signature),
      key: here(keys.publicSigning),
      proof: here(proof),
      digest,
    })),
  };
  await writeFile(join(out, "result.json"), `${JSON.stringify(result, undefined, 2)}\n`);
  process.stdout.write(`\n${table(steps.done)}\n\n`);
  process.stdout.write(`${whereToLook({ page, report, work: git.work })}\n\n`);
  process.stdout.write(`Everything in ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`);
}

function whereToLook(at: { page: string; report: string; work: string }): string {
  const lines = [
    "Where to look",
    `  The story: environments, versions, the log, every comment   ${pathToFileURL(at.page).href}`,
    `  The report of the blocked change                            ${pathToFileURL(at.report).href}`,
    `  The log, with git alone                                     git -C ${relative(process.cwd(), at.work)} log --stat slipway`,
  ];
  return lines.join("\n");
}

function table(done: readonly DemoStep[]): string {
  const width = Math.max(...done.map(({ id }) => id.length));
  const lines = done.map(({ id, outcome, exitCode, ms }) => {
    return `  ${id.padEnd(width)}  ${outcome.padEnd(7)}  exit ${exitCode}  ${(ms / 1000).toFixed(1).padStart(5)} s`;
  });
  return ["What happened", ...lines].join("\n");
}

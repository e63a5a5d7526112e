import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { damageCsv, storyDamages } from "@slipway/example-flight-delays";
import { openChapter } from "./chapters.ts";
import { deliver, promote } from "./delivery.ts";
import { startJob } from "./job.ts";
import { judge, openPull, pullRequestJob, tellComment } from "./pull-request-job.ts";
import { fork, repository, useModel, type Story } from "./scene.ts";

/** Chapter 1: the baseline model on main: checked, registered, and approved for production. */
export async function mainBranch(story: Story): Promise<void> {
  openChapter(story, "main");
  const { git, steps, models } = story;
  await steps.prepare(
    "main-commit",
    "main: the data, the contracts and the baseline model are committed",
    async () => {
      await useModel(git, models.baseline);
      await git.commit({ message: "Predict delays by hour, weekday and distance", author: "ada" });
      await git.push();
    },
  );
  await deliver(story, { id: "main", trained: models.baseline });
  await promote(story, {
    id: "main-production",
    to: "production",
    approver: "li",
    outcome: "pass",
  });
}

/** Chapter 2: a better model passes. */
export async function betterModel(story: Story): Promise<void> {
  openChapter(story, "airports");
  const { git, steps } = story;
  await steps.prepare(
    "pr1-commit",
    "pull request 1: a model that knows airports and routes",
    async () => {
      await git.branch("airports", "main");
      await useModel(git, story.models.better);
      await git.commit({ message: "Learn the effects of airports and routes", author: "mara" });
      await git.push();
    },
  );
  const number = openPull(story, {
    title: "Learn the effects of airports and routes",
    author: "mara",
    headRef: "airports",
  });
  const job = await pullRequestJob(story, {
    name: "pr1",
    number,
    branch: "airports",
    model: story.models.better,
  });
  await judge(story, job, {
    id: "pr1",
    pull: number,
    after: "after the first push",
    outcome: "pass",
  });
}

/** Chapter 3: damaged data and a worse model are blocked; repaired, the same comment turns green. */
export async function damagedData(story: Story): Promise<void> {
  openChapter(story, "damage");
  const { git, steps } = story;
  const csv = join(git.work, "data", "flights.csv");
  await git.checkout("main");
  const intact = await readFile(csv, "utf8");
  await steps.prepare(
    "pr2-commit",
    "pull request 2: new data with damage, and a model with a bug",
    async () => {
      await git.branch("new-data", "main");
      await writeFile(csv, damageCsv(intact, storyDamages));
      await useModel(git, story.models.worse);
      await git.commit({ message: "Read the times of the new export", author: "jo" });
      await git.push();
    },
  );
  const number = openPull(story, {
    title: "Read the times of the new export",
    author: "jo",
    headRef: "new-data",
  });
  const broken = await pullRequestJob(story, {
    name: "pr2",
    number,
    branch: "new-data",
    model: story.models.worse,
  });
  await judge(story, broken, {
    id: "pr2",
    pull: number,
    after: "after the first push",
    outcome: "fail",
  });
  await steps.prepare(
    "pr2-repair",
    "pull request 2: the rows and the model are repaired and pushed",
    async () => {
      await writeFile(csv, intact);
      await useModel(git, story.models.better);
      await git.commit({ message: "Mend the rows, and parse hours as 24", author: "jo" });
      await git.push();
    },
  );
  const mended = await pullRequestJob(story, {
    name: "pr2-repaired",
    number,
    branch: "new-data",
    model: story.models.better,
  });
  await judge(story, mended, {
    id: "pr2-repaired",
    pull: number,
    after: "after the repair",
    outcome: "pass",
  });
}

/** Chapter 4: a fork's token may only read; the second half comments. */
export async function forkedChange(story: Story): Promise<void> {
  openChapter(story, "fork");
  const { git, github, steps, site, tokens } = story;
  await steps.prepare("fork-commit", "pull request 3, from a fork", async () => {
    const path = await git.fork("fork");
    github.addRepository({ fullName: fork, gitDirectory: path, forkOf: repository });
    await git.checkout("main");
    await git.branch("routes", "main");
    await useModel(git, story.models.better);
    await git.commit({ message: "Routes matter", author: "contributor" });
    await git.git("push", "-q", path, "routes");
  });
  const headSha = await git.git("rev-parse", "routes");
  const number = openPull(story, {
    title: "Routes matter",
    author: "contributor",
    headRef: "routes",
    headRepository: fork,
    headSha,
  });
  const first = await pullRequestJob(story, {
    name: "fork",
    number,
    branch: "routes",
    model: story.models.better,
    fork,
  });
  await judge({ ...story, tokens: { ...tokens, write: tokens.fork } }, first, {
    id: "fork",
    pull: number,
    after: "",
    outcome: "pass",
  });
  const sha = await git.git("rev-parse", "main");
  const event = {
    workflow_run: {
      id: first.runId,
      event: "pull_request",
      head_sha: headSha,
      head_repository: { full_name: fork },
    },
  };
  const second = await startJob(site, {
    name: "fork-comment",
    sha,
    ref: "refs/heads/main",
    eventName: "workflow_run",
    event,
    headSha: sha,
    headBranch: "main",
  });
  await steps.act(
    {
      id: "fork-workflow-run",
      title: "the workflow_run half posts it",
      outcome: "pass",
      exitCode: 0,
    },
    () => second.act("comment-metrics", tokens.write),
  );
  await second.close();
  tellComment(story, { pull: number, after: "posted by the workflow_run half" });
}

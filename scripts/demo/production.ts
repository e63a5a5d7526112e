import { readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { runGit } from "@slipway/testkit";
import { openChapter, tell } from "./chapters.ts";
import { command, type Command } from "./command-line.ts";
import { deliver, promote } from "./delivery.ts";
import { repository, type Story } from "./scene.ts";

/** Chapter 5: pull request 1 is merged, registered, and in production once somebody else approves. */
export async function mergedChange(story: Story): Promise<void> {
  openChapter(story, "merged");
  const { git, github, steps, models } = story;
  await steps.prepare("pr1-merge", "pull request 1 is merged", async () => {
    await git.checkout("main");
    const baseSha = await git.git("rev-parse", "main");
    const headSha = await git.git("rev-parse", "airports");
    const mergeCommitSha = await git.merge("airports", "Merge pull request #1 from acme/airports");
    await git.push();
    github.closePull(repository, 1, { headSha, baseSha, mergeCommitSha });
  });
  await deliver(story, { id: "merged", trained: models.better });
  const to = "production";
  await promote(story, { id: "merged-refused", to, approver: "mara", outcome: "refused" });
  await promote(story, { id: "merged-production", to, approver: "jo", outcome: "pass" });
}

/** Chapter 6: back to the version before, which holds until somebody says why it may go on. */
export async function rollBack(story: Story): Promise<void> {
  openChapter(story, "rollback");
  const to = "production";
  await promote(story, {
    id: "rollback",
    to,
    version: "v1.0.0",
    reason: "v1.1.0 calls night flights late that are not",
    startedBy: "jo",
    approver: "li",
    outcome: "pass",
  });
  await promote(story, { id: "rollback-holds", to, approver: "li", outcome: "refused" });
}

/** Chapter 7: what ran when, who allowed it, and whether the record was touched. */
export async function lookBack(story: Story): Promise<void> {
  openChapter(story, "lookBack");
  const { git, folder, keys } = story;
  const work = { folder: git.work, exitCode: 0, outcome: "pass" } as const;
  const model = "flight-delays";
  const here = (path: string) => relative(git.work, path);
  await show(story, {
    ...work,
    id: "history",
    title: "slipway history flight-delays",
    args: ["history", model],
  });
  await show(story, {
    ...work,
    id: "history-at",
    title: "what was in production before the rollback",
    args: ["history", model, "--env", "production", "--at", await beforeRollback(story)],
  });
  await show(story, {
    ...work,
    id: "verify-audit",
    title: "slipway verify audit --online",
    args: ["verify", "audit", "--online"],
    env: askingGitHub(story),
  });
  const copy = await tamperedCopy(git.remote, join(folder, "tampered-log"));
  await show(story, {
    folder: git.work,
    id: "verify-tampered",
    title: "slipway verify audit, after one byte of entry 1 was changed in a copy",
    args: ["verify", "audit", "--log", here(copy), "--key", keys.publicAudit],
    exitCode: 1,
    outcome: "fail",
  });
  for (const { version, path, signature } of story.registered) {
    const isThere = version === "v1.0.0";
    await show(story, {
      folder: git.work,
      id: `verify-model-${version}`,
      title: `slipway verify model: is ${version} what production should run?`,
      args: [
        ...["verify", "model", here(path), "--env", "production"],
        ...["--signature", here(signature), "--public-key", here(keys.publicSigning)],
      ],
      exitCode: isThere ? 0 : 1,
      outcome: isThere ? "pass" : "fail",
    });
  }
}

/** Asked with a token, GitHub tells what it remembers of deployments and of pushes to the branch. */
function askingGitHub({ github }: Story): Readonly<Record<string, string>> {
  const permissions = { contents: "read", deployments: "read" } as const;
  return {
    GITHUB_API_URL: github.url,
    GITHUB_REPOSITORY: repository,
    GITHUB_TOKEN: github.token("auditor", { permissions }).value,
  };
}

async function show(story: Story, wanted: Command): Promise<void> {
  const text = await command(story.steps, wanted);
  const title = `slipway ${wanted.args.join(" ")}`;
  tell(story, { form: "terminal", title, detail: `exit ${wanted.exitCode}`, text, isOpen: true });
}

/** The moment at which the log says that the rollback's predecessor was there: its own time. */
async function beforeRollback({ git }: Story): Promise<string> {
  const path = "slipway:environments/production/flight-delays.json";
  const pointer: unknown = JSON.parse(
    await runGit({ directory: git.remote, args: ["show", path] }),
  );
  const since =
    typeof pointer === "object" && pointer !== null && "since" in pointer ? pointer.since : "";
  return new Date(Date.parse(String(since)) - 1).toISOString();
}

/** The log as files, with the first digit of entry 1's time turned into another one. */
async function tamperedCopy(remote: string, copy: string): Promise<string> {
  const args = ["clone", "-q", "--depth=1", "--branch", "slipway", `file://${remote}`, copy];
  await runGit({ directory: remote, args });
  const path = join(copy, "entries", "000", "000001.json");
  const text = await readFile(path, "utf8");
  await writeFile(path, text.replace('"time":"2', '"time":"3'));
  return copy;
}

import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { generateLogKey } from "@slipway/audit";
import { logCrypto } from "@slipway/runner";
import {
  createFakeGitHub,
  createGitFixture,
  runGit,
  tryGit,
  type FakeGitHub,
  type GitFixture,
} from "@slipway/testkit";
import { vi } from "vitest";

/** The repository of these stories. */
export const repository = "acme/model";

/** The key pair of the log of these stories; the seed is a test's, not a secret. */
export const logKey = generateLogKey(
  "github.example/acme/model",
  new Uint8Array(32).fill(7),
  logCrypto,
);

/** The contract of the rows; only its bytes matter here. */
export const contractText = "kind: DataContract\n";

/** What `slipway.yaml` says of the environments, where a test does not say otherwise. */
const plainEnvironments = `
  - name: staging
  - name: production
    after: staging
    approvals: { min: 1, not-author: true }
`;

/** The `slipway.yaml` of the default branch. */
export function policyText(environments = plainEnvironments): string {
  return `version: 1
data:
  - { name: rows, path: rows.csv, contract: rows.odcs.yaml }
evaluations:
  - name: churn
    results: out/predictions.csv
    task: binary
    columns: { id: id, label: y, score: p }
    gates: [{ metric: roc_auc, min: 0.5 }]
models:
  - { name: churn, path: model/, data: [rows], evaluations: [churn] }
audit: { key: ${logKey.verifierKey.text} }
environments:${environments}`;
}

/** A repository with a model on its default branch, on the fake GitHub, whose people have accounts. */
export type Scene = {
  readonly github: FakeGitHub;
  readonly git: GitFixture;
  readonly folder: string;
  /** Commits files on main, as `author`, and pushes. Returns the commit. */
  readonly commit: (
    files: Readonly<Record<string, string | null>>,
    author?: string,
  ) => Promise<string>;
  /** A shallow checkout of a commit, as actions/checkout makes it. */
  readonly checkOut: (sha: string) => Promise<string>;
  /** Reads a file of the slipway branch as the remote has it now. */
  readonly stored: (path: string) => Promise<string | undefined>;
  /** The names of the remote's tags. */
  readonly tagNames: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
};

/** The model's files of a version, told apart by one number. */
export function modelFiles(weight: number): Record<string, string> {
  return {
    "model/weights.json": `{"w":${weight}}\n`,
    "model/config.json": '{"kind":"logistic"}\n',
  };
}

/** Sets the scene. The adapters must be loaded after it: they fix the address of the API when they are loaded. */
export async function createScene(environments?: string): Promise<Scene> {
  const git = await createGitFixture();
  const folder = await mkdtemp(join(tmpdir(), "slipway-delivery-"));
  const github = await createFakeGitHub();
  github.addRepository({ fullName: repository, gitDirectory: git.remote });
  vi.stubEnv("GITHUB_API_URL", github.url);
  await git.commit({
    message: "Start",
    files: {
      "slipway.yaml": policyText(environments),
      "rows.odcs.yaml": contractText,
      ...modelFiles(1),
    },
    author: "mara",
  });
  await git.push();
  let count = 0;
  return {
    github,
    git,
    folder,
    commit: async (files, author = "mara") => {
      const sha = await git.commit({ message: "Change", files, author });
      await git.push();
      return sha;
    },
    checkOut: async (sha) => {
      count += 1;
      return checkOut(join(folder, `work-${count}`), git.remote, sha);
    },
    stored: async (path) => {
      const args = ["show", `slipway:${path}`];
      const { stdout, exitCode } = await tryGit({ directory: git.remote, args });
      return exitCode === 0 ? stdout.toString("utf8") : undefined;
    },
    tagNames: async () =>
      (await runGit({ directory: git.remote, args: ["tag", "--list"] }))
        .split("\n")
        .filter((name) => name !== ""),
    close: async () => {
      vi.unstubAllEnvs();
      await github.close();
      await git.remove();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function checkOut(workspace: string, remote: string, sha: string): Promise<string> {
  await mkdir(workspace, { recursive: true });
  const git = (...args: readonly string[]) => runGit({ directory: workspace, args });
  await git("init", "-q", "-b", "main");
  await git("remote", "add", "origin", remote);
  await git("fetch", "-q", "--no-tags", "--depth=1", "origin", sha);
  await git("checkout", "-q", "--detach", "FETCH_HEAD");
  return workspace;
}

/** Writes files below a folder. */
export async function writeAll(
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** SHA-256 in hexadecimal digits. */
export const sha256 = (bytes: Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex");

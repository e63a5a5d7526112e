import { createHash, generateKeyPairSync } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  appendEntry,
  type Appended,
  blobPath,
  generateLogKey,
  openLog,
  parseSignerKey,
  type SignerKey,
} from "@slipway/audit";
import type { LogEntry } from "@slipway/contracts";
import { gitRegistryTags, gitSlipwayBranch } from "@slipway/git";
import type { NewTag, StoredFile } from "@slipway/ports";
import {
  modelRootDigest,
  signModel,
  stageTagName,
  tagMessage,
  versionTagName,
} from "@slipway/registry";
import { ecdsaKeys, logCrypto, modelFolder } from "@slipway/runner";
import { createGitFixture, runGit, type GitFixture } from "@slipway/testkit";
import { aPromotion, approvedBy, aRefusal, aRegistration, type Subject } from "./entries.ts";

/** SHA-256 as hexadecimal digits. */
const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** A real repository with a model, a log on its branch, and the tags that publish it. */
export type Scene = {
  readonly git: GitFixture;
  readonly signer: SignerKey;
  /** The log's public key. */
  readonly key: string;
  readonly publicKeyPem: string;
  /** The bytes of v1.0.0 and v1.1.0. */
  readonly old: Subject;
  readonly new: Subject;
  /** Adds entries, each with its tag, in one commit each. */
  readonly append: (drafts: readonly ((index: number) => LogEntry)[]) => Promise<void>;
  /** Publishes a tag of an entry. */
  readonly tag: (entry: LogEntry, counter?: number) => Promise<string>;
  /** The root that the log had after each entry. */
  readonly roots: string[];
  /** A copy of the branch as plain files. */
  readonly exportLog: (name: string) => Promise<string>;
  readonly write: (path: string, content: string | Uint8Array) => string;
};

/** The key pair whose seed is 32 times one byte. */
export function aSigner(byte: number): SignerKey {
  const seed = new Uint8Array(32).fill(byte);
  const { secret } = generateLogKey("example.com/octo/model", seed, logCrypto);
  return parseSignerKey(secret, logCrypto);
}

/** The configuration of the default branch. */
export const configOf = (key: string) =>
  `version: 1
models: [{ name: flight-delays, path: model }]
audit: { key: ${key} }
environments: [{ name: staging }, { name: production, after: staging }]
`;

/**
 * v1.0.0 runs in production after an approval, v1.1.0 replaced it, and a rollback put v1.0.0 back: entries 0 to 6. The
 * bytes of v1.0.0 lie in model/, those of v1.1.0 in newer/.
 */
export async function createScene(): Promise<Scene> {
  const git = await createGitFixture();
  const signer = aSigner(7);
  const key = signer.verifierKey.text;
  const old = await commitModel(git, "model", { "config.json": "{}\n", "weights.bin": "one" });
  await git.commit({ files: { "slipway.yaml": configOf(key) } });
  const newer = await commitModel(git, "newer", { "config.json": "{}\n", "weights.bin": "two" });
  await git.push("main");
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const publicKeyPem = publicKey.export({ type: "spki", format: "pem" }).toString();
  const privateKeyPem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const scene = sceneOf({ git, signer, key, publicKeyPem, old, new: newer });
  const signed = signModel(
    { files: await filesOf(git, "newer"), folder: "newer", privateKeyPem },
    ecdsaKeys,
    sha256,
  );
  const bundle = Buffer.from(signed.bundle);
  const digest = { sha256: sha256(bundle) };
  await store(git, [{ path: blobPath(digest.sha256), content: bundle }]);
  await scene.append([
    aRegistration(old),
    aPromotion(old, "staging"),
    aPromotion(old, "production", { approvals: [approvedBy("li")] }),
    aRegistration(newer, { digest, keyHint: signed.keyHint }),
    aRefusal(newer, "production", { registered: 3, from: referenceTo(old, 2) }),
    aPromotion(newer, "production", {
      registered: 3,
      from: referenceTo(old, 2),
      approvals: [approvedBy("jo")],
    }),
    aPromotion(old, "production", {
      direction: "rollback",
      from: referenceTo(newer, 5),
      reason: "late flights were missed",
      hold: true,
      approvals: [approvedBy("jo")],
    }),
  ]);
  return scene;
}

function sceneOf(facts: Omit<Scene, "append" | "tag" | "roots" | "exportLog" | "write">): Scene {
  const { git } = facts;
  const tag = async (entry: LogEntry, counter = entry.index) => {
    const wanted = tagOf(entry, counter);
    await gitRegistryTags({ folder: git.work }).create(wanted);
    return wanted.name;
  };
  const roots: string[] = [];
  return {
    ...facts,
    tag,
    roots,
    append: async (drafts) => {
      for (const draft of drafts) {
        const { entry, rootHex } = await appendTo(git, facts.signer, draft);
        roots.push(rootHex);
        if (entry.type !== "refused") await tag(entry);
      }
    },
    exportLog: async (name) => {
      const target = join(git.root, name);
      await runGit({
        directory: git.root,
        args: ["clone", "-q", "-b", "slipway", git.remote, target],
      });
      return target;
    },
    write: (path, content) => {
      const target = join(git.work, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, content);
      return target;
    },
  };
}

/** Adds one entry to the branch of a repository. */
async function appendTo(
  git: Pick<GitFixture, "work">,
  signer: SignerKey,
  draft: (index: number) => LogEntry,
): Promise<Appended> {
  const { result } = await gitSlipwayBranch({ folder: git.work }).update(async (view) => {
    const log = await openLog(view.readFiles, signer.verifierKey, logCrypto);
    const appended = appendEntry(log, draft, { signer, crypto: logCrypto });
    return { files: appended.files, message: `Entry ${appended.index}`, result: appended };
  });
  return result;
}

/** The tag that publishes an entry, at its time. */
export function tagOf(entry: LogEntry, counter: number): NewTag {
  const { model, version, commit, digest, index, time } = entry;
  return {
    name:
      entry.type === "registered"
        ? versionTagName(model, version)
        : stageTagName(model, entry.environment, counter),
    commit,
    message: tagMessage(`Entry ${index}`, { entry: index, digest: `sha256:${digest.sha256}` }),
    time: Date.parse(time) / 1000,
  };
}

/** Files of the branch, in one commit. */
async function store(git: Pick<GitFixture, "work">, files: readonly StoredFile[]) {
  await gitSlipwayBranch({ folder: git.work }).update(() =>
    Promise.resolve({ files, message: "Files", result: undefined }),
  );
}

/** The files of a model's folder in the work tree. */
async function filesOf(git: Pick<GitFixture, "work">, folder: string) {
  const files = await modelFolder((path) => join(git.work, path)).read(folder);
  if (files === undefined) throw new Error(`there is no ${folder}`);
  return files;
}

function referenceTo({ version, digest }: Subject, entry: number) {
  return { version, digest: { sha256: digest }, entry };
}

async function commitModel(
  git: GitFixture,
  folder: string,
  contents: Readonly<Record<string, string>>,
): Promise<Subject> {
  const files = Object.entries(contents).map(
    ([name, text]) => [`${folder}/${name}`, text] as const,
  );
  const commit = await git.commit({ files: Object.fromEntries(files) });
  const version = folder === "model" ? "v1.0.0" : "v1.1.0";
  const digest = modelRootDigest(await filesOf(git, folder), sha256);
  return { version, digest: digest.sha256, commit };
}

/** A copy of a folder in which one byte of a file is another one. */
export function withChangedByte(folder: string, target: string, path: string): string {
  cpSync(folder, target, { recursive: true });
  const bytes = readFileSync(join(target, path));
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(join(target, path), bytes);
  return target;
}

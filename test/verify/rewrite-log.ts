import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { appendEntry, openLog, readEntries } from "@slipway/audit";
import { folderView, logCrypto } from "@slipway/runner";
import { runGit } from "@slipway/testkit";
import { aSigner, type Scene } from "./scene.ts";

/** A copy of the branch in which every entry names another actor, consistent in itself and signed by a key of ours. */
export async function rewriteLog(scene: Scene, name: string, seed: number): Promise<string> {
  const folder = await scene.exportLog(name);
  const { readFiles } = folderView(folder);
  const before = await openLog(readFiles, scene.signer.verifierKey, logCrypto);
  const entries = await readEntries(readFiles, before, { from: 0, to: before.size });
  for (const path of ["entries", "tile", "checkpoint", "environments", "models"])
    rmSync(join(folder, path), { recursive: true });
  const signer = aSigner(seed);
  let log = await openLog(readFiles, signer.verifierKey, logCrypto);
  for (const entry of entries) {
    const forged = { ...entry, actor: { login: "mallory", id: 6 } };
    const appended = appendEntry(log, () => forged, { signer, crypto: logCrypto });
    for (const { path, content } of appended.files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    for (const path of appended.superseded) rmSync(join(folder, path), { force: true });
    log = appended.log;
  }
  return folder;
}

/** Commits a copy of the branch as one commit without a past, and forces it on a branch of the remote. */
export async function pushLog(folder: string, branch: string): Promise<void> {
  const git = (...args: string[]) => runGit({ directory: folder, args });
  await git("checkout", "-q", "--orphan", "rewritten");
  await git("add", "-A");
  await git("-c", "user.name=m", "-c", "user.email=m@example.com", "commit", "-q", "-m", "Log");
  await git("push", "-q", "-f", "origin", `HEAD:refs/heads/${branch}`);
}

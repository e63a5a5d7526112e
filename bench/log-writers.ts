// Lets 20 processes append to one log at once: node scripts/dev.mjs node bench/log-writers.ts
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { appendEntry, generateLogKey, openLog, parseSignerKey, verifyLog } from "@slipway/audit";
import type { LogEntry } from "@slipway/contracts";
import { gitSlipwayBranch } from "@slipway/git";
import { logCrypto } from "@slipway/runner";

// Each writer is a process with a clone of its own, as 20 jobs would be; all begin together once all have started,
// since jobs start on machines of their own. Then the log is verified whole.
const writers = 20;
const seed = new Uint8Array(32).fill(7);
const signer = parseSignerKey(
  generateLogKey("example.com/bench", seed, logCrypto).secret,
  logCrypto,
);
const { values } = parseArgs({
  options: { writer: { type: "string" }, clone: { type: "string" } },
});

if (values.writer === undefined) await race();
else await append(Number(values.writer), values.clone ?? "");

async function race(): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), "bench-writers-"));
  try {
    const clones = prepare(root);
    const started = await Promise.all(clones.map(startWriter));
    const start = performance.now();
    const attempts = await Promise.all(started.map((go) => go()));
    const seconds = (performance.now() - start) / 1000;
    await report(clones[0] ?? "", { seconds, attempts });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function prepare(root: string): readonly string[] {
  const git = (...args: string[]) => execFileSync("git", args, { cwd: root, stdio: "ignore" });
  git("init", "--bare", "-b", "main", "remote.git");
  git("init", "-b", "main", "seed");
  const identity = ["-c", "user.name=bench", "-c", "user.email=bench@example.invalid"];
  git("-C", "seed", ...identity, "commit", "--allow-empty", "-m", "first");
  git("-C", "seed", "push", join(root, "remote.git"), "main");
  return Array.from({ length: writers }, (_, index) => {
    git("clone", join(root, "remote.git"), `clone-${index}`);
    return join(root, `clone-${index}`);
  });
}

async function startWriter(clone: string, index: number): Promise<() => Promise<number>> {
  const args = [import.meta.filename, "--writer", String(index), "--clone", clone];
  const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")));
  await once(child.stdout, "data");
  return async () => {
    child.stdin.end("go");
    await once(child, "close");
    return Number(said.replace("ready", ""));
  };
}

async function append(writer: number, clone: string): Promise<void> {
  process.stdout.write("ready");
  await once(process.stdin, "data");
  const { attempts } = await gitSlipwayBranch({ folder: clone }).update(async (view) => {
    const log = await openLog(view.readFiles, signer.verifierKey, logCrypto);
    const { files, superseded } = appendEntry(log, (index) => entryOf(index, writer), {
      signer,
      crypto: logCrypto,
    });
    return { files, removed: superseded, message: `Writer ${writer}`, result: undefined };
  });
  process.stdout.write(String(attempts));
}

function entryOf(index: number, writer: number): LogEntry {
  return {
    schema: "slipway/log-entry/v1",
    type: "registered",
    index,
    time: new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString(),
    key: `writer-${writer}`,
    model: "late",
    version: `v1.${writer}.0`,
    digest: { sha256: writer.toString(16).padStart(64, "0") },
    commit: "a".repeat(40),
    actor: { login: "mona", id: 1 },
    run: {},
    tool: { name: "slipway", version: "0.1.0" },
    evidence: [],
    files: 1,
    sizeBytes: 10,
    order: "oms-reference",
    signature: null,
  };
}

async function report(
  clone: string,
  { seconds, attempts }: { seconds: number; attempts: readonly number[] },
): Promise<void> {
  const view = await gitSlipwayBranch({ folder: clone }).view();
  const entries = await view.list("entries");
  const read = await view.readFiles(entries);
  const keys = [...read.values()].map(
    (bytes) => /"key":"(writer-\d+)"/.exec(Buffer.from(bytes).toString("utf8"))?.[1],
  );
  const { outcome } = await verifyLog({
    read: view.readFiles,
    list: view.list,
    key: signer.verifierKey,
    crypto: logCrypto,
    checkpoints: [],
  });
  console.log(
    `${writers} writers: ${seconds.toFixed(1)} s (goal < 10 s); attempts: ${attempts.reduce((sum, one) => sum + one, 0)} in all, ${Math.max(...attempts)} at most (of 30)`,
  );
  console.log(
    `entries: ${keys.length}, of different writers: ${new Set(keys).size}, log: ${outcome}`,
  );
  if (
    new Set(keys).size !== writers ||
    keys.length !== writers ||
    outcome !== "pass" ||
    seconds >= 10
  )
    process.exitCode = 1;
}

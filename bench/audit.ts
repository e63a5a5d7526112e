// Times the log: node scripts/dev.mjs node bench/audit.ts [entries to verify] [entries to append to]
import type { LogEntry } from "@slipway/contracts";
import {
  appendEntry,
  generateLogKey,
  openLog,
  parseSignerKey,
  proveEntry,
  recentEntries,
  verifyLog,
  type Log,
} from "@slipway/audit";
import { logCrypto } from "@slipway/runner";

const toVerify = Number(process.argv[2] ?? 10_000);
const toAppendTo = Number(process.argv[3] ?? 100_000);

const seed = new Uint8Array(32).fill(7);
const { secret } = generateLogKey("example.com/octo/model", seed, logCrypto);
const signer = parseSignerKey(secret, logCrypto);
const key = signer.verifierKey;
const encoder = new TextEncoder();
const files = new Map<string, Uint8Array>();

const read = (paths: readonly string[]) =>
  Promise.resolve(
    new Map(
      paths.flatMap((path) => {
        const bytes = files.get(path);
        return bytes === undefined ? [] : [[path, bytes] as const];
      }),
    ),
  );
const list = (folder: string) =>
  Promise.resolve([...files.keys()].filter((path) => path.startsWith(`${folder}/`)));

/** A registration, and after it its promotion with what a real one carries. */
function anEntry(index: number): LogEntry {
  const source = index - (index % 2);
  const common = {
    schema: "slipway/log-entry/v1" as const,
    index,
    time: new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString(),
    key: `run-${index}`,
    model: "flight-delays",
    version: `v1.${source}.0`,
    digest: { sha256: source.toString(16).padStart(64, "0") },
    commit: "a".repeat(40),
    actor: { login: "mona", id: 1 },
    run: { commit: "a".repeat(40) },
    tool: { name: "slipway" as const, version: "bench" },
  };
  if (index === source)
    return {
      ...common,
      type: "registered",
      evidence: [],
      files: 12,
      sizeBytes: 1_000_000,
      order: "oms-reference",
      signature: null,
    };
  const ids = ["registered", "evidence", "order", "soak", "freeze", "approvals"] as const;
  return {
    ...common,
    type: "promoted",
    environment: `environment-${index}`,
    direction: "promotion",
    registered: source,
    from: null,
    reason: null,
    policy: {
      file: "slipway.yaml",
      ref: "main",
      commit: "b".repeat(40),
      digest: { sha256: "c".repeat(64) },
    },
    rules: ids.map((id) => ({ id, title: "a rule", state: "met", detail: "as it must be" })),
    approvals: [],
    evidenceLevel: "review",
    authors: [{ login: "mona", id: 1 }],
    gate: null,
    hold: false,
  };
}

function append(log: Log): Log {
  const appended = appendEntry(log, anEntry, { signer, crypto: logCrypto });
  for (const { path, content } of appended.files)
    files.set(path, typeof content === "string" ? encoder.encode(content) : content);
  for (const path of appended.superseded) files.delete(path);
  return appended.log;
}

/** Prints wall time, and beside it the CPU's, which a busy machine changes less. */
async function timed<T>(what: string, goal: string, run: () => Promise<T> | T): Promise<T> {
  const start = performance.now();
  const before = process.cpuUsage();
  const value = await run();
  const ms = (performance.now() - start).toFixed(1).padStart(8);
  const { user, system } = process.cpuUsage(before);
  const cpuMs = ((user + system) / 1000).toFixed(1).padStart(8);
  console.log(`${what.padEnd(44)} ${ms} ms, CPU ${cpuMs} ms ${goal}`);
  return value;
}

let log = await openLog(read, key, logCrypto);
await timed(`${toVerify} appends in a row`, "", () => {
  while (log.size < toVerify) log = append(log);
});
for (let round = 1; round <= 3; round += 1) {
  const goal = `(goal at 10,000 entries: < 1,000 ms), ${files.size} files`;
  const request = { read, list, key, crypto: logCrypto, checkpoints: [] };
  const { outcome } = await timed(`verify ${log.size} entries`, goal, () => verifyLog(request));
  if (outcome !== "pass") throw new Error("the log of the benchmark does not verify");
}
await timed(`${toAppendTo - log.size} more appends`, "", () => {
  while (log.size < toAppendTo) log = append(log);
});
for (let round = 1; round <= 3; round += 1) {
  const opened = await timed(`open a log of ${log.size} entries`, "", () =>
    openLog(read, key, logCrypto),
  );
  log = await timed(`append one entry to it`, "(goal with opening: <= 50 ms)", () =>
    append(opened),
  );
}
await timed(`prove entry 1 of ${log.size}`, "", () => proveEntry(read, log, 1));
await timed(`read the newest entries of ${log.size}`, "", () => recentEntries(read, log));
console.log(`peak RSS ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`);

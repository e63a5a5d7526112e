// node scripts/dev.mjs node bench/model-digest.ts: the digest of a model of 1 GB against hashing the same bytes alone.
import { createHash } from "node:crypto";
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { modelRootDigest } from "@slipway/registry";
import { modelFolder } from "@slipway/runner";

const runs = 5;
const megabyte = 1 << 20;
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** One large file, as weights are, or many small ones; 1 GB in all. */
const shapes = [
  { name: "one file of 1 GB", files: 1, megabytes: 1000 },
  { name: "8 files of 125 MB", files: 8, megabytes: 125 },
  { name: "1,000 files of 1 MB", files: 1000, megabytes: 1 },
];

function fill(folder: string, { files, megabytes }: { files: number; megabytes: number }): void {
  const piece = Buffer.alloc(megabyte, "slipway");
  for (let at = 0; at < files; at += 1)
    for (let part = 0; part < megabytes; part += 1)
      writeFileSync(join(folder, `part-${at}.bin`), piece, { flag: "a" });
}

/** Reads and hashes in one buffer, one file after the other, and nothing else. */
function byHand(folder: string): void {
  const buffer = Buffer.allocUnsafe(megabyte);
  for (const name of readdirSync(folder)) {
    const file = openSync(join(folder, name), "r");
    const hash = createHash("sha256");
    for (;;) {
      const length = readSync(file, buffer);
      if (length === 0) break;
      hash.update(buffer.subarray(0, length));
    }
    hash.digest();
    closeSync(file);
  }
}

async function byModel(folder: string): Promise<string> {
  const files = await modelFolder((path) => path).read(folder);
  return modelRootDigest(files ?? [], sha256).sha256;
}

async function time(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return (
    values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN
  );
}

const root = mkdtempSync(join(tmpdir(), "bench-model-"));
try {
  for (const shape of shapes) {
    const folder = join(root, "model");
    mkdirSync(folder);
    fill(folder, shape);
    const [hand, ours]: [number[], number[]] = [[], []];
    for (let run = 0; run < runs; run += 1) {
      hand.push(await time(() => byHand(folder)));
      ours.push(await time(() => byModel(folder)));
    }
    const ratio = median(ours) / median(hand);
    console.log(
      `${shape.name}: bytes ${median(hand).toFixed(0)} ms, digest ${median(ours).toFixed(0)} ms, ratio ${ratio.toFixed(2)} (goal 1.2)`,
    );
    rmSync(folder, { recursive: true });
  }
  console.log(`peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
} finally {
  rmSync(root, { recursive: true });
}

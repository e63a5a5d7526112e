import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readDemo } from "../read-demo.ts";
import { addCounts, type Counts } from "../suite.ts";
import { askGo } from "./interop/go.ts";
import { askGto } from "./interop/gto.ts";
import { askModelSigning } from "./interop/model-signing.ts";

/** Software that is not ours reads what the demo left: each program accepts it, and does not with one byte changed. */
export async function checkInterop(): Promise<Counts> {
  const demo = await readDemo();
  const folder = await mkdtemp(join(tmpdir(), "slipway-interop-"));
  try {
    return addCounts([
      await askGto(demo, folder),
      await askModelSigning(demo, folder),
      await askGo(demo, folder),
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

import { cp, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { pythonTool, type PythonTool } from "../../../../test/slow/python/python-tool.ts";
import { demoFolder, type DemoResult } from "../../read-demo.ts";
import { addCounts, claim, type Counts } from "../../suite.ts";
import { turnBit } from "./turn-bit.ts";

const bundle = z.object({ dsseEnvelope: z.object({ payload: z.base64() }) });
const statement = z.object({
  subject: z.array(z.object({ digest: z.object({ sha256: z.string() }) })).length(1),
});

/** A signed model on disk. */
type Signed = { readonly path: string; readonly signature: string; readonly key: string };

/** The released model_signing verifies every model of the demo with its key. */
export async function askModelSigning({ models }: DemoResult, folder: string): Promise<Counts> {
  const tool = await pythonTool("model-signing");
  const parts: Counts[] = [];
  for (const { version, digest, ...at } of models) {
    const signed = {
      path: join(demoFolder, at.path),
      signature: join(demoFolder, at.signature),
      key: join(demoFolder, at.key),
    };
    const whole = await verify(tool, signed);
    parts.push(claim(`model_signing verifies ${version}`, whole === 0, `exit ${whole}`));
    const subject = await readSubject(signed.signature);
    parts.push(claim("its signature names the digest", subject === digest, subject));
    for (const file of await readdir(signed.path)) {
      const path = join(folder, version, file);
      await cp(signed.path, path, { recursive: true });
      await turnBit(join(path, file), /([^]+)/);
      const changed = await verify(tool, { ...signed, path });
      parts.push(claim(`not with a byte of ${file} changed`, changed !== 0, `exit ${changed}`));
    }
    const signature = join(folder, `${version}.sig`);
    await cp(signed.signature, signature);
    await turnBit(signature, /"payload": ?"([^"]+)"/);
    const forged = await verify(tool, { ...signed, signature });
    parts.push(claim("not with a byte of its signature changed", forged !== 0, `exit ${forged}`));
  }
  return addCounts(parts);
}

/** The root digest that a signature is about. */
async function readSubject(signature: string): Promise<string> {
  const { dsseEnvelope } = bundle.parse(JSON.parse(await readFile(signature, "utf8")));
  const [only] = statement.parse(JSON.parse(atob(dsseEnvelope.payload))).subject;
  return `sha256:${only?.digest.sha256 ?? ""}`;
}

async function verify(tool: PythonTool, { path, signature, key }: Signed): Promise<number> {
  const args = ["verify", "key", path, "--signature", signature, "--public_key", key];
  return (await tool(args, demoFolder)).exitCode;
}

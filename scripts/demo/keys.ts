import { generateKeyPairSync } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { command } from "./command-line.ts";
import type { Steps } from "./steps.ts";

/** The keys of the story: the log's, and the one that signs models. The secret halves stay in memory. */
export type Keys = {
  readonly audit: string;
  readonly publicAudit: string;
  readonly signing: string;
  /** The file that holds the public half of the signing key. */
  readonly publicSigning: string;
};

/** Makes the log's key as a user does, and a P-256 key for models. */
export async function makeKeys(
  steps: Steps,
  { folder, work }: { readonly folder: string; readonly work: string },
): Promise<Keys> {
  const audit = await command(steps, {
    id: "audit-key",
    title: "slipway init --audit makes the log's key pair",
    folder: work,
    args: ["init", "--audit", "--name", "github.com/acme/flight-delays"],
    exitCode: 0,
    outcome: "done",
  });
  const pair = generateKeyPairSync("ec", {
    namedCurve: "P-256",
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const publicSigning = join(folder, "signing-key.pem");
  await writeFile(publicSigning, pair.publicKey);
  const policy = await readFile(join(work, "slipway.yaml"), "utf8");
  const publicAudit = /^audit: \{ key: (\S+) \}$/m.exec(policy)?.[1];
  if (publicAudit === undefined) throw new Error("init --audit wrote no key into slipway.yaml");
  return { audit: audit.trim(), publicAudit, signing: pair.privateKey, publicSigning };
}

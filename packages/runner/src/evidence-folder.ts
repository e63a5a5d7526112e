import { mkdirSync, readdirSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { evidenceSchema, parseEvidence } from "@slipway/contracts";
import type { EvidenceFolder } from "@slipway/ports";
import { unwritable, writeWhole } from "./workspace-files.ts";

/**
 * A folder of evidence, made where it is missing. Its documents are checked against the strict schema when written.
 * @throws UserError SW1304 where it cannot be made
 */
export function evidenceFolder(path: string): EvidenceFolder {
  makeFolder(path);
  return {
    path,
    blobPath: ({ sha256 }) => join(path, "blobs", "sha256", sha256),
    write: async (evidence) => {
      const file = join(path, `${evidence.kind}-${evidence.name}.json`);
      await mkdir(dirname(file), { recursive: true });
      await writeWhole(
        file,
        file,
        `${JSON.stringify(evidenceSchema.parse(evidence), undefined, 1)}\n`,
      );
      return file;
    },
    list: async () => {
      const names = readdirSync(path).filter((name) => name.endsWith(".json"));
      return Promise.all(names.sort().map((name) => readEvidence(join(path, name))));
    },
  };
}

function makeFolder(path: string): void {
  try {
    mkdirSync(join(path, "blobs", "sha256"), { recursive: true });
  } catch (cause) {
    throw unwritable(path, cause);
  }
}

async function readEvidence(path: string) {
  return { path, evidence: parseEvidence(await readFile(path, "utf8"), path) };
}

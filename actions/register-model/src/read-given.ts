import { parseEvidence } from "@slipway/contracts";
import { UserError } from "@slipway/kernel";
import type { EvidenceFile } from "@slipway/ports";
import type { Ports } from "./ports.ts";

/**
 * The evidence that patterns name, or all that this job has.
 * @throws UserError SW1402 for a pattern without a file, SW1401 for a file that is no evidence
 */
export async function readGiven(
  patterns: readonly string[],
  { files, folder }: Pick<Ports, "files" | "folder">,
): Promise<readonly EvidenceFile[]> {
  if (patterns.length === 0) return folder.list();
  const paths = new Set<string>();
  for (const pattern of patterns) {
    const found = await files.list(pattern);
    if (found.length === 0) throw nothing(pattern);
    for (const path of found) paths.add(path);
  }
  return Promise.all(
    [...paths].map(async (path) => ({
      path,
      evidence: parseEvidence(await files.readText(path), path),
    })),
  );
}

function nothing(pattern: string): UserError {
  return new UserError({
    code: "SW1402",
    message: `no evidence matches ${JSON.stringify(pattern.slice(0, 200))}`,
    remedy: "Name files that validate-data or evaluate-model wrote, or leave `evidence` out.",
  });
}

import { parseEvidence } from "@slipway/contracts";
import { UserError } from "@slipway/kernel";
import type { EvidenceFile, EvidenceFolder, Files } from "@slipway/ports";

/**
 * The evidence that is named, or all that earlier steps left behind.
 * @throws UserError SW1402 where there is none, SW1401 where a file is damaged
 */
export async function gatherEvidence(
  patterns: readonly string[],
  ports: { readonly files: Files; readonly folder: EvidenceFolder },
): Promise<readonly EvidenceFile[]> {
  const found =
    patterns.length === 0 ? await ports.folder.list() : await readNamed(patterns, ports.files);
  if (found.length === 0) throw nothing(patterns);
  return found;
}

async function readNamed(patterns: readonly string[], files: Files): Promise<EvidenceFile[]> {
  const paths = new Set<string>();
  for (const pattern of patterns) {
    const matches = await files.list(pattern);
    if (matches.length === 0) throw nothing([pattern]);
    for (const path of matches) paths.add(path);
  }
  return Promise.all(
    [...paths].map(async (path) => ({
      path,
      evidence: parseEvidence(await files.readText(path), path),
    })),
  );
}

function nothing(patterns: readonly string[]): UserError {
  const where =
    patterns.length === 0
      ? "no step of this job left evidence"
      : `nothing matches ${patterns.join(", ").slice(0, 200)}`;
  return new UserError({
    code: "SW1402",
    message: where,
    remedy:
      "Run validate-data or evaluate-model before this step (slipway validate, slipway evaluate), or name their files with `evidence`.",
  });
}

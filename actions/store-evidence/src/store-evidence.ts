import { parseEvidence } from "@slipway/contracts";
import { UserError, type Digest } from "@slipway/kernel";
import type {
  EvidenceBranch,
  EvidenceFile,
  EvidenceFolder,
  Files,
  StoredFile,
} from "@slipway/ports";
import type { Inputs } from "./inputs.ts";

/** What store-evidence needs of the world. */
export type Ports = {
  readonly files: Files;
  readonly folder: EvidenceFolder;
  readonly branch: EvidenceBranch;
  /** The checked-out commit, and the event that started the job. */
  readonly commit: string | undefined;
  readonly event: string | undefined;
};

/** What was stored. */
export type Stored = {
  readonly commit: string;
  readonly changed: boolean;
  readonly attempts: number;
  readonly names: readonly string[];
};

/**
 * Writes evidence and its item blobs to the branch in one commit, beside that of other commits. A pull request
 * never writes: what it would store could judge the next one.
 * @throws UserError SW1001 in a pull request, SW1402 without evidence, SW1301 without its items, SW3202, SW3203
 */
export async function storeEvidence(
  input: Pick<Inputs, "evidence">,
  ports: Ports,
): Promise<Stored> {
  const { commit } = ports;
  if (ports.event?.startsWith("pull_request") === true) throw notHere();
  const found =
    input.evidence.length === 0
      ? await ports.folder.list()
      : await readNamed(input.evidence, ports.files);
  if (found.length === 0 || commit === undefined) throw nothing(commit);
  for (const { path, evidence } of found) {
    if (evidence.run.commit !== undefined && evidence.run.commit !== commit)
      throw ofAnother(path, evidence.run.commit, commit);
  }
  const files = (await Promise.all(found.map((file) => filesOf(file, commit, ports)))).flat();
  const names = found.map(({ evidence }) => `${evidence.kind} ${evidence.name}`);
  const stored = await ports.branch.store(
    files,
    `Evidence of ${commit.slice(0, 12)}: ${names.join(", ")}`.slice(0, 500),
  );
  return { ...stored, names };
}

async function filesOf(
  { path, evidence }: EvidenceFile,
  commit: string,
  ports: Ports,
): Promise<StoredFile[]> {
  const document = {
    path: `evidence/${commit}/${evidence.kind}-${evidence.name}.json`,
    content: `${JSON.stringify(evidence, undefined, 1)}\n`,
  };
  const items = evidence.kind === "evaluation" ? evidence.items.digest : undefined;
  if (items === undefined) return [document];
  const file = await findItems(path, items, ports);
  return [document, { path: `blobs/sha256/${items.sha256}`, content: { file } }];
}

/** Where the items lie: beside the evidence, as an artifact brings them, or in this job's own folder. */
async function findItems(path: string, items: Digest, { files, folder }: Ports): Promise<string> {
  const beside = `${path.replace(/[^/\\]*$/, "")}blobs/sha256/${items.sha256}`;
  for (const place of [beside, folder.blobPath(items)])
    if (await files.exists(place)) return files.locate(place);
  throw new UserError({
    code: "SW1301",
    message: `the items of ${path} (${items.sha256.slice(0, 12)}) are not beside it`,
    remedy: "Bring the whole folder of evidence from the other job, blobs/ included.",
  });
}

async function readNamed(patterns: readonly string[], files: Files): Promise<EvidenceFile[]> {
  const paths = (await Promise.all(patterns.map((pattern) => files.list(pattern)))).flat();
  return Promise.all(
    [...new Set(paths)].map(async (path) => ({
      path,
      evidence: parseEvidence(await files.readText(path), path),
    })),
  );
}

function notHere(): UserError {
  return new UserError({
    code: "SW1001",
    message:
      "store-evidence does not run for pull requests: only the default branch makes baselines",
    remedy: "Add to the step: if: github.event_name == 'push'",
  });
}

function nothing(commit: string | undefined): UserError {
  return new UserError({
    code: "SW1402",
    message:
      commit === undefined
        ? "there is no commit that the evidence could belong to"
        : "there is no evidence to store",
    remedy: "Run validate-data or evaluate-model before this step, in the same job.",
  });
}

function ofAnother(path: string, claimed: string, commit: string): UserError {
  return new UserError({
    code: "SW1401",
    message: `${path} is evidence of commit ${claimed.slice(0, 12)}, but ${commit.slice(0, 12)} is checked out`,
    remedy: "Store evidence in the job that made it.",
  });
}

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { parseEvidence, type Evidence } from "@slipway/contracts";
import { UserError } from "@slipway/kernel";
import type { ArtifactFile, EvidenceFile, EvidenceFolder } from "@slipway/ports";
import { temporaryFolder, type Environment } from "./environment.ts";
import { maxArtifactBytes, unpackEvidence } from "./unpack-evidence.ts";
import { writeWhole } from "./workspace-files.ts";

/** Whether a text can be the name of an artifact, on every file system and in every log. */
export function isArtifactName(name: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(name);
}

/** Whether the runner offers an artifact service that the client speaks with: GitHub Enterprise Server has none. */
export function hasArtifacts(env: Environment): boolean {
  const server = URL.parse(env["GITHUB_SERVER_URL"] ?? "https://github.com")?.hostname ?? "";
  return (
    Boolean(env["ACTIONS_RESULTS_URL"]) && /(?:^github\.com|\.ghe\.com|\.localhost)$/i.test(server)
  );
}

/**
 * Stores evidence and its items for other jobs of this run; without a name, nothing is done.
 * @throws UserError SW3107
 */
export async function keepEvidence(
  name: string | undefined,
  found: readonly EvidenceFile[],
  env: Environment,
): Promise<void> {
  if (name === undefined) return;
  const folder = evidenceHome(env);
  const items = found.flatMap(({ evidence }) => itemsOf(evidence) ?? []);
  const blobs = items.map((sha256) => join(folder, "blobs", "sha256", sha256));
  const files = [...new Set([...found.map(({ path }) => path), ...blobs])];
  const { uploadArtifact } = await import("./artifact/index.ts");
  await uploadArtifact({ name, folder, files, isRerun: isRerun(env) });
}

/** Whether this is a later attempt of its run. */
export function isRerun(env: Environment): boolean {
  return Number(env["GITHUB_RUN_ATTEMPT"] ?? "1") > 1;
}

/** Where the steps of a job leave evidence. */
export function evidenceHome(env: Environment): string {
  return join(temporaryFolder(env), "slipway", "evidence");
}

/**
 * The folder, with what other jobs of this run stored as artifacts: read as hostile, laid beside what the job's own
 * steps left, and never in place of it. `list` throws UserError SW3106 for an artifact that is missing or damaged,
 * SW3105 for evidence of another run, SW1401 for evidence that is none or differs from what is there.
 */
export function withJobArtifacts(
  folder: EvidenceFolder,
  names: readonly string[],
  env: Environment,
): EvidenceFolder {
  if (names.length === 0) return folder;
  return {
    ...folder,
    list: async () => {
      const read: ReadArtifact[] = [];
      for (const name of new Set(names)) read.push(await readArtifact(name, env));
      for (const artifact of read) await adopt(artifact, folder);
      return folder.list();
    },
  };
}

type ReadArtifact = {
  readonly name: string;
  readonly evidences: readonly Evidence[];
  readonly blobs: ReadonlyMap<string, Uint8Array>;
};

async function readArtifact(name: string, env: Environment): Promise<ReadArtifact> {
  const { downloadArtifact } = await import("./artifact/index.ts");
  const temporary = join(temporaryFolder(env), "slipway", "downloads");
  const zip = await downloadArtifact(name, { temporary, maxBytes: maxArtifactBytes });
  const files = unpackEvidence(zip, { blobs: true });
  const evidences = files
    .filter((file) => file.name.endsWith(".json"))
    .map((file) => parseDocument(file, name, env));
  if (evidences.length === 0) throw unusable(name, "holds no evidence");
  const blobs = new Map(
    files.filter((file) => !file.name.endsWith(".json")).map((file) => blobOf(file, name)),
  );
  const lost = evidences.map(itemsOf).find((items) => items !== undefined && !blobs.has(items));
  if (lost !== undefined) throw unusable(name, `lacks the items ${lost.slice(0, 12)}`);
  return { name, evidences, blobs };
}

function parseDocument(file: ArtifactFile, artifact: string, env: Environment): Evidence {
  const place = `${file.name} of the artifact "${artifact}"`;
  const evidence = parseEvidence(new TextDecoder("utf-8").decode(file.bytes), place);
  const { runId, commit } = evidence.run;
  const isOurs = String(runId) === env["GITHUB_RUN_ID"] && commit === env["GITHUB_SHA"];
  if (!isOurs || file.name !== `${evidence.kind}-${evidence.name}.json`) throw foreign(place);
  return evidence;
}

function blobOf({ name, bytes }: ArtifactFile, artifact: string): [string, Uint8Array] {
  const claimed = name.slice(-64);
  if (createHash("sha256").update(bytes).digest("hex") !== claimed)
    throw unusable(artifact, `holds items that do not fit their digest ${claimed.slice(0, 12)}`);
  return [claimed, bytes];
}

async function adopt(artifact: ReadArtifact, folder: EvidenceFolder): Promise<void> {
  const there = new Map(
    (await folder.list()).map(({ path, evidence }) => [relative(folder.path, path), evidence]),
  );
  for (const evidence of artifact.evidences) {
    const known = there.get(`${evidence.kind}-${evidence.name}.json`);
    if (known === undefined) await folder.write(evidence);
    else if (JSON.stringify(known) !== JSON.stringify(evidence)) throw twice(artifact, evidence);
  }
  for (const [sha256, bytes] of artifact.blobs) {
    const path = folder.blobPath({ sha256 });
    if (!existsSync(path)) await writeWhole(path, path, bytes);
  }
}

function itemsOf(evidence: Evidence): string | undefined {
  return evidence.kind === "evaluation" ? evidence.items.digest?.sha256 : undefined;
}

function unusable(artifact: string, problem: string): UserError {
  return new UserError({
    code: "SW3106",
    message: `the artifact "${artifact}" ${problem}`,
    remedy:
      "Name artifacts that validate-data or evaluate-model stored with their input `artifact`.",
  });
}

function foreign(place: string): UserError {
  return new UserError({
    code: "SW3105",
    message: `${place} is not of this run and commit, or not under its own name`,
    remedy: "Let a job of this run make the evidence; nothing of the artifact was used.",
  });
}

function twice({ name }: ReadArtifact, evidence: Evidence): UserError {
  return new UserError({
    code: "SW1401",
    message: `${evidence.kind} ${evidence.name} of the artifact "${name}" differs from the one that is there already`,
    remedy: "Give each evaluation and data set its own name, so that none hides another.",
  });
}

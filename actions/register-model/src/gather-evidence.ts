import {
  parseEvidence,
  verdictOf,
  type Evidence,
  type EvidenceReference,
  type ModelConfig,
} from "@slipway/contracts";
import { UserError, worstOutcome, type Digest } from "@slipway/kernel";
import type { BranchView, EvidenceFile, StoredFile } from "@slipway/ports";
import { demandMergedRules, type MergedRules } from "./demand-rules.ts";
import type { Ports } from "./ports.ts";

/** What the evidence has to be about. */
export type Demand = {
  readonly model: ModelConfig;
  readonly digest: Digest;
  readonly commit: string;
  readonly rules: MergedRules;
};

/** Evidence that holds, as an entry names it, and the files that keep it on the branch. */
export type Gathered = {
  readonly references: readonly EvidenceReference[];
  readonly files: readonly StoredFile[];
};

type Found = { readonly evidence: Evidence; readonly path: string; readonly bytes: string };

/**
 * Finds passing evidence for every data set and evaluation of the model: what this job found, else what the branch
 * keeps of this commit. All of it is checked before anything is written.
 * @throws UserError SW4001 where some is missing, SW4002 where it failed or is about other bytes or another commit
 */
export async function gatherEvidence(
  demand: Demand,
  given: readonly EvidenceFile[],
  { view, sha256, files }: Pick<Ports, "sha256" | "files"> & { readonly view: BranchView },
): Promise<Gathered> {
  const wanted = wantedOf(demand.model);
  const found: Found[] = [];
  for (const [kind, name] of wanted) {
    const own = given.find(({ evidence }) => evidence.kind === kind && evidence.name === name);
    const evidence =
      own === undefined
        ? await fromBranch(view, `evidence/${demand.commit}/${kind}-${name}.json`)
        : { ...own, bytes: `${JSON.stringify(own.evidence, undefined, 1)}\n` };
    if (evidence === undefined) throw missing(demand, `${kind} ${name}`);
    demandFit(evidence, demand);
    found.push(evidence);
  }
  const stored = await Promise.all(found.map((each) => filesOf(each, { demand, sha256, files })));
  return {
    references: stored.map(({ reference }) => reference),
    files: stored.flatMap((each) => each.files),
  };
}

function wantedOf(model: ModelConfig): (readonly [Evidence["kind"], string])[] {
  const evaluations = model.evaluations ?? [];
  if (evaluations.length === 0) {
    throw new UserError({
      code: "SW4001",
      message: `the model ${model.name} names no evaluation, so that nothing says that it is good`,
      remedy: `Name them in slipway.yaml: models: [{ name: ${model.name}, evaluations: [ … ] }]`,
    });
  }
  return [
    ...(model.data ?? []).map((name) => ["data-validation", name] as const),
    ...evaluations.map((name) => ["evaluation", name] as const),
  ];
}

async function fromBranch(view: BranchView, path: string): Promise<Found | undefined> {
  const bytes = (await view.readFiles([path])).get(path);
  if (bytes === undefined) return undefined;
  const text = new TextDecoder().decode(bytes);
  return { evidence: parseEvidence(text, `slipway:${path}`), path, bytes: text };
}

async function filesOf(
  { evidence, path, bytes }: Found,
  { demand, sha256, files }: Pick<Ports, "sha256" | "files"> & { readonly demand: Demand },
): Promise<{ reference: EvidenceReference; files: StoredFile[] }> {
  const { kind, name, outcome, finishedAt } = evidence;
  const digest = { sha256: sha256(new TextEncoder().encode(bytes)) };
  const reference = { kind, name, outcome, digest, finishedAt };
  const stored: StoredFile[] = [
    { path: `blobs/sha256/${digest.sha256}`, content: bytes },
    { path: `evidence/${demand.commit}/${kind}-${name}.json`, content: bytes },
  ];
  const items = evidence.kind === "evaluation" ? evidence.items.digest : undefined;
  if (items !== undefined) {
    const file = `${path.replace(/[^/\\]*$/, "")}blobs/sha256/${items.sha256}`;
    if (await files.exists(file))
      stored.push({ path: `blobs/sha256/${items.sha256}`, content: { file: files.locate(file) } });
  }
  return { reference, files: stored };
}

function demandFit({ evidence, path }: Found, { model, digest, commit, rules }: Demand): void {
  const what = `${evidence.kind} ${evidence.name}`;
  // A document says its outcome twice: once by itself, once by its checks.
  const outcome = worstOutcome([evidence.outcome, verdictOf(evidence.checks).outcome]);
  if (outcome !== "pass" && outcome !== "warn")
    throw unfit(
      `${what} ended as ${outcome}`,
      `Only models whose evidence passes are registered. See ${path}, mend what it names, and run the checks again.`,
    );
  if (evidence.run.commit !== commit)
    throw unfit(
      `${what} (${path}) is of commit ${(evidence.run.commit ?? "none").slice(0, 12)}, but ${commit.slice(0, 12)} is registered`,
      "Run validate-data and evaluate-model on the commit that is registered, in this job or before store-evidence.",
    );
  demandMergedRules(evidence, path, rules);
  if (evidence.kind !== "evaluation") return;
  const judged = evidence.subjects.find(({ name }) => name === model.path);
  if (judged === undefined)
    throw unfit(
      `${what} (${path}) speaks for no model: the folder ${model.path} was not there when it was made`,
      "Let the training, or a download step, put the model's folder there before evaluate-model.",
    );
  if (judged.digest.sha256 !== digest.sha256)
    throw unfit(
      `${what} judged sha256:${judged.digest.sha256.slice(0, 12)}, but the folder ${model.path} is sha256:${digest.sha256.slice(0, 12)}: other bytes`,
      "Evaluate exactly the bytes that are registered: bring the judged folder here, or evaluate this one.",
    );
}

function missing({ model, commit }: Demand, what: string): UserError {
  return new UserError({
    code: "SW4001",
    message: `there is no evidence of ${what} for commit ${commit.slice(0, 12)}, which ${model.name} needs`,
    remedy:
      "Run validate-data and evaluate-model before this step, or bring what other jobs of this run found: from-artifacts.",
  });
}

function unfit(message: string, remedy: string): UserError {
  return new UserError({ code: "SW4002", message, remedy });
}

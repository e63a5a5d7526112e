import { appendEntry, openLog, versionOf, type SignerKey } from "@slipway/audit";
import type { ModelConfig, Person, RegisteredEntry, RegisteredVersion } from "@slipway/contracts";
import { demandPublished, entryTime, readModelState, type Delivery } from "@slipway/delivery";
import type { BranchChange, BranchView, EvidenceFile, StoredFile, TagRecord } from "@slipway/ports";
import { signModel } from "@slipway/registry";
import { chooseVersion } from "./choose-version.ts";
import { gatherEvidence, type Gathered } from "./gather-evidence.ts";
import type { MergedRules } from "./demand-rules.ts";
import type { Inputs } from "./inputs.ts";
import type { JudgedModel } from "./judge-model.ts";
import type { Ports } from "./ports.ts";

/** What is settled before the branch is looked at. */
export type Candidate = {
  readonly input: Inputs;
  readonly delivery: Delivery;
  readonly model: ModelConfig;
  readonly output: string;
  readonly signer: SignerKey;
  readonly commit: string;
  readonly judged: JudgedModel;
  readonly rules: MergedRules;
  readonly given: readonly EvidenceFile[];
  readonly tags: readonly TagRecord[];
  readonly actor: Person | null;
  readonly notices: readonly string[];
};

/** The version, new or known, and what to tell about it. */
export type Planned = {
  readonly registered: RegisteredVersion;
  readonly notices: readonly string[];
};

/**
 * The files of a registration on top of `view`; none where the same bytes are registered already.
 * @throws UserError SW4001 to SW4009, SW4304 to SW4308; nothing is written then
 */
export async function planRegistration(
  view: BranchView,
  candidate: Candidate,
  ports: Ports,
): Promise<BranchChange<Planned>> {
  const { input, delivery, model, commit, judged, tags } = candidate;
  const log = await openLog(view.readFiles, delivery.key, ports.crypto);
  const state = await readModelState(view, log, model.name);
  demandPublished(tags, { ...log, model: model.name, entries: state.entries });
  const version = chooseVersion({
    model: model.name,
    path: model.path,
    digest: judged.digest,
    commit,
    version: input.version,
    bump: input.bump,
    registered: state.versions,
    tags,
  });
  if (typeof version !== "string") return knownAlready(version, input);
  const demand = { model, digest: judged.digest, commit, rules: candidate.rules };
  const gathered = await gatherEvidence(demand, candidate.given, { ...ports, view });
  const signature = sign(candidate, ports);
  const { time, notices } = entryTime(ports.clock.now(), state.newestTime);
  const draft = draftEntry({ candidate, version, gathered, time, signature }, ports);
  const appended = appendEntry(log, draft, { signer: candidate.signer, crypto: ports.crypto });
  const registered = versionOf(draft(appended.index));
  return {
    files: [...gathered.files, ...(signature?.files ?? []), ...appended.files],
    removed: appended.superseded,
    message: `Register ${model.name} ${version} as entry ${appended.index}`,
    result: { registered, notices },
  };
}

function knownAlready(registered: RegisteredVersion, input: Inputs): BranchChange<Planned> {
  const unsigned = input.signingKey !== undefined && registered.signature === null;
  const notice = `${registered.model} ${registered.version} was registered without a signature, and stays so: a registration never changes`;
  return { files: [], message: "", result: { registered, notices: unsigned ? [notice] : [] } };
}

type Signature = {
  readonly record: NonNullable<RegisteredEntry["signature"]>;
  readonly files: readonly StoredFile[];
};

function sign({ input, judged, model }: Candidate, { keys, sha256 }: Ports): Signature | undefined {
  if (input.signingKey === undefined) return undefined;
  const folder = model.path.split("/").findLast((part) => part !== "" && part !== ".");
  const { bundle, keyHint } = signModel(
    { files: judged.files, folder: folder ?? model.name, privateKeyPem: input.signingKey },
    keys,
    sha256,
  );
  const digest = { sha256: sha256(new TextEncoder().encode(bundle)) };
  const files = [{ path: `blobs/sha256/${digest.sha256}`, content: bundle }];
  return { record: { digest, keyHint }, files };
}

type Draft = {
  readonly candidate: Candidate;
  readonly version: string;
  readonly gathered: Gathered;
  readonly time: string;
  readonly signature: Signature | undefined;
};

function draftEntry(draft: Draft, { context }: Ports): (index: number) => RegisteredEntry {
  const { candidate, version, gathered, time, signature } = draft;
  const { judged, commit, actor, model } = candidate;
  return (index) => ({
    schema: "slipway/log-entry/v1",
    type: "registered",
    index,
    time,
    key: `register/${model.name}/${judged.digest.sha256}`,
    model: model.name,
    version,
    digest: judged.digest,
    commit,
    actor,
    run: context.run,
    tool: context.tool,
    evidence: [...gathered.references],
    files: judged.count,
    sizeBytes: judged.sizeBytes,
    order: "oms-reference",
    signature: signature?.record ?? null,
  });
}

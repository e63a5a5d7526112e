import { openLog, proveEntry } from "@slipway/audit";
import type { Registration } from "@slipway/contracts";
import {
  demandReadable,
  loadDelivery,
  logSigner,
  modelOf,
  publishVersion,
  refusePullRequest,
} from "@slipway/delivery";
import { mergedRules } from "./demand-rules.ts";
import type { Inputs } from "./inputs.ts";
import { demandMerged, readModel } from "./judge-model.ts";
import { planRegistration, type Candidate } from "./plan-registration.ts";
import type { Ports } from "./ports.ts";
import { readGiven } from "./read-given.ts";
import { outputFolder, writeProofs } from "./write-proofs.ts";

/**
 * Registers a model: evidence, entry, version and checkpoint in one commit of the log's branch, then the tag. Run
 * again after a crash it completes what is missing, and doubles nothing.
 * @throws UserError of the first demand that is not met; nothing is written then
 */
export async function registerModel(input: Inputs, ports: Ports): Promise<Registration> {
  const candidate = await prepare(input, ports);
  const { result, changed } = await ports.branch.update((view) =>
    planRegistration(view, candidate, ports),
  );
  const { registered, notices } = result;
  const { model, version, digest, commit, entry } = registered;
  const published = { model, version, commit, entry, digest: digest.sha256 };
  const tag = await publishVersion(ports.tags, { ...published, now: ports.clock.now() });
  const view = await ports.branch.view();
  const log = await openLog(view.readFiles, candidate.delivery.key, ports.crypto);
  const proof = await proveEntry(view.readFiles, log, entry);
  const written = await writeProofs({ registered, proof, view }, candidate.output, ports);
  return {
    schema: "slipway/registration/v1",
    outcome: "pass",
    state: changed ? "registered" : "already-registered",
    model,
    version,
    digest,
    commit,
    entry,
    checkpoint: { size: log.size, root: { sha256: log.rootHex } },
    tag: tag.name,
    ...written,
    notices: [...candidate.notices, ...notices, ...tag.notices],
  };
}

/** Settles everything that does not depend on where the branch stands. */
async function prepare(input: Inputs, ports: Ports): Promise<Candidate> {
  refusePullRequest(ports.context.run.event);
  const branch = await ports.defaultBranch();
  const delivery = await loadDelivery(branch, ports.sha256);
  const model = modelOf(delivery, input.model);
  const output = outputFolder(model, input.output);
  const signer = logSigner(input.auditKey, delivery.key, ports.crypto);
  const commit = await demandMerged(ports.commit, branch);
  const judged = await readModel(model, ports);
  const { runId } = ports.context.run;
  const facts = runId === undefined ? undefined : await (await ports.people?.())?.run(runId);
  // The variables of a job are what its author likes; the API knows how the run began.
  refusePullRequest(facts?.event);
  const tags = await ports.tags.list();
  return {
    input,
    delivery,
    model,
    output,
    signer,
    commit,
    judged,
    rules: await mergedRules(commit, ports),
    given: await readGiven(input.evidence, ports),
    tags,
    notices: demandReadable(tags, model.name),
    actor: facts?.triggeringActor ?? facts?.actor ?? null,
  };
}

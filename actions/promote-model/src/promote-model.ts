import { openLog, proveEntry, type Log } from "@slipway/audit";
import type { Promotion } from "@slipway/contracts";
import {
  demandPublished,
  environmentOf,
  loadDelivery,
  logSigner,
  modelOf,
  readModelState,
  refusePullRequest,
} from "@slipway/delivery";
import type { BranchView } from "@slipway/ports";
import { chooseCandidate, parseModelAtVersion } from "./choose-candidate.ts";
import { gatherAnswers } from "./gather-answers.ts";
import type { Inputs } from "./inputs.ts";
import { planPromotion, type Planned, type Request } from "./plan-promotion.ts";
import type { Ports } from "./ports.ts";
import { publishPromotion, type PublishedPromotion } from "./publish-promotion.ts";
import { describePromotion } from "./describe-promotion.ts";

/**
 * Decides whether a version may move to an environment, and moves it: pointer, entry and checkpoint in one commit of
 * the log's branch, then GitHub's deployment and the registry's stage tag. Run again after a crash it completes what
 * is missing, and doubles nothing. A refusal is logged; waiting and a dry run leave no trace.
 * @throws UserError where the decision cannot be made or kept; nothing has moved then
 */
export async function promoteModel(input: Inputs, ports: Ports): Promise<Promotion> {
  const request = await prepare(input, ports);
  const { result } = await ports.branch.update((view) => planPromotion(view, request, ports));
  const published = input.dryRun ? undefined : await publish(result, { request, input }, ports);
  return describePromotion({ request, planned: result, published }, input, ports);
}

/** Settles everything that does not depend on what others write to the branch meanwhile. */
async function prepare(input: Inputs, ports: Ports): Promise<Request> {
  refusePullRequest(ports.context.run.event);
  const { model: name, version } = parseModelAtVersion(input.model);
  const branch = await ports.defaultBranch();
  const delivery = await loadDelivery(branch, ports.sha256);
  const model = modelOf(delivery, name);
  const environment = environmentOf(delivery, input.to);
  const signer = input.dryRun ? undefined : logSigner(input.auditKey, delivery.key, ports.crypto);
  // Before the log: a run that goes on meanwhile makes its tag after its entry.
  const tags = await ports.tags.list();
  const view = await ports.branch.view();
  const log = await openLog(view.readFiles, delivery.key, ports.crypto);
  const state = await readModelState(view, log, model.name);
  // A version that is missing since the log was cut off was registered all the same.
  demandPublished(tags, { ...log, model: name, entries: state.entries });
  const candidate = chooseCandidate(state, { model: name, version, environment });
  const since = state.pointers.get(environment.name)?.commit;
  const host = input.dryRun ? undefined : await ports.host?.();
  // Noticed now, while nothing has moved.
  await host?.deployments.demandWritable();
  return {
    delivery,
    model,
    environment,
    candidate,
    reason: input.reason ?? null,
    answers: await gatherAnswers({ environment, commit: candidate.commit, since }, ports),
    tags,
    deployments: (await host?.deployments.list(environment.name, 10)) ?? [],
    signer,
  };
}

/** What follows a promotion, looked at from where the branch is now. */
async function publish(
  { entry }: Planned,
  { request, input }: { readonly request: Request; readonly input: Inputs },
  ports: Ports,
): Promise<PublishedPromotion | undefined> {
  if (entry?.type !== "promoted") return undefined;
  const view = await ports.branch.view();
  const log = await openLog(view.readFiles, request.delivery.key, ports.crypto);
  const proof = await writeProof({ view, log, entry: entry.index }, { request, input }, ports);
  return { proof, ...(await publishPromotion(entry, { view, log }, ports)) };
}

async function writeProof(
  { view, log, entry }: { readonly view: BranchView; readonly log: Log; readonly entry: number },
  { request, input }: { readonly request: Request; readonly input: Inputs },
  { files }: Ports,
): Promise<string> {
  const { model, version } = request.candidate;
  const folder = input.output.replace(/^\.\/?/, "").replace(/\/+$/, "");
  const path = `${folder === "" ? "" : `${folder}/`}${model}-${version}-${request.environment.name}.tlog-proof`;
  await files.write(path, await proveEntry(view.readFiles, log, entry));
  return path;
}

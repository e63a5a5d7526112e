import { pointerPath, type Log } from "@slipway/audit";
import { environmentPointerSchema, type PromotedEntry, type Promotion } from "@slipway/contracts";
import { publishStage, publishVersion } from "@slipway/delivery";
import type { BranchView } from "@slipway/ports";
import type { CodeHost, Ports } from "./ports.ts";

/** The views of a promotion that people and other tools look at. */
export type PublishedPromotion = {
  readonly proof: string;
  readonly checkpoint: NonNullable<Promotion["checkpoint"]>;
  readonly deployment: Promotion["deployment"];
  readonly tag: string | null;
  readonly notices: readonly string[];
};

/** How far back a deployment of the same entry is looked for. */
const remembered = 100;

/**
 * Records a promotion as GitHub's deployment and as the registry's stage tag, each only where it is missing. Where a
 * later promotion has moved the environment meanwhile, these views are that one's.
 * @throws UserError SW3111, SW3205, SW4009
 */
export async function publishPromotion(
  entry: PromotedEntry,
  { view, log }: { readonly view: BranchView; readonly log: Log },
  ports: Ports,
): Promise<Omit<PublishedPromotion, "proof">> {
  const checkpoint = { size: log.size, root: { sha256: log.rootHex } };
  const { model, version, commit, digest, environment, index } = entry;
  if (await isReplaced(entry, view)) {
    const notice = `a later promotion has moved ${environment} since; deployment and tag are left to it`;
    return { checkpoint, deployment: null, tag: null, notices: [notice] };
  }
  const host = await ports.host?.();
  const deployment = host === undefined ? null : await deploy(entry, { host, log }, ports);
  const published = { model, version, commit, digest: digest.sha256, now: ports.clock.now() };
  const registered = await publishVersion(ports.tags, { ...published, entry: entry.registered });
  const stage = await publishStage(ports.tags, { ...published, entry: index, environment });
  const alone =
    host === undefined ? ["no token was given: the deployment is not recorded on GitHub"] : [];
  return {
    checkpoint,
    deployment,
    tag: stage.name,
    notices: [...alone, ...registered.notices, ...stage.notices],
  };
}

async function isReplaced(entry: PromotedEntry, view: BranchView): Promise<boolean> {
  const path = pointerPath(entry.environment, entry.model);
  const bytes = (await view.readFiles([path])).get(path);
  if (bytes === undefined) return true;
  const pointer = environmentPointerSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  return pointer.entry !== entry.index;
}

async function deploy(
  entry: PromotedEntry,
  { host, log }: { readonly host: CodeHost; readonly log: Log },
  { context }: Ports,
): Promise<NonNullable<Promotion["deployment"]>> {
  const { deployments } = host;
  const { model, version, environment, index, commit, digest } = entry;
  const known = await deployments.list(environment, remembered);
  const description = `${model} ${version}, entry ${index} of the log`;
  const found =
    known.find((each) => each.entry === index && each.commit === commit) ??
    (await deployments.create({
      environment,
      commit,
      model,
      version,
      digest: `sha256:${digest.sha256}`,
      entry: index,
      size: log.size,
      root: log.rootHex,
      description,
    }));
  await deployments.succeed(found.id, { description, logUrl: context.run.url });
  return { id: found.id, url: found.url };
}

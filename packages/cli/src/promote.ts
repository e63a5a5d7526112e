import { inputs, promoteModel } from "@slipway/promote-model";
import { renderPromotion, renderPromotionText } from "@slipway/report";
import { jobIdentity } from "@slipway/runner";
import { deliveryPorts, githubConnection } from "./delivery-ports.ts";
import { printDocument, readPrintOptions } from "./print-document.ts";
import { readFlags, type Flags } from "./read-flags.ts";
import type { Verdict } from "./verdict.ts";

/** `slipway promote`: decides, and moves a version to an environment. */
export async function promote(model: string, flags: Flags): Promise<Verdict> {
  const print = readPrintOptions(flags, "text");
  const { env } = process;
  const input = readFlags(inputs, {
    ...flags,
    model,
    dryRun: flags["dryRun"] === true ? "true" : "",
    output: flags["outputFolder"],
    auditKey: env["SLIPWAY_AUDIT_KEY"],
  });
  const ports = deliveryPorts();
  const connection = githubConnection();
  const promotion = await promoteModel(input, {
    ...ports,
    host:
      connection &&
      (async () => {
        const { githubDeployments, githubPeople } = await import("@slipway/github");
        const github = await connection();
        return { people: githubPeople(github), deployments: githubDeployments(github) };
      }),
    identity: () => jobIdentity(env, { notice: (message) => ports.log.notice(message) }),
  });
  await printDocument(promotion, print, { markdown: renderPromotion, text: renderPromotionText });
  return promotion;
}

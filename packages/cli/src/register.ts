import { join } from "node:path";
import { gitBaseRevision, headCommit } from "@slipway/git";
import { inputs, registerModel } from "@slipway/register-model";
import { renderRegistration, renderRegistrationText } from "@slipway/report";
import { ecdsaKeys, evidenceFolder, modelFolder } from "@slipway/runner";
import { deliveryPorts, githubConnection } from "./delivery-ports.ts";
import { printDocument, readPrintOptions } from "./print-document.ts";
import { readFlags, type Flags } from "./read-flags.ts";
import type { Verdict } from "./verdict.ts";

/** `slipway register`: registers a model from this folder. */
export async function register(model: string, flags: Flags): Promise<Verdict> {
  const print = readPrintOptions(flags, "text");
  const { env } = process;
  const input = readFlags(inputs, {
    ...flags,
    model,
    output: flags["outputFolder"],
    auditKey: env["SLIPWAY_AUDIT_KEY"],
    signingKey: env["SLIPWAY_SIGNING_KEY"],
  });
  const ports = deliveryPorts();
  const connection = githubConnection();
  const registration = await registerModel(input, {
    ...ports,
    folder: evidenceFolder(join(ports.home, "evidence")),
    models: modelFolder(ports.files.locate),
    people:
      connection &&
      (async () => {
        const { githubPeople } = await import("@slipway/github");
        return githubPeople(await connection());
      }),
    commit: await headCommit(ports.folder),
    readCommitted: (commit, path) =>
      gitBaseRevision({ folder: ports.folder, ref: "HEAD", commit }).readText(path),
    keys: ecdsaKeys,
  });
  await printDocument(registration, print, {
    markdown: renderRegistration,
    text: renderRegistrationText,
  });
  return registration;
}

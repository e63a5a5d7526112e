import { renderVerification, renderVerificationText } from "@slipway/report";
import { ecdsaKeys, modelFolder } from "@slipway/runner";
import { inputs, verifyModel } from "@slipway/verify-model";
import { logPorts, sha256 } from "./log-ports.ts";
import { printDocument, readPrintOptions } from "./print-document.ts";
import { readFlags, type Flags } from "./read-flags.ts";
import type { Verdict } from "./verdict.ts";

/** `slipway verify model`. */
export async function verifyModelFolder(path: string, flags: Flags): Promise<Verdict> {
  const print = readPrintOptions(flags, "text");
  const input = readFlags(inputs, { ...flags, path, environment: flags["env"] });
  const ports = logPorts(input);
  const verification = await verifyModel(input, {
    ...ports,
    models: modelFolder(ports.files.locate),
    keys: ecdsaKeys,
    sha256,
  });
  await printDocument(verification, print, {
    markdown: renderVerification,
    text: renderVerificationText,
  });
  return verification;
}

import { historyOf, openLog, readEntries, type Log, type VerifierKey } from "@slipway/audit";
import type { LogEntry } from "@slipway/contracts";
import { demandPublished, trustedKey, type Delivery } from "@slipway/delivery";
import { UserError } from "@slipway/kernel";
import type { BranchView } from "@slipway/ports";
import { renderHistory, renderHistoryText } from "@slipway/report";
import { field, logCrypto } from "@slipway/runner";
import { inputs } from "@slipway/verify-model";
import { stderrLog } from "./local-ports.ts";
import { logPorts } from "./log-ports.ts";
import { parseTime } from "./parse-time.ts";
import { printDocument, readPrintOptions } from "./print-document.ts";
import { readFlags, type Flags } from "./read-flags.ts";
import type { Verdict } from "./verdict.ts";

const historyInputs = inputs.pick({ model: true, key: true, log: true, branch: true }).extend({
  env: inputs.shape.environment,
  at: field.text(),
});

/**
 * `slipway history`: told from the entries alone, each of which is followed up to the signed root first.
 * @throws UserError SW4305 for a log that does not hold, SW4306 for one that is older than the tags of `origin`, SW4309
 * without one, SW4008 for a model that it does not know, SW4201 for an environment
 */
export async function history(name: string, flags: Flags): Promise<Verdict> {
  const print = readPrintOptions(flags, "text");
  const input = readFlags(historyInputs, { ...flags, model: name });
  const at = input.at === undefined ? undefined : parseTime(input.at);
  if (at !== undefined && at !== input.at) stderrLog.info(`--at ${input.at ?? ""} is ${at}`);
  const ports = logPorts(input);
  const trusted = await trustedKey(input.key, ports.delivery);
  // Before the log: a run that goes on meanwhile makes its tag after its entry.
  const tags = await ports.tags?.list();
  const { log: opened, entries } = await readLog(await ports.view(), trusted);
  if (tags !== undefined) {
    const ofModel = entries.filter(({ model }) => model === name);
    demandPublished(tags, { size: opened.size, model: name, entries: ofModel });
  }
  demandKnown(name, entries);
  if (input.env !== undefined) await demandEnvironment(input.env, entries, ports.delivery);
  const told = historyOf(entries, {
    model: name,
    environment: input.env,
    at,
    log: { size: opened.size, root: { sha256: opened.rootHex } },
  });
  await printDocument(told, print, { markdown: renderHistory, text: renderHistoryText });
  return { outcome: "pass" };
}

async function readLog(
  { readFiles }: BranchView,
  trusted: VerifierKey,
): Promise<{ readonly log: Log; readonly entries: readonly LogEntry[] }> {
  try {
    const opened = await openLog(readFiles, trusted, logCrypto);
    const entries = await readEntries(readFiles, opened, { from: 0, to: opened.size });
    return { log: opened, entries };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (error.code !== "SW4304" && error.code !== "SW4305") throw error;
    throw new UserError({
      code: "SW4305",
      message: `the log does not hold, so that nothing is told from it: ${error.message}`,
      remedy: "See what was changed, and by whom it can be mended: slipway verify audit",
      cause: error,
    });
  }
}

/** One that the log does not know may be in the policy: nothing was promoted there yet. */
async function demandEnvironment(
  name: string,
  entries: readonly LogEntry[],
  delivery: (() => Promise<Delivery>) | undefined,
): Promise<void> {
  const ofLog = entries.flatMap((entry) => (entry.type === "registered" ? [] : entry.environment));
  if (ofLog.includes(name)) return;
  const ofPolicy = (await delivery?.())?.config.environments ?? [];
  const known = new Set([...ofPolicy.map((environment) => environment.name), ...ofLog]);
  if (known.has(name)) return;
  const nobody =
    delivery === undefined ? "the log knows no" : "neither the policy nor the log knows an";
  throw new UserError({
    code: "SW4201",
    message: `${nobody} environment ${name}`,
    remedy:
      known.size === 0
        ? "None is known yet."
        : `Name one of: ${[...known].slice(0, 20).join(", ")}.`,
  });
}

function demandKnown(name: string, entries: readonly LogEntry[]): void {
  if (entries.some((entry) => entry.model === name)) return;
  if (entries.length === 0) {
    throw new UserError({
      code: "SW4309",
      message: "there is no log yet: nothing is registered in this repository",
      remedy: `Register a version first: slipway register ${name}`,
    });
  }
  const known = [...new Set(entries.map((entry) => entry.model))].slice(0, 20);
  throw new UserError({
    code: "SW4008",
    message: `the log knows no model ${name}`,
    remedy: `It knows ${known.join(", ")}.`,
  });
}

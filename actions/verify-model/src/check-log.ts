import {
  blobPath,
  openLog,
  openProof,
  proveEntry,
  readEntries,
  type VerifierKey,
} from "@slipway/audit";
import type { LogEntry, RegisteredEntry, VerificationCheck } from "@slipway/contracts";
import { demandPublished } from "@slipway/delivery";
import { UserError, type Digest } from "@slipway/kernel";
import type { BranchView } from "@slipway/ports";
import { checkEnvironment, newestPromotions } from "./check-environment.ts";
import { checkProofAgainst } from "./check-proof.ts";
import { damageOf, nothingFound, type Findings, type ReadLog } from "./findings.ts";
import type { Inputs } from "./inputs.ts";
import type { Ports } from "./ports.ts";
import { digestWords, nameOf, timeWords } from "./words.ts";

type Wanted = Pick<Inputs, "environment" | "model" | "proof">;

/**
 * Looks for a folder's digest in the log: which version it is, that its entry is under the signed root, and whether
 * the environment should run it. Every entry is recomputed, because only they say what replaced what.
 * @throws UserError SW4309 without a log, SW4306 for one of `origin` that is older than its tags
 */
export async function checkLog(
  digest: Digest,
  input: Wanted,
  { key, ports }: { readonly key: VerifierKey; readonly ports: Ports },
): Promise<Findings> {
  // Before the log: a run that goes on meanwhile makes its tag after its entry.
  const tags = await ports.tags?.list();
  const view = await ports.view();
  const found = await readLog(view, key, ports);
  if (typeof found === "string") return { checks: [notWhole(found)], ...nothingFound };
  const { log, entries } = found;
  if (tags !== undefined) demandPublished(tags, { size: log.size, entries });
  if (log.size === 0) throw noLog();
  const registered = chooseVersion(digest, input, entries);
  const checks = [
    registered === undefined ? notRegistered(digest, input, entries) : isRegistered(registered),
    ...(registered === undefined ? [] : [await checkEntry(registered, found, ports)]),
    ...(input.proof === undefined
      ? []
      : [await checkProofAgainst(found, { digest, key, path: input.proof, ports })]),
    ...(input.environment === undefined
      ? []
      : await checkEnvironment(digest, { ...input, environment: input.environment }, found)),
  ];
  const readBlob = async (sha256: string) => {
    const path = blobPath(sha256);
    return (await view.readFiles([path])).get(path);
  };
  return { checks, found: registered, registered, readBlob };
}

async function readLog(
  view: BranchView,
  key: VerifierKey,
  { crypto }: Ports,
): Promise<ReadLog | string> {
  try {
    const log = await openLog(view.readFiles, key, crypto);
    const entries = await readEntries(view.readFiles, log, { from: 0, to: log.size });
    return { log, view, entries };
  } catch (error) {
    return damageOf(error);
  }
}

/** Two models may have the same bytes: the one that the environment runs is meant, else the newest. */
function chooseVersion(
  digest: Digest,
  { model, environment }: Wanted,
  entries: readonly LogEntry[],
): RegisteredEntry | undefined {
  const candidates = entries
    .filter((entry) => entry.type === "registered")
    .filter((entry) => entry.digest.sha256 === digest.sha256)
    .filter((entry) => model === undefined || entry.model === model);
  const running = newestPromotions(entries, environment).find(
    (entry) =>
      entry.digest.sha256 === digest.sha256 && (model === undefined || entry.model === model),
  );
  return candidates.find((entry) => entry.model === running?.model) ?? candidates.at(-1);
}

function isRegistered(entry: RegisteredEntry): VerificationCheck {
  const signature = entry.signature === null ? "without a signature" : "with a signature";
  return {
    id: "registered",
    title: "the folder is a registered version",
    outcome: "pass",
    detail: `${nameOf(entry)}, registered ${timeWords(entry.time)} at commit ${entry.commit.slice(0, 12)}, ${signature}`,
    entry: entry.index,
  };
}

function notRegistered(
  digest: Digest,
  { model }: Wanted,
  entries: readonly LogEntry[],
): VerificationCheck {
  const versions = entries.filter(
    (entry) => entry.type === "registered" && (model === undefined || entry.model === model),
  );
  const other = entries.find(
    (entry) => entry.type === "registered" && entry.digest.sha256 === digest.sha256,
  );
  const newest = versions.at(-1);
  const known =
    newest === undefined
      ? `the log knows no model ${model ?? "at all"}`
      : `the newest that is registered is ${nameOf(newest)}`;
  const also = other === undefined ? "" : `; they are ${nameOf(other)}`;
  return {
    id: "registered",
    title: "the folder is a registered version",
    outcome: "fail",
    detail: `no version${model === undefined ? "" : ` of ${model}`} has these bytes (${digestWords(digest)})${also}: a file was changed, added or removed, or it is another folder; ${known}`,
  };
}

async function checkEntry(
  { index }: RegisteredEntry,
  { log, view }: ReadLog,
  { crypto }: Ports,
): Promise<VerificationCheck> {
  const check = { id: "entry", title: "its entry is in the log that the key signed", entry: index };
  try {
    const proof = await proveEntry(view.readFiles, log, index);
    openProof(proof, log.key, crypto);
    const detail = `entry ${index} is under root ${log.rootHex.slice(0, 12)} of ${log.size} entries, signed by ${log.key.name}`;
    return { ...check, outcome: "pass", detail };
  } catch (error) {
    return { ...check, outcome: "fail", detail: damageOf(error) };
  }
}

function notWhole(detail: string): VerificationCheck {
  const more = "nothing that it says can be trusted: see `slipway verify audit`";
  return {
    id: "log",
    title: "the log is what its key signed",
    outcome: "fail",
    detail: `${detail}; ${more}`,
  };
}

function noLog(): UserError {
  return new UserError({
    code: "SW4309",
    message: "there is no log to look into",
    remedy:
      "The first `slipway register MODEL` makes it. With `log`, name the folder that holds the files `checkpoint`, `tile/` and `entries/`.",
  });
}

import { checkConsistency, openProof, type ProvenEntry, type VerifierKey } from "@slipway/audit";
import type { LogEntry, VerificationCheck } from "@slipway/contracts";
import type { Digest } from "@slipway/kernel";
import { damageOf, nothingFound, type Findings, type ReadLog } from "./findings.ts";
import type { Inputs } from "./inputs.ts";
import type { Ports } from "./ports.ts";
import { digestWords, nameOf, stayWords, timeWords } from "./words.ts";

const later = "whether a later entry replaced it cannot be known without the log";

/** A proof that is to be read, and the digest that it should be about. */
export type ProofQuestion = {
  readonly digest: Digest;
  readonly key: VerifierKey;
  readonly path: string;
  readonly ports: Pick<Ports, "files" | "crypto">;
};

/**
 * What a proof says on its own: that the log held this entry when its checkpoint was signed. What came later it cannot
 * say, so that a check of the environment is a `warn` at best.
 * @throws UserError SW1301 without the file
 */
export async function checkProof(
  question: ProofQuestion,
  { environment, model }: Pick<Inputs, "environment" | "model">,
): Promise<Findings> {
  const proven = await readProof(question);
  if (typeof proven === "string")
    return { checks: [{ ...entryCheck, outcome: "fail", detail: proven }], ...nothingFound };
  const { entry, checkpoint } = proven;
  const isEntry = {
    ...entryCheck,
    outcome: "pass" as const,
    detail: `entry ${entry.index} is under the root of ${checkpoint.size} entries, signed by ${checkpoint.origin}; ${later}${unsaid(entry)}`,
    entry: entry.index,
  };
  const registered = isAbout(proven, question.digest, model);
  if (registered.outcome === "fail") return { checks: [registered, isEntry], ...nothingFound };
  return {
    ...nothingFound,
    checks: [
      registered,
      isEntry,
      ...(environment === undefined ? [] : [ranIn(environment, proven)]),
    ],
    found: entry,
    registered: entry.type === "registered" ? entry : undefined,
  };
}

/** Only a registration says whether the model was signed. */
function unsaid({ type }: LogEntry): string {
  return type === "promoted"
    ? "; whether the model was signed is said by the proof of its registration"
    : "";
}

/** A proof beside the log: it holds on its own, is about these bytes, and today's log goes on from it. */
export async function checkProofAgainst(
  { log, view }: ReadLog,
  question: ProofQuestion,
): Promise<VerificationCheck> {
  const check = { id: "proof", title: "the proof is one of this log, and of this model" };
  const proven = await readProof(question);
  if (typeof proven === "string") return { ...check, outcome: "fail", detail: proven };
  const { entry, checkpoint } = proven;
  const found = isAbout(proven, question.digest, undefined);
  if (found.outcome === "fail") return { ...check, outcome: "fail", detail: found.detail };
  const goesOn = await checkConsistency(view.readFiles, log, checkpoint);
  const sizes = `the log had ${checkpoint.size} entries then and has ${log.size} now`;
  return {
    ...check,
    outcome: goesOn ? "pass" : "fail",
    detail: goesOn
      ? `entry ${entry.index}; ${sizes}, and begins with them`
      : `${sizes}, but does not begin with them: it was rewritten or cut off since`,
    entry: entry.index,
  };
}

const entryCheck = { id: "entry", title: "its entry is in the log that the key signed" };

async function readProof({ path, key, ports }: ProofQuestion): Promise<ProvenEntry | string> {
  const text = await ports.files.readText(path);
  try {
    return openProof(text, key, ports.crypto);
  } catch (error) {
    return damageOf(error);
  }
}

function isAbout(
  { entry }: ProvenEntry,
  digest: Digest,
  model: string | undefined,
): VerificationCheck {
  const check = {
    id: "registered",
    title: "the folder is a registered version",
    entry: entry.index,
  };
  if (entry.type === "refused") {
    const detail = `the proof is of a promotion of ${nameOf(entry)} to ${entry.environment} that was refused`;
    return { ...check, outcome: "fail", detail };
  }
  if (entry.digest.sha256 !== digest.sha256 || (model !== undefined && model !== entry.model)) {
    const detail = `the proof is of ${nameOf(entry)}; this folder is ${digestWords(digest)}: a file was changed, added or removed, or it is another folder`;
    return { ...check, outcome: "fail", detail };
  }
  const what = entry.type === "registered" ? "registered" : `promoted to ${entry.environment}`;
  return {
    ...check,
    outcome: "pass",
    detail: `${nameOf(entry)}, ${what} ${timeWords(entry.time)}`,
  };
}

function ranIn(environment: string, { entry }: ProvenEntry): VerificationCheck {
  const check = {
    id: "environment",
    title: `it is what ${environment} should run`,
    entry: entry.index,
  };
  if (entry.type === "registered") {
    const detail = `the proof is of the registration, which says nothing about ${environment}; the log does, and so does the proof of its promotion`;
    return { ...check, outcome: "inconclusive", detail };
  }
  if (entry.type !== "promoted" || entry.environment !== environment)
    return { ...check, outcome: "fail", detail: `the proof is of ${entry.environment}` };
  return { ...check, outcome: "warn", detail: `it was put there ${stayWords(entry)}; ${later}` };
}

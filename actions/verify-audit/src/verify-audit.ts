import {
  openLog,
  readEntries,
  verifyLog,
  type Log,
  type ReadFiles,
  type VerifierKey,
} from "@slipway/audit";
import type { AuditVerification, VerificationCheck } from "@slipway/contracts";
import { trustedKey } from "@slipway/delivery";
import { UserError, worstOutcome } from "@slipway/kernel";
import type { TagRecord } from "@slipway/ports";
import { parseGtoTag } from "@slipway/registry";
import { compareDeployments, type ComparedLog } from "./compare-deployments.ts";
import { compareTags } from "./compare-tags.ts";
import type { Inputs } from "./inputs.ts";
import { judgeActivity } from "./judge-activity.ts";
import type { CodeHost, Ports } from "./ports.ts";

/** What was found, and what nobody was asked about. */
export type AuditResult = {
  readonly verification: AuditVerification;
  /** Witnesses that were not asked, in words. */
  readonly unasked: readonly string[];
  /** Why the code host did not answer, which its checks then say too. */
  readonly failure?: UserError;
};

/**
 * Recomputes the log, and compares it with older checkpoints, with the tags of `origin` and, where it may be asked,
 * with what the code host remembers. The key comes from the caller or the default branch.
 * @throws UserError SW4301 without a key, SW4309 where nothing speaks of a log, SW1301 without a checkpoint's file
 */
export async function verifyAudit(
  input: Pick<Inputs, "key" | "log" | "checkpoint" | "branch">,
  ports: Ports,
): Promise<AuditResult> {
  const key = await trustedKey(input.key, ports.delivery);
  const checkpoints = await readCheckpoints(input.checkpoint, ports);
  const { readFiles: read, list } = await ports.view();
  const { crypto } = ports;
  const verification = await verifyLog({ read, list, key, crypto, checkpoints });
  const tags = await ports.tags?.list();
  const host = await ports.host?.();
  const isAlone = tags === undefined && host === undefined;
  const compared = isAlone ? undefined : await readLog(read, key, ports);
  const asked = await askHost(host, { input, compared, tags, ports });
  const checks = [
    ...verification.checks,
    ...(tags === undefined ? [] : tagChecks(tags, compared)),
    ...asked.checks,
  ];
  const hasLog = verification.root !== null || checkpoints.length > 0;
  if (!hasLog && !checks.some(({ outcome }) => outcome === "fail")) throw noLog(input);
  const found = withChecks(verification, checks);
  // A log that is not whole is the graver finding: what could not be asked beside it is told by its check alone.
  const failure = found.outcome === "fail" ? undefined : asked.failure;
  return {
    verification: found,
    unasked: [
      ...(tags === undefined ? ["the tags of the repository"] : []),
      ...(host === undefined ? ["GitHub's deployments and the activity of the branch"] : []),
    ],
    ...(failure === undefined ? {} : { failure }),
  };
}

function withChecks(
  verification: AuditVerification,
  checks: readonly VerificationCheck[],
): AuditVerification {
  const outcome = worstOutcome([verification.outcome, ...checks.map((check) => check.outcome)]);
  return { ...verification, outcome, checks: [...checks] };
}

async function readCheckpoints(patterns: readonly string[], { files }: Ports) {
  const paths = await Promise.all(
    patterns.map(async (pattern) => {
      const found = await files.list(pattern);
      // A glob that finds nothing would verify less than was asked for, in silence.
      return found.length === 0 ? [pattern] : found;
    }),
  );
  return Promise.all(
    [...new Set(paths.flat())].map(async (name) => ({ name, text: await files.readText(name) })),
  );
}

/** The entries again, for comparing; `undefined` where the log does not hold, which its own checks say. */
async function readLog(
  read: ReadFiles,
  key: VerifierKey,
  { crypto }: Ports,
): Promise<ComparedLog | undefined> {
  try {
    const log: Log = await openLog(read, key, crypto);
    return { log, read, entries: await readEntries(read, log, { from: 0, to: log.size }) };
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

function tagChecks(
  tags: readonly TagRecord[],
  compared: ComparedLog | undefined,
): readonly VerificationCheck[] {
  return compared === undefined
    ? [notCompared("tags", "every tag of the registry is what the log says")]
    : compareTags(tags, compared.entries);
}

type Facts = {
  readonly input: Pick<Inputs, "key" | "branch">;
  readonly compared: ComparedLog | undefined;
  readonly tags: readonly TagRecord[] | undefined;
  readonly ports: Ports;
};

async function askHost(
  host: CodeHost | undefined,
  facts: Facts,
): Promise<{ readonly checks: readonly VerificationCheck[]; readonly failure?: UserError }> {
  if (host === undefined) return { checks: [] };
  const { input, compared } = facts;
  const title = "today's log is an extension of what every deployment pinned";
  const pinned = await answerOf({ id: "deployments", title }, async () =>
    compared === undefined
      ? [notCompared("deployments", title)]
      : compareDeployments(host.deployments, await environmentsOf(facts, compared), compared),
  );
  const activity = await answerOf(
    { id: "activity", title: "the branch was only ever appended to" },
    async () => judgeActivity(input.branch, await host.activity.rewrites(input.branch)),
  );
  const failure = pinned.failure ?? activity.failure;
  return {
    checks: [...pinned.checks, ...activity.checks],
    ...(failure === undefined ? {} : { failure }),
  };
}

/** What could not be asked is never a pass, and takes nothing from the other checks. */
async function answerOf(
  check: Pick<VerificationCheck, "id" | "title">,
  ask: () => Promise<readonly VerificationCheck[]>,
): Promise<{ checks: readonly VerificationCheck[]; failure?: UserError }> {
  try {
    return { checks: await ask() };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const detail = `not checked: ${error.message}`;
    return { checks: [{ ...check, outcome: "inconclusive", detail }], failure: error };
  }
}

/** Those of the log, the tags and the policy: the entries of an environment may be what was cut off. */
async function environmentsOf(
  { tags = [], input, ports }: Facts,
  { entries }: ComparedLog,
): Promise<Set<string>> {
  const stages = tags.flatMap(({ name }) => parseGtoTag(name)?.stage ?? []);
  const ofLog = entries.flatMap((entry) =>
    entry.type === "registered" ? [] : [entry.environment],
  );
  const delivery = input.key === undefined ? await ports.delivery?.() : undefined;
  const ofPolicy = (delivery?.config.environments ?? []).map(({ name }) => name);
  return new Set([...ofLog, ...stages, ...ofPolicy]);
}

function notCompared(id: string, title: string): VerificationCheck {
  return {
    id,
    title,
    outcome: "inconclusive",
    detail: "not compared: the log does not verify",
  };
}

function noLog({ log, branch }: Pick<Inputs, "log" | "branch">): UserError {
  return new UserError({
    code: "SW4309",
    message:
      log === undefined
        ? `there is no log yet: origin has no branch ${branch} with entries, and nothing that names one`
        : `there is no log in ${log}`,
    remedy:
      log === undefined
        ? "The first `slipway register MODEL` makes it."
        : "Name the folder that holds the files `checkpoint`, `tile/` and `entries/`: a checkout of the branch slipway.",
  });
}

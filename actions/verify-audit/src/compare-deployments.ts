import { checkConsistency, type Log, type ReadFiles } from "@slipway/audit";
import type { LogEntry, VerificationCheck } from "@slipway/contracts";
import type { DeploymentRecord, Deployments } from "@slipway/ports";

const mostOfEnvironment = 100;

/** The log that is compared, and its entries. */
export type ComparedLog = {
  readonly log: Log;
  readonly read: ReadFiles;
  readonly entries: readonly LogEntry[];
};

/**
 * Compares the size and root that GitHub's deployments have pinned with today's log, which must be an extension of
 * each: a log that was cut off or rewritten is not, whoever signed it. The newest hundred of each environment count.
 * @throws UserError SW3111
 */
export async function compareDeployments(
  deployments: Deployments,
  environments: Iterable<string>,
  compared: ComparedLog,
): Promise<readonly VerificationCheck[]> {
  const wrong: VerificationCheck[] = [];
  let count = 0;
  // GitHub takes names that differ only in case for one environment.
  const distinct = new Map([...environments].map((name) => [name.toLowerCase(), name]));
  for (const environment of distinct.values()) {
    for (const deployment of await deployments.list(environment, mostOfEnvironment)) {
      count += 1;
      const detail = await mistakeOf(deployment, compared);
      if (detail === undefined) continue;
      const title = `today's log is an extension of what deployment ${deployment.id} (${environment.slice(0, 100)}) pinned`;
      wrong.push({ id: `deployment/${deployment.id}`, title, outcome: "fail", detail });
    }
  }
  if (wrong.length > 0) return wrong;
  const title = "today's log is an extension of what every deployment pinned";
  const detail = count === 0 ? "Slipway made no deployments yet" : `${count} compared`;
  return [{ id: "deployments", title, outcome: "pass", detail }];
}

async function mistakeOf(
  { size, root, entry: index, environment }: DeploymentRecord,
  { log, read, entries }: ComparedLog,
): Promise<string | undefined> {
  if (size > log.size)
    return `it was made when the log had ${size} entries; it has ${log.size} now: its end was cut off`;
  const older = { origin: log.key.name, size, root: bytesOf(root) };
  if (!(await checkConsistency(read, log, older)))
    return `the first ${size} entries had root ${root.slice(0, 12)} then and have another one now: the log was rewritten`;
  const entry = entries[index];
  const isSame =
    entry?.type === "promoted" && entry.environment.toLowerCase() === environment.toLowerCase();
  if (isSame) return undefined;
  return `it names entry ${index}, which is no promotion to this environment`;
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, at) =>
    Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16),
  );
}

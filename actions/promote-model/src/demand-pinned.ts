import { checkConsistency, type Log, type ReadFiles } from "@slipway/audit";
import { pinnedCheckpoint } from "@slipway/delivery";
import { UserError } from "@slipway/kernel";
import type { DeploymentRecord } from "@slipway/ports";

/**
 * Compares the log with the size and root that GitHub's deployments remember of it, a memory that a push to the
 * branch cannot reach.
 * @throws UserError SW4306 for a log that was cut off or rewritten
 */
export async function demandPinned(
  deployments: readonly DeploymentRecord[],
  log: Log,
  read: ReadFiles,
): Promise<void> {
  for (const { id, size, root } of deployments) {
    if (await checkConsistency(read, log, pinnedCheckpoint(log, { size, root }))) continue;
    throw new UserError({
      code: "SW4306",
      message: `deployment ${id} remembers the log with ${size} entries and root ${root.slice(0, 12)}; today's log has ${log.size} and is not its continuation: the branch was cut off or rewritten`,
      remedy:
        "Find out who rewrote the branch (the repository's activity page lists force pushes), and restore it: git push --force origin OLD_COMMIT:refs/heads/slipway. `slipway verify audit` tells when it is whole.",
    });
  }
}

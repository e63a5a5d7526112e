import type { EnvironmentPointer, LogEntry } from "@slipway/contracts";
import { UserError } from "@slipway/kernel";

/**
 * A run promotes a version once. Run again after others moved the environment on, it would undo that, by an approval
 * that was given before.
 * @throws UserError SW4202
 */
export function demandFirstTime(
  entries: readonly LogEntry[],
  key: string,
  current: EnvironmentPointer | null,
): void {
  const done = entries.find((entry) => entry.type === "promoted" && entry.key === key);
  // Outside a run there is nothing to tell repeats by.
  if (done?.type !== "promoted" || done.run.runId === undefined || current === null) return;
  const { model, version, environment, index } = done;
  throw new UserError({
    code: "SW4202",
    message: `this run promoted ${model} ${version} to ${environment} already, as entry ${index} of the log; entry ${current.entry} has put ${current.version} there since`,
    remedy:
      "A run promotes a version once, so that one that is run again undoes nothing. To promote it again, start a new run: it is approved anew.",
  });
}

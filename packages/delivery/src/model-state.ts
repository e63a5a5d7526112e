import {
  lastEntry,
  pointerOf,
  pointerPath,
  readEntries,
  staysOf,
  versionOf,
  type Log,
  type Stay,
} from "@slipway/audit";
import type { EnvironmentPointer, LogEntry, RegisteredVersion } from "@slipway/contracts";
import { UserError } from "@slipway/kernel";
import type { BranchView } from "@slipway/ports";

/** What the log says of one model. Made from its entries alone: files beside them could have been edited. */
export type ModelState = {
  readonly entries: readonly LogEntry[];
  readonly versions: readonly RegisteredVersion[];
  /** By environment: what should run there. */
  readonly pointers: ReadonlyMap<string, EnvironmentPointer>;
  readonly stays: (environment: string) => readonly Stay[];
  /** The time of the log's newest entry, of any model. */
  readonly newestTime: string | undefined;
};

/**
 * Reads every entry of the log, each checked against the signed root, and gives what they say of `model`.
 * @throws UserError SW4305 where the log, or a pointer beside it, was edited
 */
export async function readModelState(
  view: BranchView,
  log: Log,
  model: string,
): Promise<ModelState> {
  const entries = await readEntries(view.readFiles, log, { from: 0, to: log.size, model });
  const pointers = new Map<string, EnvironmentPointer>();
  const versions: RegisteredVersion[] = [];
  for (const entry of entries) {
    if (entry.type === "promoted") pointers.set(entry.environment, pointerOf(entry));
    if (entry.type === "registered") versions.push(versionOf(entry));
  }
  await demandPointers(view, pointers);
  return {
    entries,
    versions,
    pointers,
    stays: (environment) => staysOf(entries, { model, environment }),
    newestTime: (await lastEntry(view.readFiles, log))?.time,
  };
}

async function demandPointers(
  view: BranchView,
  pointers: ReadonlyMap<string, EnvironmentPointer>,
): Promise<void> {
  const paths = [...pointers.values()].map((pointer) => ({
    path: pointerPath(pointer.environment, pointer.model),
    text: `${JSON.stringify(pointer, undefined, 1)}\n`,
  }));
  const files = await view.readFiles(paths.map(({ path }) => path));
  for (const { path, text } of paths) {
    const found = files.get(path);
    if (found === undefined || new TextDecoder().decode(found) !== text) throw edited(path);
  }
}

function edited(path: string): UserError {
  return new UserError({
    code: "SW4305",
    message: `${path} does not say what the log says: it was edited`,
    remedy:
      "See what else was changed, and by which commit: slipway verify audit; git log origin/slipway",
  });
}

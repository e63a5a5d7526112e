import {
  environmentPointerSchema,
  logEntrySchema,
  registeredVersionSchema,
  type EnvironmentPointer,
  type LogEntry,
  type RegisteredVersion,
} from "@slipway/contracts";
import { runGit } from "@slipway/testkit";
import type { z } from "zod";

/** What lies on the slipway branch, read with git alone. */
export type LogFiles = {
  readonly entries: readonly LogEntry[];
  readonly pointers: readonly EnvironmentPointer[];
  readonly versions: readonly RegisteredVersion[];
  /** The signed note of the newest state. */
  readonly checkpoint: string;
};

/** Reads the branch of a bare repository. */
export async function readBranch(remote: string): Promise<LogFiles> {
  const git = (...args: readonly string[]) => runGit({ directory: remote, args });
  const read = async <S extends z.ZodType>(folder: string, schema: S): Promise<z.output<S>[]> => {
    const names = await git("ls-tree", "-r", "--name-only", "slipway", folder);
    const paths = names.split("\n").filter((name) => name !== "");
    return Promise.all(
      paths.map(async (path) => schema.parse(JSON.parse(await git("show", `slipway:${path}`)))),
    );
  };
  return {
    entries: await read("entries/", logEntrySchema),
    pointers: await read("environments/", environmentPointerSchema),
    versions: await read("models/", registeredVersionSchema),
    checkpoint: await git("show", "slipway:checkpoint"),
  };
}

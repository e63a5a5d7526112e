import { parseConfig, type LocatedConfig, type PolicyRecord } from "@slipway/contracts";
import { UserError } from "@slipway/kernel";
import type { BaseRevision, Files } from "@slipway/ports";

/** The configurations that take part in a judgement, and which of them judges. */
export type Policy = {
  readonly file: string;
  /** The working tree's own, where it has one. */
  readonly head: LocatedConfig | undefined;
  /** The base branch's, where a pull request has one. */
  readonly base: LocatedConfig | undefined;
  /** A file of the base branch; `undefined` where there is no base or no such file. */
  readonly readBase: (path: string) => Promise<string | undefined>;
  readonly record: PolicyRecord;
};

/**
 * Reads `slipway.yaml` of the working tree and, for a pull request, of its base branch. Without a file on the base
 * the pull request's own judges, and the record says so.
 * @throws UserError SW1101 where there is none at all; SW1201 to SW1205 where one cannot be read
 */
export async function loadPolicy(
  files: Files,
  file: string,
  base: BaseRevision | undefined,
): Promise<Policy> {
  const headText = (await files.exists(file)) ? await files.readText(file) : undefined;
  const baseText = await base?.readText(file);
  if (headText === undefined && baseText === undefined) throw missing(file);
  return {
    file,
    head: headText === undefined ? undefined : parseConfig(headText, file),
    base:
      baseText === undefined || base === undefined
        ? undefined
        : parseConfig(baseText, `${base.ref}:${file}`),
    readBase: async (path) => (baseText === undefined ? undefined : base?.readText(path)),
    record:
      base === undefined
        ? await workingTree(files, file)
        : recordOf(file, base, baseText !== undefined),
  };
}

/** The digest tells later which rules judged: a model is registered only by those that were merged. */
async function workingTree(files: Files, file: string): Promise<PolicyRecord> {
  const { digest } = await files.describe(file);
  return { origin: "working-tree", file, digest, loosened: [] };
}

function recordOf(file: string, base: BaseRevision, baseHasFile: boolean): PolicyRecord {
  const { ref, commit } = base;
  if (baseHasFile) return { origin: "base", file, ref, commit, loosened: [] };
  const note = `${ref} has no ${file} yet: the pull request's own judges it`;
  return { origin: "pull-request", file, ref, commit, note, loosened: [] };
}

function missing(file: string): UserError {
  return new UserError({
    code: "SW1101",
    message: `there is no ${file}`,
    remedy:
      "Write a first one from what lies in the repository: slipway init\nOr say where it is: --config FILE (input `config`).",
  });
}

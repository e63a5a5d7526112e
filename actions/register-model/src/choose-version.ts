import type { RegisteredVersion } from "@slipway/contracts";
import { UserError, type Digest } from "@slipway/kernel";
import type { TagRecord } from "@slipway/ports";
import {
  nextVersion,
  parseVersion,
  registryView,
  versionTagName,
  type VersionBump,
} from "@slipway/registry";

/** What is to be registered, and what is there already. */
export type VersionQuestion = {
  readonly model: string;
  readonly path: string;
  readonly digest: Digest;
  readonly commit: string;
  readonly version: string | undefined;
  readonly bump: VersionBump;
  readonly registered: readonly RegisteredVersion[];
  readonly tags: readonly TagRecord[];
};

/**
 * The version that these bytes get, or the one that they have.
 * @throws UserError SW4003 where the version has other bytes, SW4004 where it cannot be used, SW4005 where the commit
 * holds another version, SW4009 where a tag that is not of this log has its name
 */
export function chooseVersion(question: VersionQuestion): string | RegisteredVersion {
  const { model, digest, version, registered, tags } = question;
  const wanted = version === undefined ? undefined : `v${parseVersion(version).text}`;
  const same = registered.find((known) => known.digest.sha256 === digest.sha256);
  if (same !== undefined) {
    if (wanted === undefined || wanted === same.version) return same;
    throw sameBytes(same, wanted);
  }
  const taken = registered.find((known) => known.version === wanted);
  if (taken !== undefined) throw otherBytes(taken, question);
  const view = registryView(tags).artifacts.get(model);
  demandFreeCommit(question, view?.versions ?? new Map());
  const tagged = [...(view?.versions.keys() ?? [])];
  const chosen =
    wanted ?? nextVersion([...registered.map((known) => known.version), ...tagged], question.bump);
  const name = versionTagName(model, chosen);
  if (tags.some((tag) => tag.name === name)) throw tagInTheWay(name);
  return chosen;
}

/** GTO cannot read a repository any more where one commit holds two versions of a model. */
function demandFreeCommit(
  { model, commit, registered }: VersionQuestion,
  tagged: ReadonlyMap<string, { readonly commit: string }>,
): void {
  const known = registered.find((each) => each.commit === commit)?.version;
  const other = known ?? [...tagged].find(([, each]) => each.commit === commit)?.[0];
  if (other === undefined) return;
  throw new UserError({
    code: "SW4005",
    message: `commit ${commit.slice(0, 12)} is ${model} ${other} already, with other bytes`,
    remedy:
      "One commit holds one version of a model, or GTO can no longer read the repository. Commit the change that made the other bytes (new data, another seed), and register that commit.",
  });
}

function sameBytes({ model, version }: RegisteredVersion, wanted: string): UserError {
  return new UserError({
    code: "SW4004",
    message: `these bytes are ${model} ${version} already; they cannot be ${wanted} too`,
    remedy: `Leave the version out, or name ${version}.`,
  });
}

function otherBytes(taken: RegisteredVersion, { model, digest, path }: VersionQuestion): UserError {
  return new UserError({
    code: "SW4003",
    message: [
      `${model} ${taken.version} is already registered with other bytes`,
      `registered  sha256:${taken.digest.sha256.slice(0, 12)} on ${taken.time.slice(0, 10)}, log entry ${taken.entry}`,
      `this folder sha256:${digest.sha256.slice(0, 12)}`,
    ].join("\n"),
    remedy: `A version never changes. Leave the version out to get the next one, or restore the registered files and see: slipway verify model ${path}`,
  });
}

function tagInTheWay(name: string): UserError {
  return new UserError({
    code: "SW4009",
    message: `the tag ${name} exists, but the log has no such version: another tool made it`,
    remedy: "Register under another version, or remove that tag if nobody needs it.",
  });
}

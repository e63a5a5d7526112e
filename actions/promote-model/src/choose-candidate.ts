import type { EnvironmentConfig, RegisteredVersion } from "@slipway/contracts";
import type { ModelState } from "@slipway/delivery";
import { UserError } from "@slipway/kernel";
import { compareVersions, parseVersion } from "@slipway/registry";

/** `MODEL@VERSION`, or `MODEL` alone. @throws UserError SW4004 */
export function parseModelAtVersion(text: string): { model: string; version: string | undefined } {
  const at = text.indexOf("@");
  if (at < 0) return { model: text, version: undefined };
  return { model: text.slice(0, at), version: `v${parseVersion(text.slice(at + 1)).text}` };
}

/**
 * The version that is promoted: the one that is named, else what the environment before runs, else the newest one.
 * @throws UserError SW4008 where nothing fits
 */
export function chooseCandidate(
  state: ModelState,
  wanted: {
    readonly model: string;
    readonly version: string | undefined;
    readonly environment: EnvironmentConfig;
  },
): RegisteredVersion {
  const { model, version, environment } = wanted;
  const newest = state.versions.toSorted((a, b) => compareVersions(b.version, a.version))[0];
  if (newest === undefined) throw notRegistered(model);
  if (version !== undefined) {
    const found = state.versions.find((known) => known.version === version);
    if (found === undefined) throw noVersion(model, version, newest.version);
    return found;
  }
  if (environment.after === undefined) return newest;
  const before = state.pointers.get(environment.after);
  const found = state.versions.find((known) => known.version === before?.version);
  if (found === undefined) throw nothingBefore(model, environment);
  return found;
}

function notRegistered(model: string): UserError {
  return new UserError({
    code: "SW4008",
    message: `no version of ${model} is registered`,
    remedy: `Register one first: slipway register ${model}`,
  });
}

function noVersion(model: string, version: string, newest: string): UserError {
  return new UserError({
    code: "SW4008",
    message: `${model} ${version} is not registered; the newest version is ${newest}`,
    remedy: `See what is: slipway history ${model}`,
  });
}

function nothingBefore(model: string, { name, after }: EnvironmentConfig): UserError {
  return new UserError({
    code: "SW4008",
    message: `nothing of ${model} is in ${after ?? ""} yet, from where ${name} takes its versions`,
    remedy: `Promote it there first: slipway promote ${model} --to ${after ?? ""}`,
  });
}

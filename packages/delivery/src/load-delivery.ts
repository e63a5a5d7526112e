import { parseVerifierKey, type VerifierKey } from "@slipway/audit";
import {
  parseConfig,
  type DecidingPolicy,
  type EnvironmentConfig,
  type LocatedConfig,
  type ModelConfig,
} from "@slipway/contracts";
import { UserError } from "@slipway/kernel";
import type { DefaultBranch } from "@slipway/ports";

/** The file of the default branch that decides. No input names another one: it would be another policy. */
export const policyFile = "slipway.yaml";

/** What the default branch says about registering and promoting. */
export type Delivery = {
  readonly config: LocatedConfig["config"];
  readonly policy: DecidingPolicy;
  /** The log's public key. */
  readonly key: VerifierKey;
};

/**
 * Reads the policy that decides about registration and promotion.
 * @throws UserError SW4010 without the file, SW4301 without the log's key, SW1201 to SW1205 where it cannot be read
 */
export async function loadDelivery(
  branch: DefaultBranch,
  sha256: (bytes: Uint8Array) => string,
): Promise<Delivery> {
  const text = await branch.readText(policyFile);
  const { ref, commit } = branch;
  if (text === undefined) throw noPolicy(ref);
  const { config } = parseConfig(text, `${ref}:${policyFile}`);
  const key = config.audit?.key;
  if (key === undefined) throw noKey(ref);
  const digest = { sha256: sha256(new TextEncoder().encode(text)) };
  return {
    config,
    key: parseVerifierKey(key),
    policy: { file: policyFile, ref, commit, digest },
  };
}

/** The model of that name. @throws UserError SW1205 */
export function modelOf({ config, policy }: Delivery, name: string): ModelConfig {
  const found = config.models?.find((model) => model.name === name);
  if (found !== undefined) return found;
  throw unknownName({ what: "model", name, known: config.models ?? [], ref: policy.ref });
}

/** The environment of that name. @throws UserError SW4201 */
export function environmentOf({ config, policy }: Delivery, name: string): EnvironmentConfig {
  const found = config.environments?.find((environment) => environment.name === name);
  if (found !== undefined) return found;
  const known = config.environments ?? [];
  throw unknownName({ what: "environment", name, known, ref: policy.ref });
}

function noPolicy(ref: string): UserError {
  return new UserError({
    code: "SW4010",
    message: `${ref}, the default branch, has no ${policyFile}`,
    remedy: `Registering and promoting follow the policy of the default branch. Merge a ${policyFile} first: slipway init`,
  });
}

function noKey(ref: string): UserError {
  return new UserError({
    code: "SW4301",
    message: `${policyFile} of ${ref} names no key of the log (audit: { key: … })`,
    remedy:
      "Make the log's key pair once, and merge what it writes into slipway.yaml: slipway init --audit",
  });
}

function unknownName(found: {
  readonly what: "model" | "environment";
  readonly name: string;
  readonly known: readonly { readonly name: string }[];
  readonly ref: string;
}): UserError {
  const { what, name, known, ref } = found;
  const names = known.map((each) => each.name).join(", ");
  return new UserError({
    code: what === "model" ? "SW1205" : "SW4201",
    message: `there is no ${what} ${JSON.stringify(name.slice(0, 100))} in ${policyFile} of ${ref}`,
    remedy:
      names === ""
        ? `Add it under \`${what}s:\` and merge that into ${ref}.`
        : `Name one of: ${names}.`,
  });
}

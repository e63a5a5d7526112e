import { UserError } from "@slipway/kernel";
import { parseVersion } from "../version.ts";
import { isGtoName } from "./parse-tag.ts";

/** The tag of a version, `MODEL@v1.2.3`: an annotated tag at its commit. @throws UserError SW4006, SW4004 */
export function versionTagName(model: string, version: string): string {
  demandTagName(model);
  return `${model}@v${parseVersion(version).text}`;
}

/** The tag that assigns a stage, `MODEL#STAGE#N` with N from 1. @throws UserError SW4006 */
export function stageTagName(model: string, stage: string, counter: number): string {
  demandTagName(model);
  demandTagName(stage);
  if (!Number.isSafeInteger(counter) || counter < 1)
    throw new RangeError("the counter must be a positive integer");
  return `${model}#${stage}#${counter}`;
}

/** Refuses the name of a model or stage that GTO or git would refuse in a tag. @throws UserError SW4006 */
export function demandTagName(name: string): void {
  // Git refuses an empty part between slashes, which GTO's grammar has no rule against.
  if (isGtoName(name) && !name.includes("//")) return;
  throw new UserError({
    code: "SW4006",
    message: `${JSON.stringify(name.slice(0, 100))} cannot be part of a registry tag`,
    remedy:
      "Names of models and environments have letters, digits, `-`, `_` and `/`, and begin and end with a letter or digit: GTO reads no others. Rename it in slipway.yaml.",
  });
}

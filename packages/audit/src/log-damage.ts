import { UserError } from "@slipway/kernel";

/** The log and its checkpoint do not belong together. */
export function logDamaged(message: string): UserError {
  return new UserError({
    code: "SW4305",
    message,
    remedy:
      "Nothing was written. `slipway verify audit` names what was changed; the branch's history (git log) says by whom. Restore the last good commit of the branch, then run again.",
  });
}

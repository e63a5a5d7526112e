import { UserError } from "@slipway/kernel";

/** Whether a name is a path that stays inside a model's folder: relative, without `.`, `..` or empty parts, and Unicode. */
export function isModelPath(name: string): boolean {
  return (
    name.isWellFormed() &&
    !name.includes("\0") &&
    name.split("/").every((part) => part !== "" && part !== "." && part !== "..")
  );
}

/** Refuses a name that is no path inside a model's folder. @throws UserError SW4107 */
export function demandModelPath(name: string): void {
  if (isModelPath(name)) return;
  throw new UserError({
    code: "SW4107",
    message: `${JSON.stringify(name.slice(0, 200))} is no name of a file inside a model's folder`,
    remedy: "Name files by their path inside the folder, with `/` between the parts.",
  });
}

import { execFile } from "node:child_process";
import { UserError } from "@slipway/kernel";
import { nameForm, nameOfRemote } from "./name-of-remote.ts";

/**
 * The name of the log's key, which is also the origin of the log: `wanted`, or host/owner/name of the remote `origin`.
 * @throws UserError SW1001 where there is none that can be used
 */
export async function logName(folder: string, wanted: string | undefined): Promise<string> {
  if (wanted !== undefined) {
    if (nameForm.test(wanted)) return wanted;
    throw new UserError({
      code: "SW1001",
      message: "--name must be 1 to 200 characters without spaces and without +",
      remedy: "Name the log as people would look for it: --name example.com/owner/repository",
    });
  }
  const address = await remoteAddress(folder);
  const found = address === undefined ? undefined : nameOfRemote(address);
  if (found !== undefined) return found;
  throw new UserError({
    code: "SW1001",
    message:
      address === undefined
        ? "the log cannot be named: this repository has no remote `origin`"
        : "the log cannot be named after the remote `origin`, which has no host and path to name it by",
    remedy: "Give it a name that stays: slipway init --audit --name example.com/owner/repository",
  });
}

/** As it is written in the settings: what `insteadOf` makes of it is this machine's own affair. */
function remoteAddress(folder: string): Promise<string | undefined> {
  const args = ["config", "--get", "remote.origin.url"];
  return new Promise((resolve) => {
    execFile("git", args, { cwd: folder }, (error, stdout) => {
      const address = stdout.trim();
      resolve(error !== null || address === "" ? undefined : address);
    });
  });
}

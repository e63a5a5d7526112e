import { existsSync } from "node:fs";
import { join } from "node:path";
import { requireCommand, root, runCommand } from "../run-command.ts";
import { oneCheck, type Counts } from "../suite.ts";

/** The format of what is committed or about to be; what the examples generate is nobody's to format. */
export async function checkFormat(): Promise<Counts> {
  const which = ["--cached", "--others", "--exclude-standard"];
  const listed = await requireCommand("git", ["ls-files", "-z", ...which, "--deduplicate"]);
  const files = listed.split("\0").filter((path) => path !== "" && existsSync(join(root, path)));
  const args = ["--check", "--ignore-unknown", "--log-level", "warn", ...files];
  const { exitCode, output } = await runCommand("prettier", args, { isQuiet: true });
  process.stdout.write(output);
  return oneCheck(exitCode === 0);
}

import { runCommand } from "../run-command.ts";
import { oneCheck, type Counts } from "../suite.ts";

/** What publint finds in the one package that will be published. */
export async function checkPublished(): Promise<Counts> {
  const { exitCode } = await runCommand("publint", ["run", "packages/cli", "--strict"]);
  return oneCheck(exitCode === 0);
}

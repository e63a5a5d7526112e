import { requireCommand, runCommand } from "../run-command.ts";
import { oneCheck, type Counts } from "../suite.ts";

/** The arrows of the architecture. Fails, too, when fewer modules are cruised than there are sources: then nothing was checked. */
export async function checkBoundaries(): Promise<Counts> {
  const sources = (await listSources()).length;
  const { exitCode, output } = await runCommand("depcruise", [
    "--config",
    ".dependency-cruiser.cjs",
    "packages",
    "actions",
    "examples",
    "scripts",
    "test",
  ]);
  const cruised = Number(/(\d+) modules/.exec(output)?.[1] ?? 0);
  if (cruised < sources) {
    process.stdout.write(`Only ${cruised} modules were cruised, of at least ${sources}.\n`);
  }
  return oneCheck(exitCode === 0 && cruised >= sources);
}

async function listSources(): Promise<readonly string[]> {
  const folders = ["packages", "actions", "examples", "scripts", "test"];
  const listed = await requireCommand("git", ["ls-files", "--", ...folders]);
  return listed.split("\n").filter((path) => path.endsWith(".ts"));
}

import { runCommand } from "../run-command.ts";
import { addCounts, oneCheck, type Counts } from "../suite.ts";
import { ensureActionlint, ensurePythonTools } from "../tools.ts";

/** The repository's own workflows and actions, linted. Those of the READMEs and examples are linted and run by the slow tests. */
export async function checkWorkflows(): Promise<Counts> {
  const actionlint = await ensureActionlint();
  const { zizmor } = await ensurePythonTools();
  // Both call shellcheck and pyflakes where they find them, so that results would differ between machines.
  const syntax = await runCommand(actionlint, ["-shellcheck=", "-pyflakes="]);
  const audit = await runCommand(zizmor, [
    "--offline",
    "--pedantic",
    // Without it a file that does not fit the schema is only a warning.
    "--strict-collection",
    "--no-progress",
    ".",
  ]);
  return addCounts([oneCheck(syntax.exitCode === 0), oneCheck(audit.exitCode === 0)]);
}

import { countedTests } from "./counted-tests.ts";
import { runCommand } from "./run-command.ts";
import { oneCheck, type Suite } from "./suite.ts";
import { checkBoundaries } from "./suites/boundaries.ts";
import { checkBundle } from "./suites/bundle.ts";
import { checkDeadCode } from "./suites/dead-code.ts";
import { checkDemo } from "./suites/demo.ts";
import { checkDocs } from "./suites/docs.ts";
import { checkFormat } from "./suites/format.ts";
import { checkInterop } from "./suites/interop.ts";
import { checkPublished } from "./suites/published.ts";
import { checkScreenshots } from "./suites/screenshots.ts";
import { runSlowTests } from "./suites/slow-tests.ts";
import { checkWorkflows } from "./suites/workflows.ts";

/** Every part of the gate, in the order in which CI runs them. */
export const suites: readonly Suite[] = [
  quick("tests", () => countedTests("npm", ["test"])),
  quick("format", checkFormat),
  quick("lint", () => command("eslint", ["--max-warnings", "0", "."])),
  quick("types", () => command("tsc", ["-p", "tsconfig.json"])),
  quick("boundaries", checkBoundaries),
  quick("dead-code", checkDeadCode),
  quick("published", checkPublished),
  quick("docs", checkDocs),
  quick("bundle", checkBundle),
  slow("workflows", checkWorkflows),
  slow("slow-tests", runSlowTests),
  slow("demo", checkDemo),
  slow("interop", checkInterop),
  slow("screenshots", checkScreenshots),
];

function quick(name: string, run: Suite["run"]): Suite {
  return { name, isQuick: true, run };
}

function slow(name: string, run: Suite["run"]): Suite {
  return { name, isQuick: false, run };
}

async function command(name: string, args: readonly string[]): ReturnType<Suite["run"]> {
  const { exitCode } = await runCommand(name, args);
  return oneCheck(exitCode === 0);
}

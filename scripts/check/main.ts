/**
 * The gate. `npm run check` runs the quick suites in CI's order, `--all` runs every suite, and names run only those:
 * `npm run check -- lint types`. The last line is `N passed, N failed`.
 */
import { addCounts, type Counts, type Suite } from "./suite.ts";
import { suites } from "./suites.ts";

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => name !== "--all" && !suites.some((s) => s.name === name));
if (unknown.length > 0) {
  const known = suites.map((suite) => suite.name).join(", ");
  process.stderr.write(`There is no suite ${unknown.join(", ")}. Known: ${known}, --all.\n`);
  process.exitCode = 2;
} else {
  await runSuites(suites.filter(isWanted));
}

function isWanted(suite: Suite): boolean {
  if (asked.includes("--all")) return true;
  return asked.length === 0 ? suite.isQuick : asked.includes(suite.name);
}

async function runSuites(wanted: readonly Suite[]): Promise<void> {
  const rows: { name: string; counts: Counts; seconds: string }[] = [];
  for (const suite of wanted) {
    process.stdout.write(`\n=== ${suite.name}\n`);
    const startedMs = performance.now();
    const counts = await runSuite(suite);
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
    rows.push({ name: suite.name, counts, seconds });
  }
  process.stdout.write("\n");
  for (const { name, counts, seconds } of rows) {
    const mark = counts.failed === 0 ? "ok    " : "FAILED";
    const figures = `${counts.passed} passed, ${counts.failed} failed`;
    process.stdout.write(`${mark} ${name.padEnd(16)} ${seconds.padStart(6)} s  ${figures}\n`);
  }
  const total = addCounts(rows.map((row) => row.counts));
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
}

async function runSuite(suite: Suite): Promise<Counts> {
  try {
    return await suite.run();
  } catch (error) {
    // A suite that cannot run has failed; the suites after it still tell what they know.
    process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return { passed: 0, failed: 1 };
  }
}

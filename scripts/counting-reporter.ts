import type { Reporter, TestModule } from "vitest/node";

/** Ends a run with the plain line that CI reads: `N passed, N failed`. */
export default class CountingReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const testModule of modules) {
      if (testModule.state() === "failed" && testModule.errors().length > 0) counts.failed += 1;
      for (const testCase of testModule.children.allTests()) {
        const { state } = testCase.result();
        counts[state === "pending" ? "failed" : state] += 1;
      }
    }
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
    process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed${skipped}\n`);
  }
}

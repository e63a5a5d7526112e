import { expect, test } from "vitest";
import { countedTests, readCounts } from "../../scripts/check/counted-tests.ts";
import { suites } from "../../scripts/check/suites.ts";

const say = (line: string, exitCode: number): Promise<object> => {
  const script = `console.log(${JSON.stringify(line)}); process.exitCode = ${exitCode};`;
  return countedTests(process.execPath, ["-e", script], { isQuiet: true });
};

test("the last line that counts is the one that is read", () => {
  expect(readCounts("1 passed, 9 failed\nmore\n12 passed, 3 failed, 1 skipped\nbye")).toEqual({
    passed: 12,
    failed: 3,
  });
  expect(readCounts("all is well")).toBeUndefined();
});

test("a command whose counts and exit code disagree has failed, and so has one that counted nothing", async () => {
  expect(await say("5 passed, 0 failed", 0)).toEqual({ passed: 5, failed: 0 });
  expect(await say("5 passed, 0 failed", 1)).toEqual({ passed: 5, failed: 1 });
  expect(await say("5 passed, 2 failed", 1)).toEqual({ passed: 5, failed: 2 });
  expect(await say("0 passed, 0 failed", 0)).toEqual({ passed: 0, failed: 1 });
  expect(await say("crashed", 0)).toEqual({ passed: 0, failed: 1 });
});

test("no two suites of the gate have one name", () => {
  const names = suites.map((suite) => suite.name);

  expect(new Set(names).size).toBe(names.length);
});

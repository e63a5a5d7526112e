import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { createContractChecker, fakeOperations } from "@slipway/testkit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { exerciseEndpoints } from "../../packages/testkit/test/exercise-endpoints.ts";
import { createStory, type Story } from "../../packages/testkit/test/story.ts";

const toolDirectory = process.env["SLIPWAY_OPENAPI_DIR"];
if (toolDirectory === undefined) {
  console.warn("SKIPPED: SLIPWAY_OPENAPI_DIR does not name the folder of GitHub's description.");
}

describe.skipIf(toolDirectory === undefined)("the fake keeps to GitHub's own description", () => {
  let story: Story;

  beforeAll(async () => {
    story = await createStory();
    await exerciseEndpoints(story);
  });

  afterAll(() => story.close());

  test("every endpoint was exercised", () => {
    const called = new Set(
      story.github.log.entries
        .filter((entry) => entry.status < 400)
        .map((entry) => `${entry.method} ${entry.route ?? ""}`),
    );
    const all = fakeOperations.map(({ method, path }) => `${method} ${path}`);

    expect(all.filter((name) => !called.has(name))).toEqual([]);
  });

  test("no request or answer differs from the description", async () => {
    const checker = await createContractChecker(await options());

    expect(checker.check(story.github.log.entries)).toEqual([]);
    expect(story.github.log.violations).toEqual([]);
  });

  test("an answer without a required field, or with a wrong type, is a violation", async () => {
    const checker = await createContractChecker(await options());
    const entry = story.github.log.entries.find((one) => one.route === "/rate_limit");
    if (entry === undefined) throw new Error("/rate_limit was not called");
    const responseBody = { rate: { limit: "1000" } };

    const violations = checker.check([{ ...entry, responseBody }]);

    const sides = new Set(violations.map((violation) => violation.side));
    expect(sides).toEqual(new Set(["response"]));
    expect(violations.map((violation) => violation.message).join("\n")).toContain("resources");
    expect(violations.map((violation) => violation.message).join("\n")).toContain("integer");
  });

  test("a request that GitHub would not accept is a violation", async () => {
    const checker = await createContractChecker(await options());
    const entry = story.github.log.entries.find((one) => one.method === "PATCH");
    if (entry === undefined) throw new Error("nothing was updated");

    const violations = checker.check([{ ...entry, requestBody: { body: 7 } }]);

    expect(violations.map((violation) => violation.side)).toEqual(["request"]);
  });
});

async function options(): Promise<Parameters<typeof createContractChecker>[0]> {
  const directory = toolDirectory ?? "";
  const text = await readFile(join(directory, "github.pruned.json"), "utf8");
  const description: unknown = JSON.parse(text);
  if (typeof description !== "object" || description === null) throw new Error("no description");
  return { toolDirectory: directory, description: { ...description } };
}

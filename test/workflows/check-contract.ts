import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createContractChecker, type FakeGitHub } from "@slipway/testkit";
import { z } from "zod";

/** What the requests of our actions, or the fake's answers, have that GitHub's own description has not. */
export async function checkContract(github: FakeGitHub): Promise<readonly unknown[]> {
  const toolDirectory = process.env["SLIPWAY_OPENAPI_DIR"];
  if (toolDirectory === undefined) {
    console.warn("NOT CHECKED: SLIPWAY_OPENAPI_DIR does not name the folder of the description.");
    return [];
  }
  const text = await readFile(join(toolDirectory, "github.pruned.json"), "utf8");
  const description = z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  const checker = await createContractChecker({ toolDirectory, description });
  return checker.check(github.log.entries);
}

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "@slipway/kernel";
import { describe, expect, test } from "vitest";
import { parseContract } from "../src/index.ts";

const folder = "../shared/conformance/odcs";
const isThere = existsSync(folder);
if (!isThere) console.warn(`SKIPPED: ${folder} is not there, no ODCS contract was read`);

/** Cases that do not behave as the suite says, each with the reason. */
const skipped: Readonly<Record<string, string>> = {
  "additional-unknown-property.odcs.yaml":
    "an unknown key is listed for every object, and this contract has none (a data set would get SW2003)",
  "server-invalid-type.odcs.yaml": "servers are not read: slipway.yaml says where the data lies",
  "server-missing-conditional-fields.odcs.yaml": "servers are not read",
  "server-missing-required-fields.odcs.yaml": "servers are not read",
  "synonym-missing-term.odcs.yaml": "synonyms only describe and are not read",
  "quality-multiple-operators.odcs.yaml":
    "all operators of a rule must hold, as the standard's text says",
};

/** `accepted`; `listed` where it is accepted with constraints that block as unsupported; or the code of the refusal. */
function read(file: string): string {
  try {
    const contract = parseContract(readFileSync(file, "utf8"), file);
    const rules = contract.objects.flatMap(({ checks }) => checks.map(({ rule }) => rule.kind));
    return rules.includes("unsupported") ? "listed" : "accepted";
  } catch (error) {
    if (error instanceof UserError) return error.code;
    throw error;
  }
}

function filesIn(path: string): string[] {
  if (!isThere) return [];
  return readdirSync(join(folder, path), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => join(folder, path, name));
}

describe.runIf(isThere)("contracts of the standard", () => {
  test.each([...filesIn("v3.1/valid"), ...filesIn("v3.2-draft/valid")])("%s is read", (file) => {
    expect(read(file)).toMatch(/^(?:accepted|listed)$/);
  });

  test.each(filesIn("v3.2-draft/invalid"))("%s is refused, or blocks", (file) => {
    const reason = skipped[file.split(/[/\\]/).at(-1) ?? ""];
    const result = read(file);

    // A case on the list that would pass has no place there.
    if (reason === undefined) expect(result).toMatch(/^(?:SW2001|SW2002|listed)$/);
    else expect(result).toBe("accepted");
  });
});

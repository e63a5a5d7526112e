import { isDeepStrictEqual } from "node:util";
import { join } from "node:path";
import { runGit } from "@slipway/testkit";
import { z } from "zod";
import { pythonTool, type PythonTool } from "../../../../test/slow/python/python-tool.ts";
import { readBranch, type LogFiles } from "../../../demo/read-branch.ts";
import { demoFolder, type DemoResult } from "../../read-demo.ts";
import { addCounts, claim, type Counts } from "../../suite.ts";
import { turnBit } from "./turn-bit.ts";

const model = "flight-delays";
/** How the story ends. */
const shown = {
  [model]: {
    version: "v1.1.0",
    stage: { production: "v1.0.0", staging: "v1.1.0" },
    registered: true,
    active: true,
  },
};
const events = z.array(
  z.object({
    artifact: z.string(),
    event: z.string(),
    version: z.string().nullable(),
    stage: z.string().nullable(),
    commit: z.string(),
  }),
);
type Events = z.output<typeof events>;

/** GTO reads the tags of the demo's repository as the log has it. */
export async function askGto(demo: DemoResult, folder: string): Promise<Counts> {
  const gto = await pythonTool("gto");
  const remote = join(demoFolder, demo.remote);
  const told = tellEvents(await readBranch(remote));
  const readCopy = async (name: string, pattern?: RegExp): Promise<string> => {
    const copy = join(folder, name);
    await runGit({ directory: remote, args: ["clone", "-q", `file://${remote}`, copy] });
    await runGit({ directory: copy, args: ["pack-refs", "--all"] });
    if (pattern !== undefined) await turnBit(join(copy, ".git", "packed-refs"), pattern);
    return compare(gto, copy, told);
  };
  const asWritten = await compare(gto, join(demoFolder, demo.repository), told);
  const cloned = await readCopy("tags");
  // In the names of objects: GTO reads the name of a tag from its object, whatever the ref is called.
  const version = await readCopy("version", /([0-9a-f]{40}) refs\/tags\/flight-delays@v1\.0\.0\n/);
  const stage = await readCopy("stage", /([0-9a-f]{40}) refs\/tags\/flight-delays#production/);
  return addCounts([
    claim("gto reads the demo's repository", asWritten === "as in the log", asWritten),
    claim("gto reads a clone of it", cloned === "as in the log", cloned),
    claim("not with a byte of a version's tag changed", version !== "as in the log", version),
    claim("not with a byte of a stage's tag changed", stage !== "as in the log", stage),
  ]);
}

/** What GTO's history has to say, newest first: GTO knows no refusals. */
function tellEvents({ entries }: LogFiles): Events {
  const moved = entries.filter(({ type }) => type !== "refused");
  return moved.toReversed().map((entry) => ({
    artifact: entry.model,
    event: entry.type === "registered" ? "registration" : "assignment",
    version: entry.version,
    stage: entry.type === "registered" ? null : entry.environment,
    commit: entry.commit,
  }));
}

async function compare(gto: PythonTool, folder: string, told: Events): Promise<string> {
  const show = await gto(["show", "--json"], folder);
  const history = await gto(["history", "--json"], folder);
  if (show.exitCode !== 0 || history.exitCode !== 0)
    return `exit ${show.exitCode} and ${history.exitCode}`;
  if (!isDeepStrictEqual(JSON.parse(show.stdout), shown)) return "show tells another story";
  const isTold = isDeepStrictEqual(events.parse(JSON.parse(history.stdout)), told);
  return isTold && told.length > 0 ? "as in the log" : "history tells another story";
}

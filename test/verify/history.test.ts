import { readFileSync } from "node:fs";
import { join } from "node:path";
import { historySchema, type ModelHistory } from "@slipway/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { slipway, type Ended } from "./command-line.ts";
import { configOf, createScene, withChangedByte, type Scene } from "./scene.ts";

let scene: Scene;

beforeAll(async () => {
  scene = await createScene();
});

afterAll(() => scene.git.remove());

const history = (...args: string[]) => slipway(scene.git.work, ["history", ...args]);

function documentOf({ stdout, stderr }: Ended): ModelHistory {
  if (stdout === "") throw new Error(stderr);
  return historySchema.parse(JSON.parse(stdout));
}

test("the history of a model is what the log says, and what runs where now", async () => {
  const ended = await history("flight-delays", "--format", "json");

  const told = documentOf(ended);
  expect(ended.code).toBe(0);
  expect(told.events.map(({ index, type }) => [index, type])).toEqual([
    [0, "registered"],
    [1, "promoted"],
    [2, "promoted"],
    [3, "registered"],
    [4, "refused"],
    [5, "promoted"],
    [6, "promoted"],
  ]);
  expect(
    told.current.map(({ environment, version, entry, hold }) => [
      environment,
      version,
      entry,
      hold,
    ]),
  ).toEqual([
    ["staging", "v1.0.0", 1, null],
    ["production", "v1.0.0", 6, "late flights were missed"],
  ]);
  expect(told.log.size).toBe(7);
});

test("what was in production at a time is told as it was then", async () => {
  const then = await history(
    ...["flight-delays", "--env", "production", "--at", "2026-03-01T15:30Z", "--format", "json"],
  );
  const before = await history(
    ...["flight-delays", "--env", "production", "--at", "2026-03-01T11:59Z", "--format", "json"],
  );

  expect(documentOf(then).current.map(({ version, entry }) => [version, entry])).toEqual([
    ["v1.1.0", 5],
  ]);
  expect(documentOf(then).at).toBe("2026-03-01T15:30:00.000Z");
  expect(documentOf(before).current).toEqual([]);
});

test("a date alone is the end of that day in UTC, and that is said", async () => {
  const ended = await history("flight-delays", "--at", "2026-03-01", "--format", "json");

  expect(documentOf(ended).at).toBe("2026-03-01T23:59:59.999Z");
  expect(documentOf(ended).current).toHaveLength(2);
  expect(ended.stderr).toContain("--at 2026-03-01 is 2026-03-01T23:59:59.999Z");
});

test("a time that cannot be read is refused", async () => {
  for (const at of ["yesterday", "2026-02-30", "2026-03-01T25:00"]) {
    const ended = await history("flight-delays", "--at", at);

    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain("SW1001");
  }
});

test("text and Markdown name who approved, and --output writes a file", async () => {
  const text = await history("flight-delays", "--env", "production");
  const file = await history(
    ...["flight-delays", "--format", "markdown", "--output", "history.md"],
  );

  expect(text.stdout).toMatch(/v1\.1\.0.+jo/);
  expect(file).toMatchObject({ code: 0, stdout: "" });
  expect(readFileSync(join(scene.git.work, "history.md"), "utf8")).toContain("v1.1.0");
});

test("nothing is told from a log that does not hold", async () => {
  const folder = await scene.exportLog("whole");
  const changed = withChangedByte(folder, join(scene.git.root, "changed"), "tile/entries/000.p/7");

  const ended = await history("flight-delays", "--log", changed, "--key", scene.key);

  expect(ended).toMatchObject({ code: 2, stdout: "" });
  expect(ended.stderr).toContain("SW4305");
  expect(ended.stderr).toContain("slipway verify audit");
});

test("an environment that neither policy nor log knows is said, one without promotions is not", async () => {
  const unknown = await history("flight-delays", "--env", "nope");
  const folder = await scene.exportLog("plain");
  const inFolder = await history(
    ...["flight-delays", "--env", "nope", "--log", folder, "--key", scene.key],
  );
  scene.write(
    "slipway.yaml",
    configOf(scene.key).replace("after: staging }]", "after: staging }, { name: canary }]"),
  );
  await scene.git.git("commit", "-q", "-a", "-m", "Add canary");
  await scene.git.push("main");
  const unused = await history("flight-delays", "--env", "canary");

  expect([unknown.code, inFolder.code, unused.code]).toEqual([2, 2, 0]);
  for (const { stderr } of [unknown, inFolder]) {
    expect(stderr).toContain("SW4201");
    expect(stderr).toContain("Name one of: staging, production.");
  }
});

test("a model that the log does not know, and a log that is not there, are said", async () => {
  const unknown = await history("arrival-times");
  scene.write("nothing/README.md", "no log");
  const empty = await history("flight-delays", "--log", "nothing", "--key", scene.key);

  expect([unknown.code, empty.code]).toEqual([2, 2]);
  expect(unknown.stderr).toContain("SW4008");
  expect(unknown.stderr).toContain("flight-delays");
  expect(empty.stderr).toContain("SW4309");
});

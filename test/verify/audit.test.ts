import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openLog, proveEntry } from "@slipway/audit";
import { auditVerificationSchema, jsonSchemaOf, type AuditVerification } from "@slipway/contracts";
import { gitRegistryTags } from "@slipway/git";
import { folderView, logCrypto } from "@slipway/runner";
import { afterAll, beforeAll, expect, test } from "vitest";
import { slipway, type Ended } from "./command-line.ts";
import { aPromotion } from "./entries.ts";
import { pushLog, rewriteLog } from "./rewrite-log.ts";
import { aSigner, configOf, createScene, tagOf, withChangedByte, type Scene } from "./scene.ts";

let scene: Scene;

beforeAll(async () => {
  scene = await createScene();
});

afterAll(() => scene.git.remove());

const audit = (...args: string[]) => slipway(scene.git.work, ["verify", "audit", ...args]);

function documentOf({ stdout, stderr }: Ended): AuditVerification {
  if (stdout === "") throw new Error(stderr);
  return auditVerificationSchema.parse(JSON.parse(stdout));
}

/** The checks that are no pass. */
function openChecks(ended: Ended) {
  return documentOf(ended).checks.filter(({ outcome }) => outcome !== "pass");
}

/** An exported copy of the log, verified with the key alone. */
function auditFolder(folder: string, ...args: string[]) {
  return audit("--log", folder, "--key", scene.key, "--format", "json", ...args);
}

test("a log that is whole verifies with the default branch's key, tags included", async () => {
  const ended = await audit("--format", "json");

  const document = documentOf(ended);
  expect({ code: ended.code, open: openChecks(ended) }).toEqual({ code: 0, open: [] });
  expect(document).toMatchObject({ outcome: "pass", size: 7, key: scene.key });
  expect(document.checks.find(({ id }) => id === "tags")?.detail).toBe("6 compared");
});

test("text and Markdown give the verdict, and name whom nobody asked", async () => {
  const text = await audit();
  const markdown = await audit("--format", "markdown");

  expect([text.code, markdown.code]).toEqual([0, 0]);
  expect(text.stdout).toContain("Not compared with GitHub's deployments");
  expect(markdown.stdout).toContain("Not compared with GitHub's deployments");
});

test("an export verifies in a folder without git and without network", async () => {
  const folder = await scene.exportLog("export");
  rmSync(join(folder, ".git"), { recursive: true });
  const elsewhere = await scene.exportLog("elsewhere");

  const ended = await slipway(
    elsewhere,
    ["verify", "audit", "--log", folder, "--key", scene.key, "--format", "json"],
    { PATH: "/nowhere" },
  );

  expect({ code: ended.code, stderr: ended.stderr }).toEqual({ code: 0, stderr: "" });
  expect(documentOf(ended)).toMatchObject({ outcome: "pass", size: 7 });
});

test("a folder needs the key from outside: what lies beside the log is not trusted", async () => {
  const folder = await scene.exportLog("keyless");

  const ended = await audit("--log", folder);

  expect(ended.code).toBe(2);
  expect(ended.stderr).toContain("SW4301");
  expect(ended.stderr).toContain("--key");
});

test("one byte of an old entry that was changed in a copy is found, and the entry is named", async () => {
  const folder = await scene.exportLog("whole");
  const changed = withChangedByte(
    folder,
    join(scene.git.root, "changed byte"),
    "entries/000/000002.json",
  );

  const ended = await auditFolder(changed);

  expect(ended.code).toBe(1);
  expect(openChecks(ended)).toContainEqual(expect.objectContaining({ outcome: "fail", entry: 2 }));
});

test("a pointer that was edited is found", async () => {
  const folder = await scene.exportLog("pointer");
  const path = join(folder, "environments/production/flight-delays.json");
  writeFileSync(path, readFileSync(path, "utf8").replace("v1.0.0", "v1.1.0"));

  const ended = await auditFolder(folder);

  expect(ended.code).toBe(1);
  expect(JSON.stringify(openChecks(ended))).toContain("environments/production/flight-delays.json");
});

test("a log that another key signed is refused, however consistent it is", async () => {
  const folder = await rewriteLog(scene, "other key", 9);

  const ended = await auditFolder(folder);

  expect(ended.code).toBe(1);
  expect(openChecks(ended)[0]).toMatchObject({ id: "checkpoint", outcome: "fail" });
});

test("a log rewritten with the right key is caught by an older checkpoint or a proof that somebody kept", async () => {
  const folder = await rewriteLog(scene, "rewritten", 7);
  const { readFiles } = folderView(await scene.exportLog("kept"));
  const log = await openLog(readFiles, scene.signer.verifierKey, logCrypto);
  const proof = scene.write("kept.tlog-proof", await proveEntry(readFiles, log, 2));
  const checkpoint = scene.write("kept.checkpoint", log.checkpoint ?? "");

  const alone = await auditFolder(folder);
  const caught = await auditFolder(folder, "--checkpoint", proof, checkpoint);
  const whole = await audit("--format", "json", "--checkpoint", proof, checkpoint);

  expect(alone.code).toBe(0);
  expect(caught.code).toBe(1);
  expect(openChecks(caught).map(({ outcome }) => outcome)).toEqual(["fail", "fail"]);
  expect([whole.code, openChecks(whole)]).toEqual([0, []]);
});

test("a checkpoint that is missing is an error, not one check less", async () => {
  const ended = await audit("--checkpoint", "no-such.checkpoint");

  expect(ended.code).toBe(2);
  expect(ended.stderr).toContain("SW1301");
});

test("the key of a pull request's slipway.yaml is never taken", async () => {
  const folder = await rewriteLog(scene, "pull request", 9);
  await pushLog(folder, "forged");
  await scene.git.branch("pull-request");
  await scene.git.commit({
    files: { "slipway.yaml": configOf(aSigner(9).verifierKey.text) },
  });

  const ended = await audit("--branch", "forged", "--format", "json");
  await scene.git.checkout("main");

  expect(ended.code).toBe(1);
  expect(documentOf(ended).key).toBe(scene.key);
  expect(openChecks(ended)[0]).toMatchObject({ id: "checkpoint", outcome: "fail" });
});

test("tags name what is gone from a log whose tail was cut off", async () => {
  const cut = (await scene.git.git("ls-remote", "origin", "slipway")).split("\t")[0] ?? "";
  await scene.git.git("fetch", "-q", "origin", "slipway");
  await scene.git.git("push", "-q", "-f", "origin", `${cut}~2:refs/heads/slipway`);

  const ended = await audit("--format", "json");
  await scene.git.git("push", "-q", "-f", "origin", `${cut}:refs/heads/slipway`);

  expect(ended.code).toBe(1);
  expect(documentOf(ended).size).toBe(5);
  expect(openChecks(ended)).toEqual([
    {
      id: "tag/flight-delays#production#5",
      title: "the tag flight-delays#production#5 is what the log says",
      outcome: "fail",
      detail: "it names entry 5, but the log has 5: its end was cut off",
    },
    {
      id: "tag/flight-delays#production#6",
      title: "the tag flight-delays#production#6 is what the log says",
      outcome: "fail",
      detail: "it names entry 6, but the log has 5: its end was cut off",
    },
  ]);
});

test("a branch that was deleted is no log that never was", async () => {
  const tip = (await scene.git.git("ls-remote", "origin", "slipway")).split("\t")[0] ?? "";
  await scene.git.git("push", "-q", "origin", ":refs/heads/slipway");

  const ended = await audit("--format", "json");
  await scene.git.git("push", "-q", "origin", `${tip}:refs/heads/slipway`);

  expect(ended.code).toBe(1);
  expect(openChecks(ended).filter(({ id }) => id.startsWith("tag/"))).toHaveLength(6);
});

test("a stage tag that repeats an entry, or has none, is a move that nobody recorded", async () => {
  const tags = gitRegistryTags({ folder: scene.git.work });
  const promotion = aPromotion(scene.new, "production")(5);
  const repeats = tagOf(promotion, 90);
  await tags.create(repeats);
  await tags.create({ ...repeats, name: "flight-delays#production#91", message: "by hand" });

  const ended = await audit("--format", "json");
  await scene.git.git("push", "-q", "origin", ":flight-delays#production#90");
  await scene.git.git("push", "-q", "origin", ":flight-delays#production#91");

  expect(ended.code).toBe(1);
  expect(openChecks(ended).map(({ id, outcome }) => [id, outcome])).toEqual([
    ["tag/flight-delays#production#90", "fail"],
    ["tag/flight-delays#production#91", "fail"],
  ]);
});

test("where there is no log and nothing names one, that is said", async () => {
  const ended = await audit("--branch", "other");
  const folder = await audit("--log", scene.git.work, "--key", scene.key);

  expect([ended.code, folder.code]).toEqual([1, 2]);
  expect(folder.stderr).toContain("SW4309");
});

test("--online with a folder is refused: it asks about a branch", async () => {
  const ended = await audit("--online", "--log", scene.git.work, "--key", scene.key);

  expect(ended.code).toBe(2);
  expect(ended.stderr).toContain("SW1001");
});

test("the document is what the published schema says", async () => {
  const schema = JSON.stringify(jsonSchemaOf("audit-verification"));

  const ended = await audit("--format", "json");

  for (const key of Object.keys(documentOf(ended))) expect(schema).toContain(`"${key}"`);
});

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateLogKey } from "@slipway/audit";
import { promotionSchema, registrationSchema } from "@slipway/contracts";
import { logCrypto, version } from "@slipway/runner";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createShell, type Ended, type Shell } from "./command-line.ts";

const key = generateLogKey("example.com/cli", new Uint8Array(32).fill(3), logCrypto);
const rows = Array.from(
  { length: 40 },
  (_, row) => `i${row},${row % 2},${row % 2 === 0 ? 0.2 : 0.8}`,
);
const files = (weight: number) => ({
  "slipway.yaml": `version: 1
evaluations:
  - name: churn
    results: out/predictions.csv
    task: binary
    columns: { id: id, label: y, score: p }
    gates: [{ metric: roc_auc, min: 0.5 }]
models:
  - { name: churn, path: model/, evaluations: [churn] }
audit: { key: ${key.verifierKey.text} }
environments:
  - { name: staging }
  - { name: soaked, after: staging, soak: 1h }
  - { name: production, approvals: { min: 1 } }
  - { name: playground, approvals: { min: 0 } }
`,
  "model/weights.json": `{"w":${weight}}\n`,
  "out/predictions.csv": `id,y,p\n${rows.join("\n")}\n`,
});

let remote: string;
let laptop: Shell;
let stranger: Shell;

beforeAll(async () => {
  remote = mkdtempSync(join(tmpdir(), "slipway-remote-"));
  git(remote, "init", "-q", "--bare", "-b", "main");
  push(1);
  laptop = checkedOut({ SLIPWAY_AUDIT_KEY: key.secret });
  stranger = checkedOut({});
  expect((await laptop.slipway("evaluate")).code).toBe(0);
});
afterAll(() => {
  rmSync(remote, { recursive: true });
  laptop.remove();
  stranger.remove();
});

function git(folder: string, ...args: readonly string[]): string {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  const identity = ["-c", "user.name=mara", "-c", "user.email=mara@example.com"];
  return execFileSync("git", [...identity, ...args], { cwd: folder, env, encoding: "utf8" });
}

/** Commits the model on main, and pushes it. */
function push(weight: number): void {
  const work = createShell(files(weight));
  git(work.root, "init", "-q", "-b", "main");
  git(work.root, "remote", "add", "origin", remote);
  if (weight > 1) {
    git(work.root, "fetch", "-q", "origin", "main");
    git(work.root, "reset", "-q", "--soft", "FETCH_HEAD");
  }
  git(work.root, "add", "-A");
  git(work.root, "commit", "-q", "-m", `Train ${weight}`);
  git(work.root, "push", "-q", "origin", "main");
  work.remove();
}

function checkedOut(env: Readonly<Record<string, string>>): Shell {
  const shell = createShell({}, env);
  git(shell.root, "init", "-q", "-b", "main");
  git(shell.root, "remote", "add", "origin", remote);
  git(shell.root, "fetch", "-q", "--depth=1", "origin", "main");
  git(shell.root, "checkout", "-q", "-B", "main", "FETCH_HEAD");
  return shell;
}

const refs = () => git(remote, "for-each-ref");

function documentOf({ stdout }: Ended): unknown {
  expect(stdout.startsWith("{\n") && stdout.endsWith("}\n")).toBe(true);
  return JSON.parse(stdout);
}

test("register without a key exits 2, says which command makes one, and writes nothing", async () => {
  const before = refs();

  const ended = await stranger.slipway("register", "churn", "--format", "json");

  expect([ended.code, ended.stdout]).toEqual([2, ""]);
  expect(ended.stderr).toContain("SW4302");
  expect(ended.stderr).toContain("SLIPWAY_AUDIT_KEY");
  expect(refs()).toBe(before);
});

test("register without evidence exits 2", async () => {
  const empty = checkedOut({ SLIPWAY_AUDIT_KEY: key.secret });

  const ended = await empty.slipway("register", "churn");
  empty.remove();

  expect(ended.code).toBe(2);
  expect(ended.stderr).toContain("SW4001");
});

test("--version before the verb is the program's, behind it the model's", async () => {
  const program = await laptop.slipway("--version");
  const bad = await laptop.slipway("register", "churn", "--version", "latest");
  const registered = await laptop.slipway(
    ...["register", "churn", "--version", "v2.5.0", "--format", "json"],
  );

  expect([program.code, program.stdout]).toEqual([0, `${version}\n`]);
  expect(bad.code).toBe(2);
  expect(bad.stderr).toContain("SW4004");
  expect(registered.code, registered.stderr).toBe(0);
  const document = documentOf(registered);
  expect(registrationSchema.parse(document)).toMatchObject({
    state: "registered",
    version: "v2.5.0",
    entry: 0,
    tag: "churn@v2.5.0",
  });
});

test("register again says so in every format, exits 0 and writes nothing", async () => {
  const before = refs();

  const text = await laptop.slipway("register", "churn");
  const markdown = await laptop.slipway("register", "churn", "--format", "markdown");
  const json = await laptop.slipway("register", "churn", "--format", "json");

  expect([text.code, markdown.code, json.code]).toEqual([0, 0, 0]);
  expect(text.stdout).toContain("v2.5.0");
  expect(text.stdout).not.toContain("\u001b");
  expect(markdown.stdout).toMatch(/^#+ /m);
  expect(documentOf(json)).toMatchObject({ state: "already-registered", version: "v2.5.0" });
  expect(refs()).toBe(before);
});

test("promote --dry-run needs no key, decides, and changes nothing", async () => {
  const before = refs();

  const ended = await stranger.slipway(
    ...["promote", "churn", "--to", "staging", "--dry-run", "--format", "json"],
  );

  expect(ended.code, ended.stderr).toBe(0);
  const document = documentOf(ended);
  expect(promotionSchema.parse(document)).toMatchObject({
    state: "allowed",
    dryRun: true,
    version: "v2.5.0",
    entry: null,
    tag: null,
    proof: null,
  });
  expect(refs()).toBe(before);
});

test("promote without a key exits 2 and moves nothing", async () => {
  const before = refs();

  const ended = await stranger.slipway("promote", "churn", "--to", "staging");

  expect(ended.code).toBe(2);
  expect(ended.stderr).toContain("SW4302");
  expect(refs()).toBe(before);
});

test("promote exits 0 where it is allowed, and again where it was done", async () => {
  const promoted = await laptop.slipway(
    ...["promote", "churn@v2.5.0", "--to", "staging", "--reason", "first", "--format", "json"],
  );
  const again = await laptop.slipway("promote", "churn", "--to", "staging");

  expect(promoted.code, promoted.stderr).toBe(0);
  expect(promotionSchema.parse(documentOf(promoted))).toMatchObject({
    state: "allowed",
    entry: 1,
    tag: "churn#staging#1",
  });
  expect([again.code, again.stderr]).toEqual([0, ""]);
  expect(again.stdout).toContain("staging");
});

test("an environment that wants no approval asks nobody, so that no token is needed", async () => {
  const ended = await laptop.slipway(
    ...["promote", "churn", "--to", "playground", "--dry-run", "--format", "json"],
  );

  expect(ended.code, ended.stderr).toBe(0);
  expect(promotionSchema.parse(documentOf(ended))).toMatchObject({ state: "allowed" });
});

test("promote exits 1 where it waits, in every format, and writes nothing", async () => {
  const before = refs();
  const promote = ["promote", "churn", "--to", "soaked"];

  const text = await laptop.slipway(...promote);
  const markdown = await laptop.slipway(...promote, "--format", "markdown");
  const json = await laptop.slipway(...promote, "--format", "json");

  expect([text.code, markdown.code, json.code]).toEqual([1, 1, 1]);
  expect(text.stdout).toContain("≥ 1 h");
  expect(markdown.stdout).toContain("≥ 1 h");
  expect(promotionSchema.parse(documentOf(json))).toMatchObject({
    state: "waiting",
    outcome: "inconclusive",
  });
  expect(refs()).toBe(before);
});

test("promote exits 1 where it is refused, and logs the refusal", async () => {
  push(2);
  const next = checkedOut({ SLIPWAY_AUDIT_KEY: key.secret });
  await next.slipway("evaluate");
  await next.slipway("register", "churn");
  await next.slipway("promote", "churn", "--to", "staging");

  const ended = await next.slipway(
    ...["promote", "churn@v2.5.0", "--to", "staging", "--format", "json"],
  );
  next.remove();

  expect(ended.code, ended.stderr).toBe(1);
  expect(promotionSchema.parse(documentOf(ended))).toMatchObject({
    state: "refused",
    outcome: "fail",
    direction: "rollback",
    entry: 4,
    tag: null,
  });
});

test("promote exits 2 where nobody can be asked, where nothing fits, and where a flag is wrong", async () => {
  const nobody = await laptop.slipway("promote", "churn", "--to", "production");
  const nowhere = await laptop.slipway("promote", "churn", "--to", "mars");
  const nothing = await laptop.slipway("promote", "fraud", "--to", "staging");
  const format = await laptop.slipway("promote", "churn", "--to", "staging", "--format", "xml");
  const flag = await laptop.slipway("promote", "churn", "--to", "staging", "--approver", "jo");
  const missing = await laptop.slipway("promote", "churn");

  expect([nobody, nowhere, nothing, format, flag, missing].map(({ code }) => code)).toEqual([
    2, 2, 2, 2, 2, 2,
  ]);
  expect(nobody.stderr).toContain("SW3103");
  expect(nowhere.stderr).toContain("Name one of: staging, soaked, production, playground.");
  expect(nothing.stderr).toContain("SW1205");
  expect(format.stderr).toContain("text, json, markdown");
  expect(flag.stderr).toContain("--approver");
  expect(missing.stderr).toContain("--to");
});

test("the secret key is in nothing that is printed or written", async () => {
  const ended = await laptop.slipway("promote", "churn", "--to", "soaked", "--format", "json");

  expect(`${ended.stdout}${ended.stderr}`).not.toContain(key.secret.slice(-40));
});

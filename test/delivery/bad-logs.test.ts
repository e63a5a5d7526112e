import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generateLogKey } from "@slipway/audit";
import { loadDelivery } from "@slipway/delivery";
import { logCrypto, workspaceFiles } from "@slipway/runner";
import { verifyAudit } from "@slipway/verify-audit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { logKey, modelFiles, policyText, repository, sha256, writeAll } from "./scene.ts";
import {
  createStory,
  cutOff,
  edit,
  failed,
  promoteApproved,
  registerNext,
  storedText,
  tamper,
  type Story,
} from "./story.ts";
import { promote, register } from "./steps.ts";

const otherKey = generateLogKey("github.example/acme/model", new Uint8Array(32).fill(9), logCrypto);

let story: Story;
let sha: string;
let whole: string;

beforeAll(async () => {
  story = await createStory();
  ({ sha } = await registerNext(story, 2));
  await promote(story, { to: "staging" });
  await promoteApproved(story, { by: "jo", sha });
  sha = await story.commit(modelFiles(3));
  whole = await story.git.git("ls-remote", "origin", "refs/heads/slipway");
  whole = whole.split("\t")[0] ?? "";
});
afterAll(() => story.close());

/** How a registration and a promotion end where the log is as `damage` leaves it; the log is whole again afterwards. */
async function codesWhere(damage: () => Promise<unknown>): Promise<readonly string[]> {
  await damage();
  try {
    const registered = await failed(story, () => register(story, { sha, model: modelFiles(3) }));
    const promoted = await failed(story, () =>
      promote(story, { to: "staging", model: "churn@v1.0.0" }),
    );
    return [...new Set([registered.code, promoted.code])];
  } finally {
    await restore();
  }
}

async function restore(): Promise<void> {
  await story.git.git("fetch", "-q", "origin", whole);
  await story.git.git("push", "-q", "--force", "origin", `${whole}:refs/heads/slipway`);
}

test("a checkpoint that the key did not sign is refused", async () => {
  const text = await storedText(story, "checkpoint");

  const codes = await codesWhere(() => edit(story, { checkpoint: text.replace("\n3\n", "\n2\n") }));

  expect(codes).toStrictEqual(["SW4304"]);
});

test("a checkpoint of an earlier day beside later entries is refused", async () => {
  const codes = await codesWhere(() =>
    tamper(story, async (git) => {
      await git("checkout", "-q", "HEAD~1", "--", "checkpoint");
      await git("commit", "-q", "-m", "Put the old checkpoint back");
    }),
  );

  expect(codes).toStrictEqual(["SW4305"]);
});

test("a log without its checkpoint is no empty log", async () => {
  const codes = await codesWhere(() =>
    tamper(story, async (git) => {
      await git("rm", "-q", "checkpoint");
      await git("commit", "-q", "-m", "Remove the checkpoint");
    }),
  );

  expect(codes).toStrictEqual(["SW4304"]);
});

test("a signed entry with one byte changed is refused", async () => {
  const path = "tile/entries/000.p/3";

  const codes = await codesWhere(() =>
    tamper(story, async (git, folder) => {
      const bytes = await readFile(join(folder, path));
      bytes.writeUInt8(0x20, bytes.length - 9);
      await writeFile(join(folder, path), bytes);
      await git("commit", "-q", "-a", "-m", "Change a byte");
    }),
  );

  expect(codes).toStrictEqual(["SW4305"]);
});

test.each([
  ["a tile of the log", "tile/0/000.p/3"],
  ["a bundle of entries", "tile/entries/000.p/3"],
  ["a pointer", "environments/staging/churn.json"],
])("%s that somebody removed is missed", async (_, path) => {
  const codes = await codesWhere(() =>
    tamper(story, async (git) => {
      await git("rm", "-q", path);
      await git("commit", "-q", "-m", "Remove it");
    }),
  );

  expect(codes).toStrictEqual(["SW4305"]);
});

test("cheat: a pointer forged to skip order and soak is refused", async () => {
  const path = "environments/staging/churn.json";
  const text = await storedText(story, path);

  const codes = await codesWhere(() =>
    edit(story, {
      [path]: text.replace(/"since": "[^"]+"/, '"since": "2020-01-01T00:00:00.000Z"'),
    }),
  );

  expect(codes).toStrictEqual(["SW4305"]);
});

test("cheat: an old pointer that is put back is refused", async () => {
  const path = "environments/staging/churn.json";
  const old = await storedText(story, path);
  const { version } = await register(story, { sha, model: modelFiles(3) });
  await promote(story, { to: "staging" });
  whole = (await story.git.git("ls-remote", "origin", "refs/heads/slipway")).split("\t")[0] ?? "";
  sha = await story.commit(modelFiles(4));

  await edit(story, { [path]: old });
  const found = await failed(story, () => promote(story, { to: "staging", model: "churn" }));
  await restore();

  expect(version).toBe("v1.1.0");
  expect(found.code).toBe("SW4305");
  expect(found.message).toContain(path);
});

test("a log whose end was cut off is told by the tags that published it", async () => {
  expect(await codesWhere(() => cutOff(story, 1))).toStrictEqual(["SW4306"]);
});

test("a branch that was deleted is no new log", async () => {
  const codes = await codesWhere(() =>
    story.git.git("push", "-q", "origin", "--delete", "refs/heads/slipway"),
  );

  expect(codes).toStrictEqual(["SW4306"]);
});

test("a cut is told by the deployments where the tags were deleted too", async () => {
  const tags = await story.tagNames();
  await story.git.git("fetch", "-q", "--tags", "origin");
  const refs = tags.map((name) => `refs/tags/${name}`);
  await cutOff(story, 4);
  await story.git.git("push", "-q", "origin", "--delete", ...refs);

  const found = await failed(story, () =>
    promote(story, { to: "production", model: "churn@v1.0.0", token: story.token }),
  );

  await restore();
  await story.git.git("push", "-q", "origin", ...refs);
  expect(found.code).toBe("SW4306");
  expect(found.message).toMatch(/deployment \d+ remembers the log with 3 entries/);
});

test("cheat: a tag that fits a replaced log does not hide that an older one does not", async () => {
  const { github } = story;
  const other = await createStory();
  try {
    // The same story with other bytes, signed with the same key, in the place of the first one.
    await registerNext(other, 7);
    await registerNext(other, 8);
    const ref = "refs/heads/slipway";
    await story.git.git("fetch", "-q", other.git.remote, ref);
    const replaced = await story.git.git("rev-parse", "FETCH_HEAD");
    const entry = await other.stored("entries/000/000001.json");
    const digest = /"digest":\{"sha256":"([0-9a-f]{64})"\}/.exec(entry ?? "")?.[1] ?? "";
    const trailer = JSON.stringify({ slipway: { entry: 1, digest: `sha256:${digest}` } });
    const tag = ["tag", "-a", "-m", `Register\n\n${trailer}`, "zebra@v1.0.0", "HEAD"];
    await story.git.git(...tag);

    const codes = await codesWhere(async () => {
      await story.git.git("push", "-q", "--force", "origin", `${replaced}:${ref}`);
      await story.git.git("push", "-q", "origin", "refs/tags/zebra@v1.0.0");
    });

    expect(codes).toStrictEqual(["SW4306"]);
  } finally {
    await story.git.git("push", "-q", "origin", "--delete", "refs/tags/zebra@v1.0.0");
    await other.close();
    process.env["GITHUB_API_URL"] = github.url;
  }
});

test.each([
  ["missing", { auditKey: "" }, "SW4302"],
  ["garbled", { auditKey: logKey.secret.slice(0, -3) }, "SW4302"],
  ["the public half", { auditKey: logKey.verifierKey.text }, "SW4302"],
  ["that of another log", { auditKey: otherKey.secret }, "SW4303"],
])(
  "where the secret key is %s nothing is written, and it is not shown",
  async (_, inputs, code) => {
    const registered = await failed(story, () =>
      register(story, { sha, model: modelFiles(4), inputs }),
    );
    const promoted = await failed(story, () => promote(story, { to: "staging", inputs }));

    expect([registered.code, promoted.code]).toStrictEqual([code, code]);
    if (inputs.auditKey.startsWith("PRIVATE"))
      expect(JSON.stringify([registered, promoted])).not.toContain(inputs.auditKey.slice(-30));
  },
);

test("a log that another key signed is not gone on with, even with that pair in slipway.yaml", async () => {
  const before = policyText();
  const swapped = before.replace(logKey.verifierKey.text, otherKey.verifierKey.text);
  const at = await story.commit({ "slipway.yaml": swapped, ...modelFiles(5) });
  const inputs = { auditKey: otherKey.secret };

  const registered = await failed(story, () =>
    register(story, { sha: at, model: modelFiles(5), inputs }),
  );
  const promoted = await failed(story, () => promote(story, { to: "staging", inputs }));
  await story.commit({ "slipway.yaml": before });

  expect([registered.code, promoted.code]).toStrictEqual(["SW4304", "SW4304"]);
});

test("cheat: a key pair of one's own in the work tree signs nothing", async () => {
  const own = policyText().replace(logKey.verifierKey.text, otherKey.verifierKey.text);
  const at = await story.git.git("rev-parse", "main");
  const workspace = await story.checkOut(at);
  await writeAll(workspace, { "slipway.yaml": own });
  const inputs = { auditKey: otherKey.secret };

  const registered = await failed(story, () =>
    register(story, { sha: at, model: { ...modelFiles(5), "slipway.yaml": own }, inputs }),
  );
  const promoted = await failed(story, () => promote(story, { to: "staging", workspace, inputs }));

  expect([registered.code, promoted.code]).toStrictEqual(["SW4303", "SW4303"]);
});

test("cheat: a refusal that a force push removed is found by verify audit, in GitHub's memory of the branch", async () => {
  const { version } = await registerNext(story, 6);
  const refused = await promoteApproved(story, { by: "mara", sha, model: `churn@${version}` });
  await cutOff(story, 1);

  const { verification } = await audit(story);

  const { outcome, checks } = verification;
  expect(refused.state).toBe("refused");
  expect(outcome).toBe("fail");
  const last = checks.findLast(({ id }) => id.startsWith("activity"));
  expect(last).toMatchObject({ outcome: "fail" });
  expect(last?.detail).toMatch(/^force push by /);
});

/** Verifies the log as the verb does in a job, with everything that GitHub remembers. */
async function audit({ git, token }: Story) {
  const { gitDefaultBranch, gitRegistryTags, gitSlipwayBranch } = await import("@slipway/git");
  const { connect, githubActivity, githubDeployments } = await import("@slipway/github");
  const folder = git.work;
  const connection = connect({ token, repository, tell: () => undefined, secondMs: 1 });
  return verifyAudit(
    { key: undefined, log: undefined, checkpoint: [], branch: "slipway" },
    {
      files: workspaceFiles({ root: folder }),
      view: () => gitSlipwayBranch({ folder }).view(),
      crypto: logCrypto,
      delivery: async () => loadDelivery(await gitDefaultBranch({ folder }), sha256),
      tags: gitRegistryTags({ folder }),
      host: () =>
        Promise.resolve({
          deployments: githubDeployments(connection),
          activity: githubActivity(connection),
        }),
    },
  );
}

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Evidence } from "@slipway/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { evidenceOf, type EvidenceInit } from "./evidence.ts";
import { modelFiles, policyText } from "./scene.ts";
import { createStory, edit, failed, registerNext, storedText, type Story } from "./story.ts";
import { now, promote, register } from "./steps.ts";

const later = (days: number) => new Date(Date.parse(now) + days * 86_400_000).toISOString();

let story: Story;
let weight = 10;

const environments = `
  - { name: staging, max-evidence-age: 7d }
  - { name: lenient, allow-inconclusive: true }
`;
const policy = policyText(environments);

beforeAll(async () => {
  story = await createStory(environments);
  await registerNext(story, 2);
});
afterAll(() => story.close());

/** A new commit with a model, and the evidence that it should have. */
async function change(init: Partial<EvidenceInit> = {}) {
  weight += 1;
  const model = modelFiles(weight);
  const sha = await story.commit(model);
  return {
    sha,
    model,
    evidence: evidenceOf({ commit: sha, finishedAt: now, model, policy, ...init }),
  };
}

const edited = (evidence: readonly Evidence[], change: Partial<Evidence>): Evidence[] =>
  evidence.map((each) => Object.assign({}, each, change));

test("without evidence nothing is registered, and what is lacking is named", async () => {
  const step = await change();

  const none = await failed(story, () => register(story, { ...step, evidence: [] }));
  const half = await failed(story, () =>
    register(story, { ...step, evidence: step.evidence.slice(0, 1) }),
  );

  expect(none.code).toBe("SW4001");
  expect(none.message).toContain("data-validation rows");
  expect(half.code).toBe("SW4001");
  expect(half.message).toContain("evaluation churn");
});

test("evidence that failed registers nothing", async () => {
  const failing = { outcome: "fail", blocks: true } as const;
  const { model, sha, evidence } = await change({ checks: [failing] });

  const found = await failed(story, () => register(story, { model, sha, evidence }));

  expect(found.code).toBe("SW4002");
  expect(found.message).toContain("ended as fail");
});

test("evidence that says pass over checks that fail registers nothing", async () => {
  const failing = { outcome: "fail", blocks: true } as const;
  const { model, sha, evidence } = await change({ checks: [failing] });

  const found = await failed(story, () =>
    register(story, { model, sha, evidence: edited(evidence, { outcome: "pass" }) }),
  );

  expect(found.code).toBe("SW4002");
  expect(found.message).toContain("ended as fail");
});

test("evidence that judged other bytes registers nothing", async () => {
  const { model, sha, evidence } = await change({ model: modelFiles(1) });

  const found = await failed(story, () => register(story, { model, sha, evidence }));

  expect(found.code).toBe("SW4002");
  expect(found.message).toContain("other bytes");
});

test("evidence of another commit, or of none, registers nothing", async () => {
  const other = await story.git.git("rev-parse", "main");
  const { model, sha, evidence } = await change({ commit: other });

  const ofOther = await failed(story, () => register(story, { model, sha, evidence }));
  const ofNone = await failed(story, () =>
    register(story, { model, sha, evidence: edited(evidence, { run: {} }) }),
  );

  expect(ofOther).toMatchObject({ code: "SW4002" });
  expect(ofOther.message).toContain(other.slice(0, 12));
  expect(ofNone.code).toBe("SW4002");
});

test("evidence for which the model was not there registers nothing", async () => {
  const { model, sha, evidence } = await change();

  const found = await failed(story, () =>
    register(story, {
      model,
      sha,
      evidence: evidence.map((each) =>
        each.kind === "evaluation" ? { ...each, subjects: [] } : each,
      ),
    }),
  );

  expect(found.code).toBe("SW4002");
  expect(found.message).toContain("speaks for no model");
});

test.each([
  ["is not JSON", () => "PK\u0003\u0004"],
  ["is half written", (text: string) => text.slice(0, text.length / 2)],
  ["is JSON of something else", () => '{"schema":"slipway/evidence/v9"}'],
  ["is nested without end", () => "[".repeat(200_000)],
])("an evidence file that %s registers nothing, wherever it lies", async (_, damage) => {
  const { model, sha, evidence } = await change();
  const whole = JSON.stringify(evidence[1]);
  const arrange = (root: string) =>
    writeFile(join(root, ".evidence", "evaluation-churn.json"), damage(whole));

  const inFolder = await failed(story, () => register(story, { model, sha, evidence, arrange }));
  const named = await failed(story, () =>
    register(story, { model, sha, evidence, arrange, inputs: { evidence: ".evidence/*.json" } }),
  );
  await edit(story, { [`evidence/${sha}/evaluation-churn.json`]: damage(whole) });
  const onBranch = await failed(story, () =>
    register(story, { model, sha, evidence: evidence.slice(0, 1) }),
  );

  expect([inFolder.code, named.code, onBranch.code]).toStrictEqual(["SW1401", "SW1401", "SW1401"]);
});

test("a pattern that names no evidence is told, and nothing else is taken instead", async () => {
  const { model, sha, evidence } = await change();

  const found = await failed(story, () =>
    register(story, { model, sha, evidence, inputs: { evidence: "evidenec/*.json" } }),
  );

  expect(found.code).toBe("SW1402");
});

test("evidence older than the environment allows refuses the promotion, and the refusal is logged", async () => {
  const { model, sha, evidence } = await change();
  const { version } = await register(story, { model, sha, evidence });

  const fresh = await promote(story, { to: "staging", inputs: { dryRun: "true" }, at: later(7) });
  const old = await promote(story, { to: "staging", at: later(8) });

  expect(fresh).toMatchObject({ state: "allowed", version, entry: null });
  expect(old).toMatchObject({ state: "refused", outcome: "fail", version });
  expect(old.rules.filter(({ state }) => state !== "met")).toMatchObject([
    { id: "evidence-age", state: "unmet" },
  ]);
  expect(await story.stored("environments/staging/churn.json")).toBe(undefined);
});

test("a gate that ended undecided is registered, and promoted only where the environment says so", async () => {
  const undecided = { outcome: "inconclusive", reason: "undecided", blocks: false } as const;
  const { model, sha, evidence } = await change({ checks: [{}, undecided] });
  const { version } = await register(story, { model, sha, evidence, at: later(8) });

  const refused = await promote(story, { to: "staging", at: later(8) });
  const allowed = await promote(story, { to: "lenient", at: later(8) });

  expect(refused).toMatchObject({ state: "refused", version });
  expect(refused.rules.filter(({ state }) => state === "unmet").map(({ id }) => id)).toStrictEqual([
    "evidence",
    "evidence-age",
  ]);
  expect(allowed).toMatchObject({ state: "allowed", version });
});

test("cheat: evidence copied from another commit on the branch speaks only for that commit", async () => {
  const { model, sha, evidence } = await change();
  const other = await story.git.git("rev-parse", `${sha}~1`);
  for (const each of evidence)
    await edit(story, {
      [`evidence/${sha}/${each.kind}-${each.name}.json`]: JSON.stringify({
        ...each,
        run: { commit: other },
      }),
    });

  const found = await failed(story, () =>
    register(story, { model, sha, evidence: [], at: later(8) }),
  );

  expect(found.code).toBe("SW4002");
});

test("cheat: an evidence document that is edited on the branch after registration is none any more", async () => {
  const { model, sha, evidence } = await change({
    checks: [{ title: "as it was" }],
    finishedAt: later(8),
  });
  const { entry, version } = await register(story, { model, sha, evidence, at: later(8) });
  const written = await storedText(story, `entries/000/${String(entry).padStart(6, "0")}.json`);
  const named = /"kind":"evaluation".*?"sha256":"([0-9a-f]{64})"/.exec(written)?.[1] ?? "";
  const blob = `blobs/sha256/${named}`;
  const text = await storedText(story, blob);
  await edit(story, { [blob]: text.replace("as it was", "as we wish") });

  const refused = await promote(story, { to: "staging", at: later(8) });

  expect(refused).toMatchObject({ state: "refused", version });
  expect(refused.rules.find(({ id }) => id === "evidence")).toMatchObject({ state: "unmet" });
});

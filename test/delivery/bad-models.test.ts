import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createScene, modelFiles, type Scene } from "./scene.ts";
import { plantTag, failed } from "./story.ts";
import { register } from "./steps.ts";

let scene: Scene;
let first: string;

beforeAll(async () => {
  scene = await createScene();
  first = await scene.git.git("rev-parse", "main");
});
afterAll(() => scene.close());

/** Registers what lies in the folder once somebody changed it behind the evidence's back. */
function registerAfter(change: (model: string) => Promise<unknown>) {
  const step = { sha: first, model: modelFiles(1) };
  return failed(scene, () =>
    register(scene, { ...step, arrange: (folder) => change(join(folder, "model")) }),
  );
}

test("a model's folder that is missing is no model", async () => {
  const found = await registerAfter((model) => rm(model, { recursive: true }));

  expect(found.code).toBe("SW4104");
  expect(found.message).toContain("model/");
});

test("a model's folder that is empty is no model", async () => {
  const found = await registerAfter(async (model) => {
    await rm(model, { recursive: true });
    await mkdir(model);
  });

  expect(found.code).toBe("SW4101");
});

test("a file in the place of the model's folder is no model", async () => {
  const found = await registerAfter(async (model) => {
    await rm(model, { recursive: true });
    await writeFile(model, "weights");
  });

  expect(found.code).toBe("SW4104");
});

test("a link in the model that leads out is refused, whatever it leads to", async () => {
  const found = await registerAfter((model) => symlink("/etc/hostname", join(model, "host")));

  expect(found).toMatchObject({ code: "SW4102" });
  expect(found.message).toContain("host");
});

test("a model's folder that is itself a link out of the workspace is refused", async () => {
  const found = await registerAfter(async (model) => {
    await rm(model, { recursive: true });
    await symlink("/etc", model);
  });

  expect(found.code).toBe("SW4102");
});

test.each([
  ["case", "Weights.json"],
  ["case of a letter beyond ASCII", "Ä.bin", "ä.bin"],
  ["Unicode form", "\u00e4.txt", "a\u0308.txt"],
])(
  "two names that differ only in %s are refused before anything is written",
  async (_, ...names) => {
    const found = await registerAfter(async (model) => {
      for (const name of names) await writeFile(join(model, name), "other bytes");
    });

    expect(found.code).toBe("SW4103");
  },
);

test("a commit that is not on the default branch is not registered", async () => {
  await scene.git.branch("side");
  const sha = await scene.git.commit({ message: "Side", files: modelFiles(9), author: "mara" });
  await scene.git.push();
  await scene.git.checkout("main");

  const found = await failed(scene, () => register(scene, { sha, model: modelFiles(9) }));

  expect(found).toMatchObject({ code: "SW4007" });
  expect(found.message).toContain(sha.slice(0, 12));
});

test("cheat: retrained bytes do not become the version that was approved", async () => {
  const registered = await register(scene, { sha: first, model: modelFiles(1) });
  const sha = await scene.commit(modelFiles(2));

  const found = await failed(scene, () =>
    register(scene, { sha, model: modelFiles(2), inputs: { version: registered.version } }),
  );

  expect(found.code).toBe("SW4003");
  expect(found.message).toContain("entry 0");
});

test("registered bytes do not get a second version", async () => {
  const otherVersion = await failed(scene, () =>
    register(scene, { sha: first, model: modelFiles(1), inputs: { version: "v7.0.0" } }),
  );

  expect(otherVersion.code).toBe("SW4004");
});

test("the same bytes at a later commit are the version that they are", async () => {
  const sha = await scene.commit({ "notes.txt": "nothing about the model" });

  const again = await register(scene, { sha, model: modelFiles(1) });

  expect(again).toMatchObject({
    state: "already-registered",
    version: "v1.0.0",
    commit: first,
    entry: 0,
  });
});

test("one commit holds one version of a model", async () => {
  const found = await failed(scene, () => register(scene, { sha: first, model: modelFiles(5) }));

  expect(found).toMatchObject({ code: "SW4005" });
});

test.each(["v1", "1.2", "v01.0.0", "latest", "v1.0.0; rm -rf /", "v1.0.0\nv2.0.0"])(
  "%j is no version",
  async (version) => {
    const sha = await scene.git.git("rev-parse", "main");

    const found = await failed(scene, () =>
      register(scene, { sha, model: modelFiles(3), inputs: { version } }),
    );

    expect(found.code).toBe("SW4004");
  },
);

test("a version that another tool tagged is not taken over", async () => {
  const sha = await scene.commit(modelFiles(6));
  await plantTag(scene, "-a", "-m", "by hand", "churn@v3.0.0", "HEAD~1");

  const found = await failed(scene, () =>
    register(scene, { sha, model: modelFiles(6), inputs: { version: "v3.0.0" } }),
  );
  const next = await register(scene, { sha, model: modelFiles(6) });

  expect(found.code).toBe("SW4009");
  expect(found.message).toContain("churn@v3.0.0");
  expect(next.version).toBe("v3.1.0");
});

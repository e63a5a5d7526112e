import { afterAll, beforeAll, expect, test } from "vitest";
import { slipway } from "./command-line.ts";
import { aPromotion } from "./entries.ts";
import { createScene, type Scene } from "./scene.ts";

let scene: Scene;
let tip: string;

beforeAll(async () => {
  scene = await createScene();
  const listed = await scene.git.git("ls-remote", "origin", "refs/heads/slipway");
  tip = listed.split(/\s/)[0] ?? "";
});

afterAll(() => scene.git.remove());

const asked = [
  ["history", "flight-delays", "--env", "production"],
  ["verify", "model", "model", "--env", "production"],
];

const ask = async (...more: string[]) =>
  Promise.all(asked.map((args) => slipway(scene.git.work, [...args, ...more])));

test("a log that was cut back is not told as the state of today, though its folder still is", async () => {
  await scene.git.git("fetch", "-q", "origin", "slipway");
  await scene.git.git("push", "-q", "--force", "origin", `${tip}~1:refs/heads/slipway`);

  const cut = await ask();
  const folder = await scene.exportLog("cut");
  const exported = await ask("--log", folder, "--key", scene.key);

  for (const { code, stdout, stderr } of cut) {
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("SW4306");
    expect(stderr).toContain("flight-delays#production#6 names entry 6");
  }
  expect(exported.map(({ stderr }) => stderr)).toEqual(["", ""]);
});

test("a branch that was deleted is no log that was never there, where tags name its entries", async () => {
  await scene.git.git("push", "-q", "origin", "--delete", "slipway");

  for (const { code, stdout, stderr } of await ask()) {
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("SW4306");
    expect(stderr).toContain("there is no log");
  }
  await scene.git.git("push", "-q", "origin", `${tip}:refs/heads/slipway`);
  expect((await ask()).map(({ code }) => code)).toEqual([0, 0]);
});

test("a tag that is about other bytes than its entry says that the log was replaced", async () => {
  const entry = aPromotion(scene.old, "production")(6);
  await scene.tag({ ...entry, digest: { sha256: "0".repeat(64) } }, 99);

  for (const { code, stderr } of await ask()) {
    expect(code).toBe(2);
    expect(stderr).toContain("SW4306");
    expect(stderr).toContain("entry 6 of the log is about other bytes");
  }
});

import { expect, test } from "vitest";
import { createScene, refusalOf } from "./scene.ts";

const scene = await createScene();
const { github, githubActivity } = scene;

test("a push that grew the branch is no rewrite; a forced one and a deletion are, by whom", async () => {
  const place = await scene.repository();
  const { git } = place;
  await github.pushAs(place.fullName, "ann");
  await git.branch("slipway");
  const first = await git.commit({ files: { log: "1\n" } });
  await git.push();
  const second = await git.commit({ files: { log: "2\n" } });
  await git.push();
  await github.pushAs(place.fullName, "mallory");
  await git.git("reset", "-q", "--hard", first);
  const forged = await git.commit({ files: { log: "forged\n" } });
  await git.git("push", "-q", "-f", "origin", "slipway");
  const ask = () => githubActivity(place.job()).rewrites("slipway");
  const afterForce = await ask();
  await git.git("push", "-q", "origin", ":slipway");

  const afterDeletion = await ask();

  const told = (rewrites: typeof afterForce) =>
    rewrites.map(({ kind, before, after, actor }) => [kind, before, after, actor]);
  const force = ["force_push", second, forged, "mallory"];
  expect(told(afterForce)).toEqual([force]);
  expect(told(afterDeletion)).toEqual([
    ["branch_deletion", forged, "0".repeat(40), "mallory"],
    force,
  ]);
  expect(afterDeletion.map(({ time }) => Number.isNaN(Date.parse(time)))).toEqual([false, false]);
  expect(await githubActivity(place.job()).rewrites("main")).toEqual([]);
});

test("an activity that may not be read is an error with the permission to add", async () => {
  const place = await scene.repository();
  const asked = githubActivity(place.job({ actions: "read" })).rewrites("slipway");

  expect(await refusalOf(asked)).toEqual({ code: "SW3101", add: ["contents: read"] });
});

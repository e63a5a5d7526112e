import { expect, test } from "vitest";
import { parseGtoTag, type GtoTag } from "../src/index.ts";

test.each<readonly [string, GtoTag]>([
  ["model@v1.0.0", { artifact: "model", event: "registration", version: "v1.0.0" }],
  ["model@v1.0.0#3", { artifact: "model", event: "registration", version: "v1.0.0", counter: 3 }],
  ["model@v1.0.0!", { artifact: "model", event: "deregistration", version: "v1.0.0" }],
  [
    "model@v1.0.0!#3",
    { artifact: "model", event: "deregistration", version: "v1.0.0", counter: 3 },
  ],
  ["m@v1.0.0-rc.1+b.5", { artifact: "m", event: "registration", version: "v1.0.0-rc.1+b.5" }],
  ["model#prod", { artifact: "model", event: "assignment", stage: "prod" }],
  ["model#prod#3", { artifact: "model", event: "assignment", stage: "prod", counter: 3 }],
  ["model#prod!", { artifact: "model", event: "unassignment", stage: "prod" }],
  ["model#prod!#3", { artifact: "model", event: "unassignment", stage: "prod", counter: 3 }],
  ["model@deprecated", { artifact: "model", event: "deprecation" }],
  ["model@deprecated#2", { artifact: "model", event: "deprecation", counter: 2 }],
  ["model@created", { artifact: "model", event: "creation" }],
  ["cv=seg@v1.2.0", { artifact: "cv:seg", event: "registration", version: "v1.2.0" }],
  [
    "a/b=c/d#qa/eu!#12",
    { artifact: "a/b:c/d", event: "unassignment", stage: "qa/eu", counter: 12 },
  ],
  ["m#prod#007", { artifact: "m", event: "assignment", stage: "prod", counter: 7 }],
])("%s is a tag of the registry", (tag, read) => {
  expect(parseGtoTag(tag)).toEqual(read);
});

test.each([
  "model@1.0.0",
  "model@v1.0",
  "model@latest",
  "model#prod#",
  "model#prod#-1",
  "model#prod@v1.2.3",
  "@ns/model@v1.0.0",
  "model@deprecated!",
  "a=b=c@v1.0.0",
  "m@V1.0.0",
  "m@v01.0.0",
  "m-@v1.0.0",
  "=m@v1.0.0",
  "v1.0.0",
  "",
  "m@v1.0.0\n",
  "modèle@v1.0.0",
  "m#prod#１",
])("%j is no tag of the registry", (tag) => {
  expect(parseGtoTag(tag)).toBeUndefined();
});

test("a tag of many thousand letters is refused at once", () => {
  const started = performance.now();

  expect(parseGtoTag(`${"a-".repeat(20_000)}@v1.0.0-${"0".repeat(20_000)}`)).toBeUndefined();
  expect(performance.now() - started).toBeLessThan(500);
});

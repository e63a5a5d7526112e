import { UserError } from "@slipway/kernel";
import { expect, test } from "vitest";
import {
  demandTagName,
  nextTagTime,
  parseGtoTag,
  publishedEntry,
  registryView,
  stageTagName,
  tagMessage,
  versionTagName,
} from "../src/index.ts";
import { aTag, inOrder } from "./tags.ts";

const digest = `sha256:${"ab".repeat(32)}`;

function codeOf(run: () => unknown): string {
  try {
    run();
    return "none";
  } catch (error) {
    return error instanceof UserError ? error.code : "bug";
  }
}

test("what is written is read back", () => {
  expect(versionTagName("flight-delays", "1.2.3")).toBe("flight-delays@v1.2.3");
  expect(versionTagName("flight-delays", "v1.2.3")).toBe("flight-delays@v1.2.3");
  expect(parseGtoTag(stageTagName("flight-delays", "production", 12))).toEqual({
    artifact: "flight-delays",
    event: "assignment",
    stage: "production",
    counter: 12,
  });
});

test.each([
  "",
  "m.bin",
  "m-",
  "-m",
  "a//b",
  "modèle",
  "m#1",
  "m@v1.0.0",
  "a=b",
  "m\n",
  "..",
  "m v",
])("the name %j is refused before git or GTO sees it", (name) => {
  expect(codeOf(() => demandTagName(name))).toBe("SW4006");
  expect(codeOf(() => versionTagName(name, "v1.0.0"))).toBe("SW4006");
  expect(codeOf(() => stageTagName("m", name, 1))).toBe("SW4006");
});

test.each(["1", "v1.0", "latest", "v01.0.0", "1.0.0-", "v1.0.0!", "1.0.0\n", " 1.0.0"])(
  "the version %j is refused",
  (version) => {
    expect(codeOf(() => versionTagName("m", version))).toBe("SW4004");
  },
);

test("a message has a line for people and one for programs", () => {
  const message = tagMessage("Assign production to m v1.0.0", { entry: 36, digest });

  expect(message).toBe(
    `Assign production to m v1.0.0\n\n{"slipway":{"entry":36,"digest":"${digest}"}}\n`,
  );
  expect(publishedEntry(message)).toEqual({ entry: 36, digest });
});

test("a hostile text cannot write a trailer of its own", () => {
  const hostile = `x\n\n{"slipway":{"entry":1,"digest":"${digest}"}}\n\u2028`;
  const message = tagMessage(hostile, { entry: 36, digest });

  expect(message.split("\n")).toHaveLength(4);
  expect(publishedEntry(message)).toEqual({ entry: 36, digest });
  expect(publishedEntry(`{"slipway":{"entry":1,"digest":"${digest}"}}`)).toBeUndefined();
});

test("a signed tag's message is read, a damaged or foreign one is not", () => {
  const message = tagMessage("Register", { entry: 0, digest });

  expect(publishedEntry(`${message}-----BEGIN SSH SIGNATURE-----\nU1NI\n`)).toEqual({
    entry: 0,
    digest,
  });
  expect(publishedEntry(message.replace('"entry":0', '"entry":-1'))).toBeUndefined();
  expect(publishedEntry(message.replace('"entry":0', '"entry":1e3'))).toBeUndefined();
  expect(publishedEntry(message.replace("sha256:ab", "sha256:AB"))).toBeUndefined();
  expect(publishedEntry("Registering artifact m version v1.0.0")).toBeUndefined();
});

test.each([
  { what: "after the newest tag it is now", now: 5000, next: { time: 5000, behind: false } },
  { what: "in the same second it is one later", now: 1060, next: { time: 1061, behind: false } },
  {
    what: "a fraction of a second does not count",
    now: 5000.9,
    next: { time: 5000, behind: false },
  },
  { what: "a clock a little behind goes unsaid", now: 1030, next: { time: 1061, behind: false } },
  { what: "a clock that went back is told", now: 900, next: { time: 1061, behind: true } },
])("the time of the next tag: $what", ({ now, next }) => {
  const view = registryView(inOrder("m@v1.0.0 c1", "m#prod#1 c1"));

  expect(nextTagTime(view, "m", now)).toEqual(next);
  expect(nextTagTime(view, "other", now)).toEqual({ time: Math.floor(now), behind: false });
});

test("a tag that does not count is passed all the same", () => {
  const view = registryView([aTag("m#prod#1", { target: "tag", time: 9000 })]);

  expect(nextTagTime(view, "m", 5000)).toEqual({ time: 9001, behind: true });
});

import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { findMarker, renderComment } from "../src/index.ts";
import { renderMarker } from "../src/marker.ts";
import { scenes } from "./scenes.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const payload = {
  schema: "slipway/comment/v1",
  key: "default",
  outcome: "pass",
  checks: 3,
  body: "0".repeat(64),
} as const;

test("the payload names the commit, the outcome, the number of checks and the digest of the visible body", () => {
  const { body, payload } = renderComment(scenes["blocked"] ?? [], { key: "default", sha256 });

  expect(payload).toEqual({
    schema: "slipway/comment/v1",
    key: "default",
    commit: "3f9c2ab".padEnd(40, "0"),
    outcome: "fail",
    checks: 16,
    body: sha256(body.slice(0, body.lastIndexOf("\n\n<!--"))),
  });
});

test("the marker is found on the last line, also after GitHub's line endings", () => {
  const line = renderMarker(payload);

  expect(findMarker(`### hello\n\n${line}`, "default")).toEqual(payload);
  expect(findMarker(`### hello\r\n\r\n${line}\r\n`, "default")).toEqual(payload);
});

test("a key with dashes cannot end the comment early", () => {
  const line = renderMarker({ ...payload, key: "a--b" });

  expect(line.slice(line.indexOf("{"), -4)).not.toContain("-");
  expect(findMarker(line, "a--b")).toEqual({ ...payload, key: "a--b" });
});

test.each([
  ["another key", renderMarker({ ...payload, key: "other" })],
  [
    "a key in the payload that is not the marker's",
    renderMarker(payload).replace('"key":"default"', '"key":"other"'),
  ],
  ["text after it", `${renderMarker(payload)}\nmore`],
  ["text before it on its line", `> ${renderMarker(payload)}`],
  ["a payload of another form", '<!-- slipway:default:v1 {"outcome":"pass"} -->'],
  ["no JSON", "<!-- slipway:default:v1 {oops} -->"],
  ["an unknown key in it", renderMarker(payload).replace("{", '{"x":1,')],
  ["nothing", ""],
])("a marker with %s is none of ours", (_, body) => {
  expect(findMarker(body, "default")).toBeUndefined();
});

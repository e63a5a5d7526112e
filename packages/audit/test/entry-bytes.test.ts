import { logCrypto } from "@slipway/runner";
import { expect, test } from "vitest";
import { bytesOf } from "../src/bytes.ts";
import { bytesOfEntry, parseEntry } from "../src/entry-bytes.ts";
import { isBefore } from "../src/entry-order.ts";
import { appendEntry } from "../src/index.ts";
import { aKey, aPromotion, aRegistration, LogInMemory } from "./a-log.ts";

const line = new TextDecoder().decode(bytesOfEntry(aRegistration(3)));

test("an entry is one line of JSON, whatever the order in which its fields were given", () => {
  const entry = aRegistration(3);
  const reversed = aRegistration(3, Object.fromEntries(Object.entries(entry).reverse()));

  expect(bytesOfEntry(reversed)).toEqual(bytesOf(line));
  expect(line.endsWith("}\n")).toBe(true);
  expect(line.slice(0, -1)).not.toMatch(/[\n\r]/);
  expect(parseEntry(bytesOf(line), 3)).toEqual(entry);
});

test.each([
  ["of another index", line.replace('"index":3', '"index":4'), "it says that it is entry 4"],
  [
    "of another schema",
    line.replace("entry/v1", "entry/v2"),
    "it does not fit its schema: schema Invalid input",
  ],
  [
    "with an unknown field",
    line.replace("{", '{"more":1,'),
    "it does not fit its schema:  Unrecognized key",
  ],
  ["without its newline", line.trimEnd(), "it is not one plain line of JSON"],
  ["with a second newline", `${line}\n`, "it is not one plain line of JSON"],
  ["with a space", line.replace('":', '": '), "it is not one plain line of JSON"],
  [
    "with a key that occurs twice",
    line.replace("{", '{"index":9,'),
    "it is not one plain line of JSON",
  ],
  ["with a byte order mark", `\ufeff${line}`, "it does not fit its schema"],
  ["that is nothing", "", "it does not fit its schema"],
  ["that is too long", `${line}${" ".repeat(70_000)}`, "it is no text, or too long"],
  ["nested beyond measure", "[".repeat(60_000), "it does not fit its schema"],
  [
    "nested beyond measure, and closed",
    "[".repeat(30_000) + "]".repeat(30_000),
    "it does not fit its schema",
  ],
])("bytes %s are no entry", (_, text, problem) => {
  expect(parseEntry(bytesOf(text), 3)).toMatch(problem);
});

test("bytes that are no UTF-8 are no entry", () => {
  expect(parseEntry(Uint8Array.of(0xff, 0xfe), 0)).toBe("it is no text, or too long");
});

test("an entry over 65,535 bytes is refused before anything is written", async () => {
  const log = new LogInMemory();
  const rules = Array.from({ length: 8 }, () => ({
    id: "reason" as const,
    title: "x",
    state: "met" as const,
    detail: "y".repeat(9_000),
  }));

  const append = log.append((index) => aPromotion(index, aRegistration(0), { rules }));

  await expect(append).rejects.toMatchObject({ code: "SW4307" });
  expect(log.files.size).toBe(0);
});

test("a secret key of another log is refused before anything is signed", async () => {
  const log = await new LogInMemory().open();

  const append = () =>
    appendEntry(log, (index) => aRegistration(index), { signer: aKey(9), crypto: logCrypto });

  expect(append).toThrow(expect.objectContaining({ code: "SW4303" }));
});

test.each([
  ["2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z", false],
  ["2026-01-01T00:00:00Z", "2026-01-01T00:00:01Z", true],
  ["2026-01-01T00:00:00Z", "2026-01-01T00:00:00.5Z", true],
  ["2026-01-01T00:00:00.50Z", "2026-01-01T00:00:00.5Z", false],
  ["2026-01-01T00:00Z", "2026-01-01T00:00:00Z", false],
  ["2026-01-01T00:00:00.9Z", "2026-01-01T00:00:01Z", true],
  ["2026-01-01T00:00:01Z", "2026-01-01T00:00:00.999999Z", false],
])("%s is before %s: %s", (time, other, expected) => {
  expect(isBefore(time, other)).toBe(expected);
});

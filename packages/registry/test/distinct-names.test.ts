import { UserError } from "@slipway/kernel";
import { expect, test } from "vitest";
import { demandDistinctNames } from "../src/index.ts";
import { aFile } from "./models.ts";

function refusal(...names: readonly string[]): string {
  try {
    demandDistinctNames(names.map((name) => aFile(name, name)));
    return "none";
  } catch (error) {
    return error instanceof UserError ? `${error.code} ${error.message}` : "bug";
  }
}

test.each([
  {
    names: ["config.json", "Config.json"],
    message: 'SW4103 the model has "Config.json" and "config.json", which differ only in case',
  },
  {
    names: ["caf\u00e9.txt", "cafe\u0301.txt"],
    message:
      'SW4103 the model has "cafe\\u0301.txt" and "caf\\u00e9.txt", which differ only in their Unicode form',
  },
  {
    names: ["Layers/a.bin", "layers/b.bin"],
    message: 'SW4103 the model has "Layers" and "layers", which differ only in case',
  },
  {
    names: ["Stra\u00dfe", "STRASSE"],
    message: 'SW4103 the model has "STRASSE" and "Stra\\u00dfe", which differ only in case',
  },
  {
    names: ["\u00c9.txt", "e\u0301.txt"],
    message: 'SW4103 the model has "e\\u0301.txt" and "\\u00c9.txt", which differ only in case',
  },
])("$names are one name to some file systems", ({ names, message }) => {
  expect(refusal(...names)).toBe(message);
});

test("names that only begin alike, or belong to git, are no clash", () => {
  expect(refusal("a/b", "a/c", "a-b", "ab", "A.txt", ".git/refs/A", ".git/refs/a")).toBe("none");
});

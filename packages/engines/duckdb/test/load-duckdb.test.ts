import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadDuckdb } from "../src/index.ts";

test("a binding that the system refuses is the user's to repair", async () => {
  const folder = mkdtempSync(join(tmpdir(), "no-binding-"));
  writeFileSync(join(folder, "duckdb.node"), "not a library");

  const loading = loadDuckdb(join(folder, "duckdb.node"));

  await expect(loading).rejects.toMatchObject({ code: "SW6007" });
  rmSync(folder, { recursive: true });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { DataCheck, DataEvidence } from "@slipway/contracts";
import { parseContract } from "@slipway/data";
import { duckdbEngine } from "@slipway/engine-duckdb";
import type { Files, SqlEngine } from "@slipway/ports";
import { workspaceFiles } from "@slipway/runner";
import { validateData } from "../src/index.ts";

/** A folder with files, and the real engine over it. */
export type Workspace = {
  readonly root: string;
  readonly files: Files;
  readonly engine: SqlEngine;
  remove(): void;
};

export type FileTexts = Readonly<Record<string, string | Uint8Array>>;

export function createWorkspace(texts: FileTexts, threads?: number): Workspace {
  const root = mkdtempSync(join(tmpdir(), "validate data "));
  for (const [name, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return {
    root,
    files: workspaceFiles({ root }),
    engine: duckdbEngine({
      binding: installedBinding(),
      tempFolder: join(root, ".temp"),
      ...(threads === undefined ? {} : { threads }),
    }),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** The native binding that the package manager has installed for this platform. */
function installedBinding(): string {
  const engine = createRequire(import.meta.url).resolve("@slipway/engine-duckdb");
  const api = createRequire(engine).resolve("@duckdb/node-api");
  const bindings = createRequire(api).resolve("@duckdb/node-bindings");
  const name = `@duckdb/node-bindings-${process.platform}-${process.arch}/duckdb.node`;
  return createRequire(bindings).resolve(name);
}

export type Run = {
  readonly path?: string;
  readonly object?: string;
  readonly references?: readonly { name: string; path: string; object?: string }[];
  readonly threads?: number;
};

/** Validates the data set `data` against `contract` in a workspace of `texts`. */
export async function validate(
  texts: FileTexts,
  contract: string,
  run: Run = {},
): Promise<DataEvidence> {
  const workspace = createWorkspace({ ...texts, "contract.yaml": contract }, run.threads);
  try {
    return await validateIn(workspace, contract, run);
  } finally {
    workspace.remove();
  }
}

export async function validateIn(
  { files, engine }: Pick<Workspace, "files" | "engine">,
  contract: string,
  run: Run = {},
): Promise<DataEvidence> {
  const dataSet = {
    name: "data",
    path: run.path ?? "data.csv",
    contract: parseContract(contract, "contract.yaml"),
    object: run.object,
  };
  const [result] = await validateData(
    {
      dataSets: [dataSet],
      references: run.references ?? [],
      policy: { origin: "working-tree", loosened: [] },
    },
    {
      files,
      engine,
      clock: { now: () => "2026-03-02T16:40:00.000Z" },
      context: { run: {}, tool: { name: "slipway", version: "0.1.0" } },
      log: { info: () => undefined, notice: () => undefined, warning: () => undefined },
      evidence: { write: () => Promise.resolve("data-validation-data.json") },
    },
  );
  if (result === undefined) throw new Error("nothing was validated");
  return result.evidence;
}

/** A contract of one object `data` with the given properties, in YAML indented by six blanks. */
export function contractOf(properties: string, rest = ""): string {
  return `apiVersion: v3.1.0
kind: DataContract
id: test
version: 1.0.0
status: active
schema:
  - name: data
${rest}    properties:
${properties}
`;
}

/** Checks by id, reduced to what a test compares. */
export function findings(evidence: DataEvidence): Record<string, string> {
  return Object.fromEntries(evidence.checks.map((check) => [check.id, brief(check)]));
}

function brief(check: DataCheck): string {
  const reason = check.reason === undefined ? "" : ` ${check.reason}`;
  return `${check.outcome}${reason} ${check.failed}/${check.examined}`;
}

/** `line value` of each sample of a check. */
export function samplesOf(evidence: DataEvidence, id: string): string[] {
  const check = evidence.checks.find((item) => item.id === id);
  return (check?.samples ?? []).map(({ line, value }) => `${line ?? "-"} ${value ?? "NULL"}`);
}

import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import {
  evidenceSchema,
  type EvaluationCheck,
  type EvaluationEvidence,
  type MetricRecord,
} from "@slipway/contracts";
import { localEngine } from "@slipway/engine-duckdb";
import { installedBindingFolder } from "@slipway/engine-duckdb/installed";
import { UserError } from "@slipway/kernel";
import { loadPolicy } from "@slipway/policy";
import type { BaseRevision, EvidenceBranch } from "@slipway/ports";
import {
  evidenceFolder,
  modelFolder,
  parseInputs,
  shellCommands,
  workspaceFiles,
} from "@slipway/runner";
import { evaluateModel, inputs, planEvaluations, type Ports } from "../src/index.ts";

export type FileTexts = Readonly<Record<string, string | Uint8Array>>;

/** Inputs by the names of action.yml; lists one a line. */
export type Flags = Readonly<Record<string, string>>;

/** A folder with files, the real engine over it, and everything that was told on the way. */
export type Workspace = {
  readonly root: string;
  readonly ports: Ports;
  readonly log: string[];
  /** Evaluates what the inputs ask for and reads every evidence back from its file. */
  evaluate(flags: Flags, world?: World): Promise<EvaluationEvidence[]>;
  write(files: FileTexts): void;
  /** Files of the evidence folder, blobs included. */
  left(): string[];
  remove(): void;
};

export type World = {
  readonly branch?: EvidenceBranch;
  readonly base?: BaseRevision;
  readonly now?: string;
  readonly maxItemBytes?: number;
  readonly root?: string;
};

export function createWorkspace(texts: FileTexts = {}, folder?: string): Workspace {
  const root = folder ?? mkdtempSync(join(tmpdir(), "evaluate model "));
  const temporary = mkdtempSync(join(tmpdir(), "evaluate temp "));
  const write = (files: FileTexts): void => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), text);
    }
  };
  write(texts);
  const log: string[] = [];
  const ports = portsOf(root, temporary, log);
  return {
    root,
    ports,
    log,
    write,
    evaluate: (flags, world = {}) => evaluateIn(ports, flags, world),
    left: () =>
      readdirSync(ports.folder.path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name)
        .sort(),
    remove: () => {
      rmSync(temporary, { recursive: true, force: true });
      if (folder === undefined) rmSync(root, { recursive: true, force: true });
    },
  };
}

function portsOf(root: string, temporary: string, log: string[]): Ports {
  const files = workspaceFiles({ root, roots: [temporary] });
  const tell = (message: string) => void log.push(message);
  return {
    files,
    folder: evidenceFolder(join(temporary, "evidence")),
    branch: undefined,
    engine: localEngine({
      env: {},
      folder: root,
      temporary,
      bindingFolder: installedBindingFolder(),
    }),
    models: modelFolder(files.locate),
    commands: shellCommands(root),
    clock: { now: () => "2026-03-02T16:40:00.000Z" },
    context: { run: {}, tool: { name: "slipway", version: "0.1.0" } },
    log: { info: tell, notice: tell, warning: tell },
    sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
  };
}

async function evaluateIn(
  ports: Ports,
  flags: Flags,
  { branch, base, now, maxItemBytes }: World,
): Promise<EvaluationEvidence[]> {
  const input = parseInputs(inputs, { read: (name) => flags[name] ?? "", title: (name) => name });
  const requests = await planEvaluations(input, () => loadPolicy(ports.files, input.config, base));
  const found: EvaluationEvidence[] = [];
  for (const request of requests) {
    const { path } = await evaluateModel(request, {
      ...ports,
      branch,
      ...(now === undefined ? {} : { clock: { now: () => now } }),
      ...(maxItemBytes === undefined ? {} : { maxItemBytes }),
    });
    const evidence = evidenceSchema.parse(JSON.parse(readFileSync(path, "utf8")));
    if (evidence.kind !== "evaluation") throw new Error("an evaluation was expected");
    found.push(evidence);
  }
  return found;
}

/** Evaluates one set of results in a workspace of its own. */
export async function evaluate(texts: FileTexts, flags: Flags): Promise<EvaluationEvidence> {
  const workspace = createWorkspace(texts);
  try {
    return only(await workspace.evaluate(flags));
  } finally {
    workspace.remove();
  }
}

export function only<T>(found: readonly T[]): T {
  const [first] = found;
  if (first === undefined || found.length > 1) throw new Error(`${found.length} instead of one`);
  return first;
}

/** Checks by id, reduced to outcome, reason and whether they block. */
export function ledger({ checks }: EvaluationEvidence): Record<string, string> {
  return Object.fromEntries(checks.map((check) => [check.id, brief(check)]));
}

function brief({ outcome, reason, blocks }: EvaluationCheck): string {
  return [outcome, ...(reason === undefined ? [] : [reason]), ...(blocks ? ["blocks"] : [])].join(
    " ",
  );
}

/** The values of all items by metric, or of one group. */
export function values(
  metrics: readonly MetricRecord[],
  slice: MetricRecord["slice"] = null,
): Record<string, number | null> {
  const wanted = metrics.filter((found) => JSON.stringify(found.slice) === JSON.stringify(slice));
  return Object.fromEntries(wanted.map(({ name, value }) => [name, value]));
}

/** The error that a user would see. */
export async function failureOf(act: Promise<unknown>): Promise<UserError> {
  try {
    await act;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

/** A CSV table. */
export function csv(header: readonly string[], rows: readonly (readonly unknown[])[]): string {
  return `${[header, ...rows].map((row) => row.map(String).join(",")).join("\n")}\n`;
}

/** Numbers in [0, 1) that are the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** Turns the order of rows around in a way that leaves none in its place. */
export function shuffled<T>(rows: readonly T[]): T[] {
  const random = seeded(99);
  return rows
    .map((row) => ({ row, at: random() }))
    .sort((left, right) => left.at - right.at)
    .map(({ row }) => row);
}

// Times the start of every bundle: node scripts/dev.mjs node bench/start.ts
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

// The whole process in an empty workspace, which ends with a clear error, against a Node process that does nothing.
const runs = 11;
const folder = mkdtempSync(join(tmpdir(), "bench-start-"));
const empty = join(folder, "empty.mjs");
writeFileSync(empty, "");

function time(script: string, name: string): { ms: number; said: string } {
  const temporary = mkdtempSync(join(folder, "job-"));
  const files = ["OUTPUT", "STEP_SUMMARY", "STATE", "ENV", "PATH"].map((file) => {
    writeFileSync(join(temporary, file), "");
    return [`GITHUB_${file}`, join(temporary, file)] as const;
  });
  const workspace = mkdtempSync(join(folder, "workspace-"));
  const env = {
    PATH: process.env["PATH"] ?? "",
    HOME: temporary,
    RUNNER_TEMP: temporary,
    RUNNER_TOOL_CACHE: temporary,
    GITHUB_ACTIONS: "true",
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_NAME: "push",
    GITHUB_REPOSITORY: "octo/model",
    "INPUT_GITHUB-TOKEN": "none",
    ...Object.fromEntries(files),
  };
  const start = performance.now();
  const { status, stdout } = spawnSync(process.execPath, [script], {
    cwd: workspace,
    env,
    encoding: "utf8",
  });
  const ms = performance.now() - start;
  const code = /SW\d{4}/.exec(stdout)?.[0];
  if (script !== empty && (status !== 2 || code === undefined))
    throw new Error(`${name} ended with ${status ?? -1}: ${stdout}`);
  return { ms, said: code ?? "" };
}

function median(values: readonly number[]): number {
  return (
    values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN
  );
}

const actions = readdirSync("actions");
const scripts = new Map([
  ["an empty Node process", empty],
  ...actions.map((name): [string, string] => [name, resolve("actions", name, "main.mjs")]),
]);
const times = new Map([...scripts.keys()].map((name): [string, number[]] => [name, []]));
const said = new Map<string, string>();
for (let run = 0; run < runs; run += 1) {
  for (const [name, script] of scripts) {
    const found = time(script, name);
    times.get(name)?.push(found.ms);
    said.set(name, found.said);
  }
}
rmSync(folder, { recursive: true });
const base = median(times.get("an empty Node process") ?? []);
console.log(`medians of ${runs}, goals 150 ms and 5 times an empty Node process`);
for (const [name, found] of times) {
  const ms = median(found);
  console.log(
    `${name.padEnd(24)} ${ms.toFixed(0).padStart(5)} ms  ${(ms / base).toFixed(1).padStart(4)} x  ${said.get(name) ?? ""}`,
  );
}

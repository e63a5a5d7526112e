// Brings Node 24, pnpm and the dependencies, each only when its lockfile changed, then runs a command.
// Built-ins only, syntax of Node 18: this file runs before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tools = join(root, "tools");
const hostHasNode24 = Number(process.versions.node.split(".")[0]) >= 24;

/** npm's own variables would steer the child; only cache, registry and proxies are meant for it. */
function childEnvironment() {
  const kept = /^npm_config_(cache|registry|proxy|https_proxy|noproxy|cafile)$/i;
  const entries = Object.entries(process.env).filter(([name]) => {
    return !name.toLowerCase().startsWith("npm_") || kept.test(name);
  });
  const env = Object.fromEntries(entries);
  const pathKey = Object.keys(env).find((name) => name.toLowerCase() === "path") ?? "PATH";
  const bins = [nodeBin(), join(tools, "node_modules", ".bin"), join(root, "node_modules", ".bin")];
  env[pathKey] = [...bins, env[pathKey] ?? ""].join(delimiter);
  return env;
}

function nodeBin() {
  const folder = join(tools, "node_modules", `node-${process.platform}-${process.arch}`, "bin");
  const windows = join(tools, "node_modules", `node-win-${process.arch}`, "bin");
  return existsSync(windows) && process.platform === "win32" ? windows : folder;
}

/** Runs `install` unless it already succeeded for exactly this lockfile. */
function once(lockfile, install) {
  const stamp = join(root, "node_modules", ".slipway", lockfile.replaceAll("/", "-"));
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, lockfile)))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  rmSync(stamp, { force: true });
  install();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** Installers write to stderr alone, so that `npm run --silent slipway` keeps stdout for its document. */
function run(command, args, extra = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    env: { ...childEnvironment(), ...extra },
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (result.error) throw result.error;
  if (result.status !== 0) {
    process.stderr.write(
      `slipway: "${command} ${args.join(" ")}" failed. Is the package registry reachable (npm config get registry)?\n`,
    );
    process.exit(result.status ?? 1);
  }
}

once("tools/package-lock.json", () => {
  run("npm", ["ci", "--prefix", "tools", "--ignore-scripts", "--no-audit", "--no-fund"]);
});
if (!hostHasNode24 && !existsSync(nodeBin())) {
  process.stderr.write(
    "slipway: no Node 24 package for this platform. Install Node 24 or newer, and run the command again.\n",
  );
  process.exit(1);
}
once("pnpm-lock.yaml", () => {
  run("pnpm", ["install", "--frozen-lockfile", "--ignore-scripts", "--reporter=append-only"], {
    CI: "true",
  });
});

const [command, ...args] = process.argv.slice(2);
if (command) {
  const keepFolder = command === "node" && args[0]?.endsWith("packages/cli/src/run.ts");
  const child = spawn(command, args.map(fromRoot), {
    cwd: keepFolder ? (process.env.INIT_CWD ?? root) : root,
    env: childEnvironment(),
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    process.stderr.write(`slipway: cannot start ${command}: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? (signal ? 128 : 1);
  });
}

/** A script of ours is named from the root, wherever the caller stands. */
function fromRoot(argument, index) {
  return index === 0 && command === "node" ? resolve(root, argument) : argument;
}

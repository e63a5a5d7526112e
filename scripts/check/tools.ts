/**
 * Tools that npm's lockfile does not bring, each installed once below .ci/cache and pinned: by hash (pip), by Go's
 * checksum database (go), by lockfile (npm), or by the distribution (apt). Only the tests and the gate need them.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { requireCommand, root } from "./run-command.ts";

const cache = join(root, ".ci", "cache");
const executable = process.platform === "win32" ? ".exe" : "";

/** Where act and zizmor are. */
export type PythonTools = { readonly act: string; readonly zizmor: string };

/** Installs act and zizmor from the wheels whose hashes are in .ci/requirements.txt. */
export async function ensurePythonTools(): Promise<PythonTools> {
  const requirements = join(root, ".ci", "requirements.txt");
  const folder = join(cache, "python");
  await once(folder, await readFile(requirements, "utf8"), async () => {
    const pinned = ["--require-hashes", "--no-deps", "--only-binary", ":all:"];
    const quiet = ["--quiet", "--disable-pip-version-check", "--root-user-action", "ignore"];
    const target = ["--target", folder, "-r", requirements];
    await requireCommand("python3", ["-m", "pip", "install", ...pinned, ...quiet, ...target]);
  });
  const bin = join(folder, "bin");
  return { act: join(bin, `act${executable}`), zizmor: join(bin, `zizmor${executable}`) };
}

/** Installs the packages of test/slow/python/NAME.txt; returns their folder, which Python finds through PYTHONPATH. */
export async function ensurePythonPackages(name: "gto" | "model-signing"): Promise<string> {
  const requirements = join(root, "test", "slow", "python", `${name}.txt`);
  const folder = join(cache, `python-${name}`);
  await once(folder, await readFile(requirements, "utf8"), async () => {
    const pinned = ["--no-deps", "--only-binary", ":all:", "--no-compile"];
    const quiet = ["--quiet", "--disable-pip-version-check", "--root-user-action", "ignore"];
    const target = ["--target", folder, "-r", requirements];
    await requireCommand("python3", ["-m", "pip", "install", ...pinned, ...quiet, ...target]);
  });
  return folder;
}

/** Builds actionlint with Go, which checks the source against its checksum database. */
export async function ensureActionlint(): Promise<string> {
  const version = "v1.7.12";
  const folder = join(cache, "actionlint");
  await once(folder, version, async () => {
    const path = `github.com/rhysd/actionlint/cmd/actionlint@${version}`;
    const env = { GOBIN: folder, GOFLAGS: "-mod=mod" };
    await requireCommand("go", ["install", "-trimpath", path], { env });
  });
  return join(folder, `actionlint${executable}`);
}

/** Builds test/slow/go/check-log, whose go.sum pins what Go's module proxy may answer. */
export async function ensureLogChecker(): Promise<string> {
  const source = join(root, "test", "slow", "go", "check-log");
  const names = ["go.mod", "go.sum", "main.go"];
  const texts = names.map((name) => readFile(join(source, name), "utf8"));
  const folder = join(cache, "check-log");
  const program = join(folder, `check-log${executable}`);
  await once(folder, (await Promise.all(texts)).join("\0"), async () => {
    const env = { GOFLAGS: "-mod=readonly -buildvcs=false", GOWORK: "off" };
    await requireCommand("go", ["build", "-trimpath", "-o", program, "."], { cwd: source, env });
  });
  return program;
}

/** Installs GitHub's OpenAPI description with its checker, pruned to the operations that the fake serves; returns the folder. */
export async function ensureOpenApi(): Promise<string> {
  const source = join(root, ".ci", "openapi");
  const folder = join(cache, "openapi");
  await once(folder, await readFile(join(source, "package-lock.json"), "utf8"), async () => {
    for (const file of ["package.json", "package-lock.json"]) {
      await copyFile(join(source, file), join(folder, file));
    }
    await requireCommand("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
      cwd: folder,
    });
  });
  // Every time, since the list of operations is in the script.
  await requireCommand("node", ["scripts/prune-openapi.ts", folder]);
  return folder;
}

/** A Chromium for screenshots: one that is installed, else the distribution's. */
export async function ensureChromium(): Promise<string> {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const installed = names.map(findOnPath).find((path) => path !== undefined);
  if (installed !== undefined) return installed;
  const isRoot = process.getuid?.() === 0;
  const apt = isRoot ? ["apt-get"] : ["sudo", "-n", "apt-get"];
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await requireCommand(apt[0] ?? "", [...apt.slice(1), "update", "-q"], { env });
  const install = [
    "install",
    "-q",
    "-y",
    "--no-install-recommends",
    "chromium",
    "fonts-dejavu-core",
  ];
  await requireCommand(apt[0] ?? "", [...apt.slice(1), ...install], { env });
  const found = findOnPath("chromium");
  if (found === undefined) throw new Error("apt-get installed no chromium on PATH.");
  return found;
}

function findOnPath(name: string): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** Empties `folder` and fills it, unless it was filled for exactly this `pin`. */
async function once(folder: string, pin: string, fill: () => Promise<void>): Promise<void> {
  const stamp = join(folder, ".stamp");
  const wanted = createHash("sha256").update(pin).digest("hex");
  const actual = await readFile(stamp, "utf8").catch(() => "");
  if (actual === wanted) return;
  process.stdout.write(`installing ${folder.slice(dirname(cache).length + 1)}\n`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await fill();
  await writeFile(stamp, wanted);
}

import { UserError } from "@slipway/kernel";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Npmrc, parseNpmrc } from "./npmrc.ts";
import type { Registry } from "./registry.ts";

const npmTimeoutMs = 20_000;

/** Where the configuration of npm is looked up. `askNpm` is for tests: it gives what npm prints, or nothing. */
export type RegistrySearch = {
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly home: string;
  readonly askNpm?: () => Promise<string | undefined>;
};

/**
 * Finds the registry that npm is configured for: the environment's `npm_config_registry`, then `@duckdb:registry` and then
 * `registry` of the project's and the user's `.npmrc`, then npm itself; with the `_authToken` that belongs to it.
 * @throws UserError SW6005 where nothing names one
 */
export async function findRegistry(search: RegistrySearch): Promise<Registry> {
  const { env, cwd, home } = search;
  const userFile = npmConfig(env, "userconfig") ?? join(home, ".npmrc");
  const files = await Promise.all(
    [join(cwd, ".npmrc"), userFile].map((path) => readNpmrc(path, env)),
  );
  const setting = (key: string) => files.map((file) => file.get(key)).find(isFilled);
  const askNpm = search.askNpm ?? (() => askInstalledNpm(env, home));
  const address =
    npmConfig(env, "registry") ??
    setting("@duckdb:registry") ??
    setting("registry") ??
    (await askNpm());
  return parseRegistry(address?.trim() ?? "", setting);
}

/** npm reads its variables in any case, and with `-` written as `_`. */
function npmConfig(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const keys = Object.keys(env).filter((key) => key.toLowerCase() === `npm_config_${name}`);
  return keys.map((key) => env[key]).find(isFilled);
}

function isFilled(value: string | undefined): value is string {
  return value !== undefined && value.trim() !== "";
}

async function readNpmrc(path: string, env: NodeJS.ProcessEnv): Promise<Npmrc> {
  try {
    return parseNpmrc(await readFile(path, "utf8"), env);
  } catch {
    return new Map();
  }
}

async function askInstalledNpm(env: NodeJS.ProcessEnv, home: string): Promise<string | undefined> {
  // Node starts .cmd files through a shell only. That shell looks into the current folder first, which must not be a
  // checkout; the words are constant.
  const isWindows = process.platform === "win32";
  const options = { env, cwd: home, shell: isWindows, timeout: npmTimeoutMs, windowsHide: true };
  try {
    const command = isWindows ? "npm.cmd" : "npm";
    const answer = await promisify(execFile)(command, ["config", "get", "registry"], options);
    return answer.stdout;
  } catch {
    return undefined;
  }
}

function parseRegistry(address: string, setting: (key: string) => string | undefined): Registry {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) throw unknownRegistry();
  const { username, password } = url;
  url.username = "";
  url.password = "";
  url.search = "";
  url.hash = "";
  const token = tokenFor(url, setting);
  const authorization =
    username === "" ? token && `Bearer ${token}` : basic(decode(username), decode(password));
  return {
    url: url.href.replace(/\/+$/, ""),
    ...(authorization === undefined || authorization === "" ? {} : { authorization }),
  };
}

/** As npm does, from the whole path up to the host: `//host/path/:_authToken`, `//host/:_authToken`. */
function tokenFor(url: URL, setting: (key: string) => string | undefined): string | undefined {
  const parts = url.pathname.split("/").filter((part) => part !== "");
  for (let length = parts.length; length >= 0; length--) {
    const base = `//${[url.host, ...parts.slice(0, length)].join("/")}`;
    const token = setting(`${base}/:_authToken`) ?? setting(`${base}:_authToken`);
    if (token !== undefined) return token;
  }
  return undefined;
}

function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function unknownRegistry(): UserError {
  return new UserError({
    code: "SW6005",
    message: "No npm registry is configured from which DuckDB could be fetched.",
    remedy:
      "Set the environment variable npm_config_registry to its https address, or let the input duckdb-binding name " +
      "a folder that holds DuckDB's binding.",
  });
}

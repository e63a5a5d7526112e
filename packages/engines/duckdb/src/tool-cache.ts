import { join } from "node:path";

/** Where bindings are kept between runs: the runner's tool cache, or the user's own cache folder of this system. */
export function findToolCache(search: {
  readonly env: NodeJS.ProcessEnv;
  readonly home: string;
  readonly platform?: string;
}): string {
  const { env, home } = search;
  const platform = search.platform ?? process.platform;
  if (env["RUNNER_TOOL_CACHE"]) return env["RUNNER_TOOL_CACHE"];
  if (env["XDG_CACHE_HOME"]) return join(env["XDG_CACHE_HOME"], "slipway");
  if (platform === "win32") {
    return join(env["LOCALAPPDATA"] ?? join(home, "AppData", "Local"), "slipway", "cache");
  }
  return platform === "darwin"
    ? join(home, "Library", "Caches", "slipway")
    : join(home, ".cache", "slipway");
}

import { runGit, tryGit, type GitPlace } from "./run-git.ts";

/**
 * Variables that give a call of git the `http.*` settings of `repository` (where checkout leaves its credentials)
 * and, where those hold none and a token is given, that token. Nothing of it stands on a command line.
 */
export async function credentialVariables(
  repository: GitPlace,
  token?: string,
): Promise<Record<string, string>> {
  const { stdout } = await tryGit(repository, ["config", "--null", "--get-regexp", "^http\\."]);
  const settings = stdout
    .toString("utf8")
    .split("\0")
    .filter((entry) => entry !== "")
    .map((entry): [string, string] => {
      const end = entry.indexOf("\n");
      return end < 0 ? [entry, "true"] : [entry.slice(0, end), entry.slice(end + 1)];
    });
  const hasCredentials = settings.some(([key]) => key.toLowerCase().endsWith(".extraheader"));
  if (token !== undefined && !hasCredentials) {
    const address = await remoteAddress(repository);
    if (address?.startsWith("https://")) {
      const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
      settings.push([
        `http.${new URL(address).origin}/.extraheader`,
        `AUTHORIZATION: basic ${basic}`,
      ]);
    }
  }
  const variables: Record<string, string> = { GIT_CONFIG_COUNT: String(settings.length) };
  for (const [index, [key, value]] of settings.entries()) {
    variables[`GIT_CONFIG_KEY_${index}`] = key;
    variables[`GIT_CONFIG_VALUE_${index}`] = value;
  }
  return variables;
}

/** The address of `origin`, absolute where it is a folder, or `undefined` without such a remote. */
export async function remoteAddress(repository: GitPlace): Promise<string | undefined> {
  const { code, stdout } = await tryGit(repository, ["remote", "get-url", "origin"]);
  if (code !== 0) return undefined;
  const address = stdout.toString("utf8").trim();
  if (!address.startsWith(".")) return address;
  return runGit(repository, ["rev-parse", "--path-format=absolute", "--git-path", `../${address}`]);
}

import { tryGit, type GitPlace } from "./run-git.ts";

type Setting = readonly [key: string, value: string];

/**
 * Variables that give a call of git the settings of `repository` that reaching its remote takes (where checkout leaves
 * its credentials) and, where those hold none and a token is given, that token. Nothing of it stands on a command line.
 */
export async function credentialVariables(
  repository: GitPlace,
  token?: string,
): Promise<Record<string, string>> {
  return (await remoteOf(repository, token)).env;
}

/** Where `origin` lies (`undefined` without such a remote), and the variables of {@link credentialVariables}. */
export async function remoteOf(
  repository: GitPlace,
  token?: string,
): Promise<{ address: string | undefined; env: Record<string, string> }> {
  const settings = await settingsOf(repository);
  const address = settings.find(([key]) => key === "remote.origin.url")?.[1];
  const kept = settings.filter(([key]) => key !== "remote.origin.url");
  const headers = new Set(kept.map(([key]) => key).filter(isHeader));
  const added: Setting[] = [];
  if (token !== undefined && headers.size === 0 && address?.startsWith("https://") === true) {
    const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
    added.push([`http.${new URL(address).origin}/.extraheader`, `AUTHORIZATION: basic ${basic}`]);
  }
  // An empty header drops those before it: what stands in a global file too would be sent twice, and refused.
  const reset = [...headers].map((key): Setting => [key, ""]);
  return { address, env: variablesOf([...reset, ...kept, ...added]) };
}

function isHeader(key: string): boolean {
  return key.toLowerCase().endsWith(".extraheader");
}

async function settingsOf(repository: GitPlace): Promise<readonly Setting[]> {
  const wanted =
    "^(http\\.|url\\.|credential\\.|core\\.(sshcommand|askpass|gitproxy)$|ssh\\.|remote\\.origin\\.url$)";
  const { stdout } = await tryGit(repository, ["config", "--null", "--get-regexp", wanted]);
  return stdout
    .toString("utf8")
    .split("\0")
    .filter((entry) => entry !== "")
    .map((entry): Setting => {
      const end = entry.indexOf("\n");
      return end < 0 ? [entry, "true"] : [entry.slice(0, end), entry.slice(end + 1)];
    });
}

/** Adds to what the environment sets for git already. */
function variablesOf(settings: readonly Setting[]): Record<string, string> {
  const before = Number(process.env["GIT_CONFIG_COUNT"] ?? "0");
  const variables: Record<string, string> = {
    GIT_CONFIG_COUNT: String(before + settings.length),
  };
  for (const [index, [key, value]] of settings.entries()) {
    variables[`GIT_CONFIG_KEY_${before + index}`] = key;
    variables[`GIT_CONFIG_VALUE_${before + index}`] = value;
  }
  return variables;
}

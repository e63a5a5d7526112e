/** The settings of an `.npmrc`, by name; `${NAME}` and `${NAME?}` are taken from the environment. */
export type Npmrc = ReadonlyMap<string, string>;

/** Parses an `.npmrc`. A value that names an unknown variable is left out, since nothing good can come of it. */
export function parseNpmrc(text: string, env: NodeJS.ProcessEnv): Npmrc {
  const settings = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const match = /^\s*([^#;=[\s][^=]*?)\s*=\s*(.*?)\s*$/.exec(line);
    const value = expand(unquote(match?.[2] ?? ""), env);
    if (match?.[1] !== undefined && value !== undefined) settings.set(match[1], value);
  }
  return settings;
}

function unquote(value: string): string {
  return /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
}

function expand(value: string, env: NodeJS.ProcessEnv): string | undefined {
  const unknown = new Set<string>();
  const expanded = value.replace(/\$\{([^}?]+)(\?)?\}/g, (_, name: string, optional?: string) => {
    // The file can come with a pull request: what the runner gives to actions alone must not leave through it.
    const found = /^(INPUT_|ACTIONS_)/i.test(name) ? undefined : env[name];
    if (found === undefined && optional === undefined) unknown.add(name);
    return found ?? "";
  });
  return unknown.size === 0 ? expanded : undefined;
}

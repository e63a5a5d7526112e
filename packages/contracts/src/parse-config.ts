import { UserError } from "@slipway/kernel";
import { configSchema, type Config } from "./config.ts";
import { parseWithSchema } from "./parse-with-schema.ts";
import { parseYaml, showPlace, type YamlSource } from "./yaml-source.ts";

/** A parsed `slipway.yaml` together with the places of its values. */
export type LocatedConfig = { readonly config: Config; readonly source: YamlSource };

/**
 * Reads `slipway.yaml`: every mistake is named with file, line and column.
 * @throws UserError SW1201, SW1202, SW1204, and SW1205 for a name that is used twice or never defined
 */
export function parseConfig(text: string, file: string): LocatedConfig {
  const source = parseYaml(text, file);
  const config = parseWithSchema(source, configSchema, file);
  refuseDoubles(config, source);
  refuseDangling(config, source);
  return { config, source };
}

function refuseDoubles(config: Config, source: YamlSource): void {
  for (const section of ["data", "evaluations", "models", "environments"] as const) {
    const seen = new Set<string>();
    for (const [index, { name }] of (config[section] ?? []).entries()) {
      if (seen.has(name)) {
        throw reference(
          source,
          [section, index, "name"],
          `the name "${name}" is used twice in ${section}`,
        );
      }
      seen.add(name);
    }
  }
}

function refuseDangling(config: Config, source: YamlSource): void {
  for (const section of ["data", "evaluations"] as const) {
    const known = new Set(config[section]?.map(({ name }) => name));
    for (const [index, model] of (config.models ?? []).entries()) {
      for (const [position, name] of (model[section] ?? []).entries()) {
        if (known.has(name)) continue;
        const path = ["models", index, section, position];
        throw reference(source, path, `no entry of ${section} is named "${name}"`);
      }
    }
  }
  const environments = new Set(config.environments?.map(({ name }) => name));
  for (const [index, { after }] of (config.environments ?? []).entries()) {
    if (after === undefined || environments.has(after)) continue;
    throw reference(source, ["environments", index, "after"], `no environment is named "${after}"`);
  }
  refuseCircles(config, source);
}

/** A version that must have been everywhere before could never be anywhere. */
function refuseCircles(config: Config, source: YamlSource): void {
  const before = new Map(config.environments?.map(({ name, after }) => [name, after]));
  for (const [index, { name }] of (config.environments ?? []).entries()) {
    const seen = new Set<string>();
    let at: string | undefined = name;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      at = before.get(at);
    }
    if (at !== name) continue;
    const path = ["environments", index, "after"];
    throw reference(source, path, `"${name}" comes after itself, by way of \`after\``);
  }
}

function reference(source: YamlSource, path: readonly PropertyKey[], problem: string): UserError {
  return new UserError({
    code: "SW1205",
    message: `${showPlace(source.placeOf(path))}: ${problem}`,
    remedy: "Use each name once, and refer only to names that the file defines.",
  });
}

import type { BundleProblem } from "./bundle-problem.ts";
import type { Predicate } from "./bundle-schema.ts";
import { isModelPath } from "./model-path.ts";

/** What makes a predicate say less than it seems to, or more than can be checked here. */
export function checkPredicate(predicate: Predicate): readonly BundleProblem[] {
  return [...checkSerialization(predicate), ...checkNames(predicate), ...checkIgnored(predicate)];
}

function checkSerialization({ serialization, resources }: Predicate): readonly BundleProblem[] {
  const { method, hash_type: hash, shard_size: shardSize } = serialization;
  const problem = (message: string): BundleProblem[] => [{ kind: "serialization", message }];
  if (method === "shards")
    return problem("the files are signed in shards; only whole files can be verified here");
  if (shardSize !== undefined) return problem("`shard_size` has no meaning for whole files");
  if (hash !== "sha256" || resources.some(({ algorithm }) => algorithm !== "sha256"))
    return problem(`the files are hashed with ${quoted(hash)}; only sha256 can be verified here`);
  if (resources.some(({ digest }) => digest.length !== 64))
    return problem("a digest has not the 64 digits of sha256");
  return [];
}

function checkNames({ resources }: Predicate): readonly BundleProblem[] {
  if (resources.length === 0)
    return [{ kind: "no-resources", message: "no file is signed, so that any folder would fit" }];
  const seen = new Set<string>();
  const problems: BundleProblem[] = [];
  for (const { name } of resources) {
    // Release 1.1 names the one file of a model that is no folder `.`.
    const isOnlyFile = name === "." && resources.length === 1;
    if (!isModelPath(name) && !isOnlyFile)
      problems.push({ kind: "unsafe-name", message: `${quoted(name)} leads out of the model` });
    if (seen.has(name))
      problems.push({ kind: "duplicate-name", message: `${quoted(name)} is signed twice` });
    seen.add(name);
  }
  return problems;
}

function checkIgnored({ resources, serialization }: Predicate): readonly BundleProblem[] {
  const signed = resources.map(({ name }) => name);
  return (serialization.ignore_paths ?? []).flatMap((path): BundleProblem[] => {
    const said = `\`ignore_paths\` has ${quoted(path)}`;
    if (path === "." || path === "./")
      return [{ kind: "ignored-resource", message: `${said}, which is the whole model` }];
    if (!isModelPath(path))
      return [{ kind: "unsafe-name", message: `${said}, which is no path inside the model` }];
    const hidden = signed.find((name) => name === path || name.startsWith(`${path}/`));
    if (hidden === undefined) return [];
    return [{ kind: "ignored-resource", message: `${said}, which hides ${quoted(hidden)}` }];
  });
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 200));
}

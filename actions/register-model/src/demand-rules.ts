import { parseConfig, type Config, type Evidence } from "@slipway/contracts";
import { policyFile } from "@slipway/delivery";
import { UserError, type Digest } from "@slipway/kernel";
import type { Ports } from "./ports.ts";

/** The rules that were merged with a commit: `slipway.yaml`, and the contracts that it names. */
export type MergedRules = {
  readonly commit: string;
  readonly config: Config;
  readonly policy: readonly Digest[];
  /** By data set: the digests that its contract may have. */
  readonly contracts: ReadonlyMap<string, readonly Digest[]>;
};

/** Reads the rules as they were committed, whatever lies in the work tree. @throws UserError SW4010, SW1201 to SW1205 */
export async function mergedRules(
  commit: string,
  { readCommitted, sha256 }: Pick<Ports, "readCommitted" | "sha256">,
): Promise<MergedRules> {
  const text = await readCommitted(commit, policyFile);
  if (text === undefined) throw noRules(commit);
  const { config } = parseConfig(text, `${commit.slice(0, 12)}:${policyFile}`);
  const contracts = new Map<string, readonly Digest[]>();
  for (const { name, contract } of config.data ?? []) {
    const committed = await readCommitted(commit, contract.replace(/^\.\//, ""));
    contracts.set(name, committed === undefined ? [] : digestsOf(committed, sha256));
  }
  return { commit, config, policy: digestsOf(text, sha256), contracts };
}

/** A checkout on Windows may have turned the line ends. */
function digestsOf(text: string, sha256: Ports["sha256"]): readonly Digest[] {
  const crlf = text.replaceAll(/\r?\n/g, "\r\n");
  return [text, crlf].map((each) => ({ sha256: sha256(new TextEncoder().encode(each)) }));
}

/**
 * Evidence counts only where the merged rules judged: no input, no edit of the work tree and no file beside them.
 * @throws UserError SW4002
 */
export function demandMergedRules(evidence: Evidence, path: string, rules: MergedRules): void {
  const what = `${evidence.kind} ${evidence.name} (${path})`;
  const { origin, file, digest } = evidence.policy;
  const committed = `${policyFile} of commit ${rules.commit.slice(0, 12)}`;
  if (origin !== "working-tree" || file !== policyFile)
    throw otherRules(`${what} was judged by ${file ?? "inputs"} (${origin}), not by ${committed}`);
  if (!isOneOf(digest, rules.policy))
    throw otherRules(
      `${what} was judged by another ${policyFile} than the one of commit ${rules.commit.slice(0, 12)}`,
    );
  if (evidence.kind !== "data-validation") return;
  const contract = rules.config.data?.find(({ name }) => name === evidence.name)?.contract;
  const judged = evidence.subjects.find(({ name }) => name === contract);
  if (!isOneOf(judged?.digest, rules.contracts.get(evidence.name) ?? []))
    throw otherRules(
      `${what} was judged by another contract than ${contract ?? "none"} of commit ${rules.commit.slice(0, 12)}`,
    );
}

function isOneOf(digest: Digest | undefined, known: readonly Digest[]): boolean {
  return known.some(({ sha256 }) => sha256 === digest?.sha256);
}

function otherRules(message: string): UserError {
  return new UserError({
    code: "SW4002",
    message,
    remedy:
      "Run the checks on the commit as it was merged, without the inputs `config`, `data`, `contract` and `results`, and with nothing edited before them.",
  });
}

function noRules(commit: string): UserError {
  return new UserError({
    code: "SW4010",
    message: `commit ${commit.slice(0, 12)} has no ${policyFile}, so that nothing says what its model must pass`,
    remedy: `Merge a ${policyFile} first, and register a commit that has it.`,
  });
}

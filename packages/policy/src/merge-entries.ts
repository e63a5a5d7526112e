import { nearestWord, UserError } from "@slipway/kernel";
import type { Config, LocatedConfig, Loosened, PolicyRecord } from "@slipway/contracts";
import type { Policy } from "./load-policy.ts";

type Section = "data" | "evaluations";
type Entry<S extends Section> = NonNullable<Config[S]>[number];

/** An entry as it is judged: the pull request's own, the base's beside it where the base has one. */
export type JudgedEntry<S extends Section> = {
  readonly head: Entry<S> | undefined;
  readonly base: Entry<S> | undefined;
  /** What judges: the head's where it has one, else the base's, which a pull request cannot remove. */
  readonly entry: Entry<S>;
  readonly source: LocatedConfig;
  /** The entry's index in `source`. */
  readonly index: number;
  readonly loosened: readonly Loosened[];
};

/**
 * The entries of a section that are asked for by name, or all. An entry that a pull request removes stays.
 * @throws UserError SW1205 for a name that nobody defines, and where the section is empty
 */
export function judgedEntries<S extends Section>(
  policy: Policy,
  section: S,
  names: readonly string[],
): JudgedEntry<S>[] {
  const base = entriesOf(policy.base, section);
  const head = entriesOf(policy.head, section);
  const known = [...new Set([...base.keys(), ...head.keys()])];
  for (const name of names)
    if (!known.includes(name)) throw unknownName(policy.file, section, { name, known });
  if (known.length === 0) throw emptySection(policy.file, section);
  return known
    .filter((name) => names.length === 0 || names.includes(name))
    .flatMap((name) => judged(policy, { name, base: base.get(name), head: head.get(name) }));
}

/** The record of one judgement: the policy's, with what this entry would loosen. */
export function recordWith(policy: Policy, loosened: readonly Loosened[]): PolicyRecord {
  return { ...policy.record, loosened: [...policy.record.loosened, ...loosened] };
}

type Found<S extends Section> = { readonly entry: Entry<S>; readonly index: number };

function entriesOf<S extends Section>(
  located: LocatedConfig | undefined,
  section: S,
): Map<string, Found<S>> {
  const entries: readonly Entry<S>[] = located?.config[section] ?? [];
  return new Map(entries.map((entry, index) => [entry.name, { entry, index }]));
}

function judged<S extends Section>(
  policy: Policy,
  found: {
    readonly name: string;
    readonly base: Found<S> | undefined;
    readonly head: Found<S> | undefined;
  },
): JudgedEntry<S>[] {
  const chosen = found.head ?? found.base;
  const source = found.head === undefined ? policy.base : policy.head;
  if (chosen === undefined || source === undefined) return [];
  const removed = found.head === undefined;
  const loosened = removed ? [{ what: found.name, from: "checked", to: "removed" }] : [];
  return [
    {
      head: found.head?.entry,
      base: found.base?.entry,
      entry: chosen.entry,
      source,
      index: chosen.index,
      loosened,
    },
  ];
}

function unknownName(
  file: string,
  section: Section,
  { name, known }: { name: string; known: readonly string[] },
): UserError {
  const meant = nearestWord(name, known);
  const guess = meant === undefined ? "" : `Did you mean "${meant}"? `;
  return new UserError({
    code: "SW1205",
    message: `${file} has nothing named "${name.slice(0, 100)}" in ${section}`,
    remedy: `${guess}It defines: ${known.join(", ") || "nothing"}.`,
  });
}

function emptySection(file: string, section: Section): UserError {
  return new UserError({
    code: "SW1205",
    message: `${file} has no entry in ${section}, so there is nothing to check`,
    remedy: `Add one to \`${section}:\`; slipway init --help shows the form.`,
  });
}

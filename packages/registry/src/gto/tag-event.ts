import type { GtoTag } from "./parse-tag.ts";

/** A tag as git has it. */
export type TagLike = {
  readonly name: string;
  readonly annotated: boolean;
  /** What it points at, one step on. */
  readonly target: "commit" | "tag" | "tree" | "blob";
  readonly targetId: string;
  /** Seconds since 1970 of the tagger's clock. */
  readonly time: number;
  readonly message: string;
};

/** A tag and what its name says. */
export type TagEvent = { readonly tag: TagLike; readonly gto: GtoTag };

/** What is odd about the tags, by kind. */
export type TagProblemKind =
  | "lightweight"
  | "created"
  | "not-readable-by-gto"
  | "tag-of-tag"
  | "same-second"
  | "counter-order"
  | "two-versions-on-one-commit"
  | "one-version-on-two-commits"
  | "dangling"
  | "differs-from-gto-default-view";

/** Something odd about a tag, in words. */
export type TagProblem = {
  readonly tag: string;
  readonly kind: TagProblemKind;
  readonly message: string;
};

/** Our order of events: time, then counter, then name; GTO's own order is by time alone. */
export function compareEvents(left: TagEvent, right: TagEvent): number {
  if (left.tag.time !== right.tag.time) return left.tag.time - right.tag.time;
  const order = (left.gto.counter ?? 0) - (right.gto.counter ?? 0);
  return order === 0 ? compareNames(left, right) : order;
}

/** The order of the names, by their code units. */
export function compareNames(left: TagEvent, right: TagEvent): number {
  return left.tag.name < right.tag.name ? -1 : Number(left.tag.name > right.tag.name);
}

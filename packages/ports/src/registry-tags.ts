/** A tag of `origin`, as git has it. */
export type TagRecord = {
  readonly name: string;
  /** Whether it is an object of its own; a lightweight tag is not. */
  readonly annotated: boolean;
  /** What it points at, one step on: GTO reads a tag of a tag as an unknown version. */
  readonly target: "commit" | "tag" | "tree" | "blob";
  /** The id that it points at, one step on. */
  readonly targetId: string;
  /** Seconds since 1970 of the tagger's clock; of a lightweight tag 0. */
  readonly time: number;
  readonly message: string;
};

/** An annotated tag that is to be made at a commit. */
export type NewTag = {
  readonly name: string;
  readonly commit: string;
  readonly message: string;
  /** Seconds since 1970. */
  readonly time: number;
};

/** The tags of `origin`. */
export interface RegistryTags {
  /** Every tag, sorted by name. @throws UserError SW3201 */
  list(): Promise<readonly TagRecord[]>;
  /**
   * Makes the tag where no tag has its name.
   * @throws UserError SW3205 where the remote refuses
   */
  create(tag: NewTag): Promise<"created" | "taken">;
}

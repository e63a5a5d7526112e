/** What a tag in GTO's grammar says. GTO knows `@created`, but cannot read a repository that has one. */
export type GtoEvent =
  "registration" | "deregistration" | "assignment" | "unassignment" | "deprecation" | "creation";

/** A tag in GTO's grammar; the artifact as GTO shows it, `folder:name` where the tag has `folder=name`. */
export type GtoTag = {
  readonly artifact: string;
  readonly event: GtoEvent;
  readonly version?: string;
  readonly stage?: string;
  /** May be over 2^53, where it is no longer exact. */
  readonly counter?: number;
};

const name = "[a-zA-Z0-9](?:[a-zA-Z0-9-/_]*[a-zA-Z0-9])?";
const number = String.raw`(?:0|[1-9]\d*)`;
const identifier = String.raw`(?:${number}|\d*[a-zA-Z-][0-9a-zA-Z-]*)`;
const semver =
  String.raw`${number}\.${number}\.${number}(?:-${identifier}(?:\.${identifier})*)?` +
  String.raw`(?:\+[0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*)?`;
const form = new RegExp(
  `^((?:[a-zA-Z0-9-_./]+=)?${name})` +
    `(?:(?:#(${name})|@(v${semver}))(!?)|@(deprecated|created))` +
    `(?:#([0-9]+))?$`,
);
const nameForm = new RegExp(`^${name}$`);
const artifactForm = new RegExp(`^(?:[a-zA-Z0-9-_./]+:)?${name}$`);

/** Reads the name of a tag by the grammar of GTO 1.10; `undefined` for any other tag. */
export function parseGtoTag(tag: string): GtoTag | undefined {
  const found = form.exec(tag);
  if (found === null) return undefined;
  const [, artifact = "", stage, version, cancel, word, counter] = found;
  return {
    artifact: artifact.replace("=", ":"),
    event: eventOf({ stage, version, isCancelled: cancel === "!", word }),
    ...(version === undefined ? {} : { version }),
    ...(stage === undefined ? {} : { stage }),
    ...(counter === undefined ? {} : { counter: Number(counter) }),
  };
}

/** Whether GTO takes it for the name of a stage, or of an artifact at the root of a repository. */
export function isGtoName(text: string): boolean {
  return nameForm.test(text);
}

/** Whether GTO takes it for the full name of an artifact, `folder:name` or `name`. */
export function isGtoArtifact(text: string): boolean {
  return artifactForm.test(text);
}

function eventOf(found: {
  readonly stage: string | undefined;
  readonly version: string | undefined;
  readonly isCancelled: boolean;
  readonly word: string | undefined;
}): GtoEvent {
  const { stage, version, isCancelled, word } = found;
  if (stage !== undefined) return isCancelled ? "unassignment" : "assignment";
  if (version !== undefined) return isCancelled ? "deregistration" : "registration";
  return word === "created" ? "creation" : "deprecation";
}

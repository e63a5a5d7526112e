import type { LogEntry, RegisteredEntry, VerificationCheck } from "@slipway/contracts";
import type { TagRecord } from "@slipway/ports";
import type { GtoTag, TagProblem } from "@slipway/registry";

/** A tag in GTO's grammar. */
export type Named = { readonly tag: TagRecord; readonly gto: GtoTag };

/** How a tag is judged, and why. */
type TagVerdict = Pick<VerificationCheck, "outcome" | "detail">;

/** What GTO makes of a tag instead of what its name says. */
const insteadOf: ReadonlySet<TagProblem["kind"]> = new Set([
  "lightweight",
  "created",
  "not-readable-by-gto",
  "tag-of-tag",
  "dangling",
]);
const beside: ReadonlySet<TagProblem["kind"]> = new Set(["two-versions-on-one-commit"]);

/**
 * Judges a tag that names no entry, of a model that the log knows. A move of a stage is a `fail`, and so is the tag of
 * a registered version that is at another commit now; whatever else it does is a `warn`, since promotions go by the
 * log. `undefined` for the tag of a registered version that another tool made where it belongs.
 */
export function judgeUnnamed(
  named: Named,
  ofModel: readonly LogEntry[],
  problems: readonly TagProblem[],
): TagVerdict | undefined {
  const { tag, gto } = named;
  const [first] = ofModel;
  const registered = ofModel
    .filter((entry) => entry.type === "registered")
    .find(({ version }) => gto.event === "registration" && version === gto.version);
  if (registered !== undefined) return judgeReplaced(tag, registered);
  const before = first !== undefined && tag.time > 0 && tag.time * 1000 < Date.parse(first.time);
  const isMove = gto.event === "assignment" || gto.event === "unassignment";
  const parts = [
    "no entry of the log is behind it",
    ...(before ? ["it says that it is older than the log"] : []),
    ...effects(gto, problems),
  ];
  return { outcome: isMove && !before ? "fail" : "warn", detail: parts.join("; ") };
}

/** The tag of a registered version without the words of its entry: registering never makes or takes over such a one. */
function judgeReplaced(
  { annotated, target, targetId }: TagRecord,
  { version, commit, index }: RegisteredEntry,
): TagVerdict | undefined {
  const light = annotated ? "" : "it is lightweight now: GTO drops it; ";
  if (target === "commit" && targetId === commit) {
    if (annotated) return undefined;
    return {
      outcome: "warn",
      detail: `${light}entry ${index} registered ${version} at this commit`,
    };
  }
  const unreadable =
    target === "tree" || target === "blob"
      ? ", and every command of GTO ends with an error in this repository"
      : "";
  return {
    outcome: "fail",
    detail: `${light}it points at the ${target} ${targetId.slice(0, 12)}, but entry ${index} registered ${version} at commit ${commit.slice(0, 12)}: it was moved or replaced${annotated ? unreadable : ""}`,
  };
}

function effects(gto: GtoTag, problems: readonly TagProblem[]): readonly string[] {
  const say = (kinds: ReadonlySet<TagProblem["kind"]>) =>
    problems.filter(({ kind }) => kinds.has(kind)).map(({ message }) => `it ${message}`);
  const instead = say(insteadOf);
  return instead.length > 0 ? instead : [effectOf(gto), ...say(beside)];
}

function effectOf({ artifact, event, version = "", stage = "" }: GtoTag): string {
  switch (event) {
    case "registration":
      return `it registers ${artifact} ${version} in GTO past Slipway, without evidence; promotions know no such version`;
    case "deregistration":
      return `it takes ${artifact} ${version} out of GTO's registry; promotions go by the log, which keeps what it registered`;
    case "assignment":
      return `it moves ${stage} of ${artifact} in GTO past Slipway, without evidence, policy or approval`;
    case "unassignment":
      return `it empties ${stage} of ${artifact} in GTO past Slipway, without policy or approval`;
    case "deprecation":
      return `it marks ${artifact} as deprecated in GTO; promotions go by the log, which knows of no such thing`;
    case "creation":
      return `it says that ${artifact} was created`;
  }
}

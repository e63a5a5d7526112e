import { z } from "zod";
import { type Workflow } from "./workflow.ts";

/** What happened, as far as filters look at it. `branch` is the base of a pull request, the branch of a push. */
export type Happening = {
  readonly event: string;
  readonly type?: string;
  readonly branch?: string;
  readonly tag?: string;
  readonly paths?: readonly string[];
  /** Of `workflow_run`: the name of the workflow that ran. */
  readonly workflow?: string;
};

const list = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
const filters = z.looseObject({
  types: list.optional(),
  branches: list.optional(),
  "branches-ignore": list.optional(),
  tags: list.optional(),
  "tags-ignore": list.optional(),
  paths: list.optional(),
  "paths-ignore": list.optional(),
  workflows: list.optional(),
});

/** GitHub's types where a workflow names none. */
const defaultTypes: Readonly<Record<string, readonly string[]>> = {
  pull_request: ["opened", "synchronize", "reopened"],
  pull_request_target: ["opened", "synchronize", "reopened"],
};

/** Whether GitHub would start this workflow: act starts it in any case. */
export function matchTrigger(workflow: Workflow, happening: Happening): boolean {
  const { on } = workflow;
  if (typeof on === "string") return on === happening.event && isDefaultType(happening);
  if (Array.isArray(on)) return on.includes(happening.event) && isDefaultType(happening);
  if (!(happening.event in on)) return false;
  const written = on[happening.event] ?? {};
  // A schedule is a list of times, which filters nothing.
  const filter = filters.parse(Array.isArray(written) ? {} : written);
  const types = filter.types ?? defaultTypes[happening.event];
  const isType =
    types === undefined || happening.type === undefined || types.includes(happening.type);
  const isWorkflow =
    happening.event !== "workflow_run" ||
    (filter.workflows ?? []).includes(happening.workflow ?? "");
  return isType && isWorkflow && matchRef(filter, happening) && matchPaths(filter, happening);
}

function isDefaultType({ event, type }: Happening): boolean {
  const types = defaultTypes[event];
  return types === undefined || type === undefined || types.includes(type);
}

function matchRef(filter: z.infer<typeof filters>, { branch, tag }: Happening): boolean {
  const { branches, "branches-ignore": noBranches, tags, "tags-ignore": noTags } = filter;
  if (tag !== undefined) {
    if (tags !== undefined) return matchList(tags, tag);
    if (noTags !== undefined) return !matchList(noTags, tag);
    return branches === undefined && noBranches === undefined;
  }
  if (branch === undefined) return true;
  if (branches !== undefined) return matchList(branches, branch);
  if (noBranches !== undefined) return !matchList(noBranches, branch);
  return tags === undefined && noTags === undefined;
}

function matchPaths(filter: z.infer<typeof filters>, { paths }: Happening): boolean {
  const { paths: wanted, "paths-ignore": ignored } = filter;
  if (paths === undefined) return true;
  if (wanted !== undefined) return paths.some((path) => matchList(wanted, path));
  if (ignored !== undefined) return paths.some((path) => !matchList(ignored, path));
  return true;
}

/** The last pattern that matches decides, and `!` takes away what an earlier one gave. */
function matchList(patterns: readonly string[], value: string): boolean {
  let isMatched = false;
  for (const pattern of patterns) {
    const isNegated = pattern.startsWith("!");
    if (toExpression(isNegated ? pattern.slice(1) : pattern).test(value)) isMatched = !isNegated;
  }
  return isMatched;
}

/** GitHub's filter patterns: `*` stops at a slash, `**` does not, `?` and `+` repeat what stands before them. */
function toExpression(pattern: string): RegExp {
  const source = pattern.replaceAll(/\*\*\/|\*\*|\*|[.^$|(){}\\]/g, (part) => {
    if (part === "**/") return "(?:.*/)?";
    if (part === "**") return ".*";
    return part === "*" ? "[^/]*" : `\\${part}`;
  });
  return new RegExp(`^${source}$`);
}

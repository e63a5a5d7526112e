import type { EnvironmentGate } from "@slipway/contracts";
import { UserError } from "@slipway/kernel";
import { z } from "zod";
import { account, ask } from "./ask.ts";
import type { Connection } from "./connect.ts";
import { hasStatus, translated } from "./translate-error.ts";

const reviewer = z.union([
  z.object({ type: z.literal("User"), reviewer: account }).transform((one) => one.reviewer),
  z
    .object({ type: z.literal("Team"), reviewer: z.object({ slug: z.string().min(1) }) })
    .transform((one) => ({ team: one.reviewer.slug })),
]);

const rule = z.union([
  z.object({
    type: z.literal("required_reviewers"),
    prevent_self_review: z.boolean().default(false),
    reviewers: z.array(reviewer),
  }),
  z.object({ type: z.literal("wait_timer"), wait_timer: z.int().min(0) }),
  // Branch policies, and rules of apps: only their names are known.
  z.object({ type: z.string().refine((type) => !/^(required_reviewers|wait_timer)$/.test(type)) }),
]);

const environmentAnswer = z.object({
  name: z.string(),
  protection_rules: z.array(rule).default([]),
  deployment_branch_policy: z.object({}).nullish(),
  // Not in GitHub's description of its API, but in its answers.
  can_admins_bypass: z.boolean().optional(),
});

/**
 * The rules of an environment; one that no job has named yet does not exist, and would be created without rules.
 * @throws UserError SW3108
 */
export async function environmentGate(
  { octokit, owner, repo }: Connection,
  name: string,
): Promise<EnvironmentGate> {
  const attempt = {
    doing: `read the rules of the environment ${name}`,
    permissions: ["actions: read"],
    missing: "the environment or the repository",
    code: "SW3108" as const,
  };
  try {
    const query = { owner, repo, environment_name: name };
    const send = () => octokit.rest.repos.getEnvironment(query);
    return gateOf(await ask({ attempt, answer: environmentAnswer, send }));
  } catch (error) {
    const isMissing = error instanceof UserError && hasStatus(error.cause, 404);
    if (!isMissing) throw error;
    // A token that sees no repository is answered 404 as well.
    await translated(attempt, () => octokit.rest.repos.get({ owner, repo }));
    return missingGate;
  }
}

/** GitHub takes names of environments that differ in case alone for the same; only ASCII, so that no look-alike folds. */
export function isSameEnvironment(left: string, right: string): boolean {
  return fold(left) === fold(right);
}

function fold(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}

const missingGate: EnvironmentGate = {
  exists: false,
  reviewers: [],
  preventSelfReview: false,
  waitMinutes: 0,
  branchPolicy: false,
};

function gateOf(found: z.output<typeof environmentAnswer>): EnvironmentGate {
  const rules = found.protection_rules;
  const gates = rules.filter((one) => "reviewers" in one);
  const minutes = rules.flatMap((one) => ("wait_timer" in one ? [one.wait_timer] : []));
  return {
    exists: true,
    reviewers: gates.flatMap((one) => one.reviewers),
    preventSelfReview: gates.some((one) => one.prevent_self_review),
    waitMinutes: Math.max(0, ...minutes),
    ...(found.can_admins_bypass === undefined ? {} : { adminsBypass: found.can_admins_bypass }),
    branchPolicy: Boolean(found.deployment_branch_policy),
  };
}

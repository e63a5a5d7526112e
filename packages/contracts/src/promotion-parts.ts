import { z } from "zod";

const count = z.int().min(0);
const text = z.string().max(10_000);

/** What promotions name: also the parts of file names, tags and Markdown cells. */
export const modelName = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/,
    "must be 1 to 100 letters, digits, dots, dashes or underscores",
  );

/** A version as the tags and the log write it: `v` and a SemVer 2.0 version. */
export const versionText = z
  .string()
  .max(200)
  .regex(
    /^v(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-(0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*)(\.(0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*))*)?(\+[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?$/,
    "must be a version such as v1.2.3",
  );

/** SHA-256 in the form of in-toto. */
export const digestSchema = z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });

/** An account on the code host, as its API names it. Never an e-mail address. */
export const personSchema = z.strictObject({
  login: z.string().min(1).max(100),
  id: z.int().min(0),
});

/** How sure it is that a person approved, best first. */
export const evidenceLevels = ["oidc+review", "review", "pr-review", "actor-only", "none"] as const;

/** One answer of a person about a promotion, as the API gave it at the time `observedAt`. */
export const approvalSchema = z.strictObject({
  person: personSchema,
  state: z.enum(["approved", "rejected"]),
  source: z
    .enum(["environment", "pull-request"])
    .describe("An environment's reviewers, or a review on the head of the merged pull request"),
  observedAt: z.iso.datetime().describe("When Slipway read it: the API gives no time"),
  runId: count.optional(),
  runAttempt: count
    .optional()
    .describe("The attempt that read it; the API does not say which one was approved"),
  pullRequest: count.optional(),
  counted: z.boolean(),
  note: text.optional().describe("Why it does not count"),
});

/** A rule of the policy and how it stands. */
export const promotionRuleSchema = z.strictObject({
  id: z.enum([
    "registered",
    "evidence",
    "evidence-age",
    "order",
    "soak",
    "freeze",
    "approvals",
    "reason",
    "hold",
  ]),
  title: text.describe("What is demanded, in a few words"),
  state: z
    .enum(["met", "unmet", "waiting", "skipped"])
    .describe(
      "waiting: time or an approval is lacking; skipped: the policy skips it for rollbacks",
    ),
  detail: text.describe("What was found"),
});

/** What the API says of an environment at the time of a decision. */
export const gateSchemaOfEnvironment = z.strictObject({
  exists: z.boolean(),
  reviewers: z
    .array(z.union([personSchema, z.strictObject({ team: z.string().min(1).max(200) })]))
    .describe("Accounts, and teams by their slug"),
  preventSelfReview: z.boolean(),
  waitMinutes: count,
  adminsBypass: z.boolean().optional().describe("Where the API tells"),
  branchPolicy: z.boolean(),
});

/** A version as a promotion names it. */
export const versionReferenceSchema = z.strictObject({
  version: versionText,
  digest: digestSchema,
  entry: count.describe("The entry that put it there"),
});

/** The policy that decided: a file of the default branch. */
export const decidingPolicySchema = z.strictObject({
  file: text,
  ref: text,
  commit: text,
  digest: digestSchema,
});

/** An account on the code host. */
export type Person = z.infer<typeof personSchema>;
/** One answer of a person. */
export type Approval = z.infer<typeof approvalSchema>;
/** A rule and how it stands. */
export type PromotionRule = z.infer<typeof promotionRuleSchema>;
/** What the API says of an environment. */
export type EnvironmentGate = z.infer<typeof gateSchemaOfEnvironment>;
/** One of {@link evidenceLevels}. */
export type EvidenceLevel = (typeof evidenceLevels)[number];
/** The policy that decided. */
export type DecidingPolicy = z.infer<typeof decidingPolicySchema>;
/** A version as a promotion names it. */
export type VersionReference = z.infer<typeof versionReferenceSchema>;

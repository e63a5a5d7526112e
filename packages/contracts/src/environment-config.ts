import { z } from "zod";
import { parseFreezeWindow } from "./freeze-window.ts";
import { evidenceLevels, modelName } from "./promotion-parts.ts";

const duration = z
  .string()
  .regex(/^[1-9][0-9]{0,4}[mhdw]$/, "must be a whole number and m, h, d or w, such as 24h");

/** The rules that a policy may skip for rollbacks. */
const skippable = z.enum(["soak", "freeze", "evidence-age", "approvals"]);

const freezeWindow = z
  .strictObject({
    from: z.string().min(1).describe("Fri 16:00 (each week), 2026-12-20 or 2026-12-20T16:00Z; UTC"),
    to: z.string().min(1).describe("The end, in the same form as `from`"),
    reason: z.string().optional(),
  })
  .superRefine((text, context) => {
    const window = parseFreezeWindow(text);
    if (window.kind === "problem")
      context.addIssue({ code: "custom", path: [window.at], message: window.problem });
  });

/** An environment of `slipway.yaml`: the policy of what may run there. */
export const environmentSchema = z
  .strictObject({
    name: modelName,
    after: modelName
      .optional()
      .describe("The environment that the same bytes must have reached before"),
    soak: duration.optional().describe("How long they must have stayed there, such as 24h"),
    "max-evidence-age": duration.optional().describe("Older evidence is refused"),
    "allow-inconclusive": z
      .boolean()
      .optional()
      .describe("Whether an undecided change gate may pass (default false)"),
    freeze: z.array(freezeWindow).max(100).optional().describe("When nothing is promoted here"),
    approvals: z
      .strictObject({
        min: z
          .int()
          .min(0)
          .max(100)
          .optional()
          .describe("How many people must approve (default 1)"),
        "not-author": z
          .boolean()
          .optional()
          .describe("Whether the change's authors do not count (default true)"),
        users: z
          .array(z.string().min(1))
          .min(1, "must name somebody, or be left out")
          .optional()
          .describe("Logins that may approve"),
        teams: z
          .array(
            z
              .string()
              .max(200)
              .regex(/^[A-Za-z0-9-]+\/[A-Za-z0-9._-]+$/, "must be a team such as acme/ml-leads"),
          )
          .min(1, "must name a team, or be left out")
          .optional()
          .describe("Teams whose members may approve, as org/slug"),
        evidence: z.enum(evidenceLevels).optional().describe("The least that an approval must be"),
      })
      .optional(),
    rollback: z
      .strictObject({ skip: z.array(skippable) })
      .optional()
      .describe("What a rollback need not meet (default: it meets everything)"),
  })
  .refine(({ after, soak }) => soak === undefined || after !== undefined, {
    path: ["soak"],
    message: "needs after: the environment where they must have stayed",
  });

/** An environment of `slipway.yaml`. */
export type EnvironmentConfig = z.infer<typeof environmentSchema>;

import { outcomes } from "@slipway/kernel";
import { z } from "zod";

/** What the hidden marker of a sticky comment carries: enough to find it again and to know what it says. */
export const commentPayloadSchema = z.strictObject({
  schema: z.literal("slipway/comment/v1"),
  key: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/),
  commit: z
    .string()
    .regex(/^[0-9a-f]{7,64}$/)
    .optional(),
  outcome: z.enum(outcomes),
  checks: z.int().min(0),
  body: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe("SHA-256 of the visible body: unchanged means no write"),
});

/** The payload of a comment's marker. */
export type CommentPayload = z.infer<typeof commentPayloadSchema>;

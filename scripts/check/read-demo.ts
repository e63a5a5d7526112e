import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { root } from "./run-command.ts";

/** Where the demo leaves everything. */
export const demoFolder = join(root, "demo-out");

/** A file or folder below demo-out/, with slashes; what it names has to be there. */
const place = z
  .string()
  .regex(/^[^/\\:][^\\:]*$/, "must be a path below demo-out/, with slashes")
  .refine((path) => existsSync(join(demoFolder, path)), "names nothing that is there");
const result = z.strictObject({
  steps: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        outcome: z.enum(["pass", "warn", "fail", "refused", "done"]),
        exitCode: z.int().min(0).max(1),
        ms: z.int().nonnegative(),
      }),
    )
    .min(1),
  repository: place,
  remote: place,
  report: place,
  pullRequestPage: place,
  log: z.strictObject({
    branch: z.literal("slipway"),
    publicKey: z.string().regex(/^[^\s+]+\+[0-9a-f]{8}\+[A-Za-z0-9+/]+=*$/),
  }),
  models: z
    .array(
      z.strictObject({
        version: z.string().regex(/^v\d+\.\d+\.\d+$/),
        path: place,
        signature: place,
        key: place,
        proof: place,
        digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
      }),
    )
    .min(1),
});

/** What the demo says that it left behind; paths are relative to demo-out/. */
export type DemoResult = z.output<typeof result>;

/** Reads demo-out/result.json. @throws Error where there is none, its form is another one, or it names what is not there */
export async function readDemo(): Promise<DemoResult> {
  const text = await readFile(join(demoFolder, "result.json"), "utf8").catch(() => undefined);
  if (text === undefined) throw new Error("demo-out/ is empty. Run `npm run demo` first.");
  const parsed = result.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error(`demo-out/result.json: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

import { parse } from "yaml";
import { z } from "zod";

const permissions = z
  .union([
    z.enum(["read-all", "write-all"]),
    z.record(z.string(), z.enum(["read", "write", "none"])),
  ])
  .optional();

const step = z.looseObject({ uses: z.string().optional(), run: z.string().optional() });

const job = z.looseObject({
  "runs-on": z.union([z.string(), z.array(z.string())]).optional(),
  uses: z.string().optional(),
  permissions,
  environment: z
    .union([
      z.string(),
      z.looseObject({
        name: z.string(),
        deployment: z.union([z.boolean(), z.string()]).optional(),
      }),
    ])
    .optional(),
  strategy: z.looseObject({ matrix: z.looseObject({}).optional() }).optional(),
  steps: z.array(step).default([]),
});

const workflow = z.looseObject({
  name: z.string().optional(),
  on: z.union([z.string(), z.array(z.string()), z.record(z.string(), z.unknown())]),
  permissions,
  jobs: z.record(z.string(), job),
});

/** A workflow as far as the layer around act reads it; every other key is kept as it was. */
export type Workflow = z.infer<typeof workflow>;

/** One job of a workflow. */
export type Job = Workflow["jobs"][string];

/** Reads a workflow. Throws, naming `path`, when the text is none. */
export function parseWorkflow(text: string, path: string): Workflow {
  const result = workflow.safeParse(parse(text));
  if (result.success) return result.data;
  throw new Error(`${path} is no workflow:\n${z.prettifyError(result.error)}`);
}

/** Whether a YAML text is meant to be a workflow: it has triggers and jobs. */
export function isWorkflowText(text: string): boolean {
  return /^on:/m.test(text) && /^jobs:/m.test(text);
}

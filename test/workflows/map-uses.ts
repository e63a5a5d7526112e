import { join } from "node:path";
import { type Workflow } from "./workflow.ts";

/** A stub that stands for an action that cannot be had offline. */
const stubs: Readonly<Record<string, string>> = {
  "actions/checkout": "checkout",
  "actions/setup-node": "nothing",
  "actions/setup-python": "nothing",
  "actions/upload-artifact": "upload-artifact",
  "actions/download-artifact": "download-artifact",
};

/** Labels of hosted runners, which the machine that runs the tests stands for. */
const knownLabels = /^(?:ubuntu|macos|windows)-(?:latest|\d+(?:\.\d+)?(?:-arm)?)$/;

/**
 * For each `owner/repo@ref` that a workflow uses, the folder that stands for it.
 * Throws for one that is neither ours nor stubbed: act would skip it or ask the network.
 */
export function mapUses(workflow: Workflow, releaseTree: string): ReadonlyMap<string, string> {
  const folders = new Map<string, string>();
  for (const uses of listUses(workflow)) {
    if (uses.startsWith("./")) continue;
    const [, repository = "", ref = ""] = /^([^/]+\/[^/@]+)(?:\/[^@]*)?@(.+)$/.exec(uses) ?? [];
    const stub = stubs[repository];
    const folder = repository.endsWith("/slipway")
      ? releaseTree
      : stub && join(import.meta.dirname, "stubs", stub);
    if (!folder) throw new Error(`Nothing stands for ${uses}: add a stub to test/workflows.`);
    folders.set(`${repository}@${ref}`, folder);
  }
  return folders;
}

/** Every label of `runs-on`, each of which must be mapped: act skips a job whose label is not, and exits 0. */
export function listLabels(workflow: Workflow): readonly string[] {
  const labels = Object.entries(workflow.jobs).flatMap(([id, job]) => {
    if (job.uses !== undefined) throw new Error(`Job ${id} calls a workflow; none is mapped yet.`);
    const runsOn = [job["runs-on"] ?? []].flat();
    return runsOn.flatMap((label) => {
      const key = /^\$\{\{ *matrix\.([\w-]+) *\}\}$/.exec(label)?.[1];
      const values = key === undefined ? [label] : job.strategy?.matrix?.[key];
      return Array.isArray(values) ? values.map(String) : [label];
    });
  });
  const unknown = labels.filter((label) => !knownLabels.test(label));
  if (unknown.length > 0) throw new Error(`No runner stands for ${unknown.join(", ")}.`);
  return [...new Set(labels)];
}

function listUses(workflow: Workflow): readonly string[] {
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
  return steps.map((step) => step.uses).filter((uses) => uses !== undefined);
}

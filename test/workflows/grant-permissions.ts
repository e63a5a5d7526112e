import { type PermissionName, type Permissions } from "@slipway/testkit";
import { type Job, type Workflow } from "./workflow.ts";

const names: readonly PermissionName[] = [
  "actions",
  "attestations",
  "checks",
  "contents",
  "deployments",
  "id-token",
  "issues",
  "pull-requests",
  "statuses",
];

/**
 * What the token of a job may do: the job's permissions, else the workflow's, else the restricted default (`contents: read`).
 * Naming one permission sets the rest to none; in a pull request of a fork nothing is more than `read`, and identity is gone.
 */
export function grantPermissions(workflow: Workflow, job: Job, isFork: boolean): Permissions {
  const asked = job.permissions ?? workflow.permissions ?? { contents: "read" };
  const granted = new Map<PermissionName, "read" | "write">();
  for (const name of names) {
    const level = typeof asked === "string" ? asked.replace("-all", "") : asked[name];
    if (level !== "read" && level !== "write") continue;
    if (isFork && name === "id-token") continue;
    granted.set(name, isFork ? "read" : level);
  }
  return Object.fromEntries(granted);
}

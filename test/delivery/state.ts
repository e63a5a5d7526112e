import { verifyLog } from "@slipway/audit";
import {
  environmentPointerSchema,
  logEntrySchema,
  type EnvironmentPointer,
  type LogEntry,
} from "@slipway/contracts";
import type { BranchView } from "@slipway/ports";
import { publishedEntry } from "@slipway/registry";
import { logCrypto } from "@slipway/runner";
import { logCommits } from "./jobs.ts";
import { logKey, repository, type Scene } from "./scene.ts";

/** A tag of the registry, and the entry of the log that it publishes. */
export type StoredTag = {
  readonly name: string;
  readonly commit: string;
  readonly entry: number | undefined;
};

/** A deployment that Slipway filed. */
export type FiledDeployment = {
  readonly environment: string;
  readonly sha: string;
  readonly entry: unknown;
  readonly size: unknown;
  readonly statuses: readonly string[];
};

/** Everything that a delivery leaves behind, as others see it. */
export type DeliveryState = {
  readonly entries: readonly LogEntry[];
  readonly pointers: readonly EnvironmentPointer[];
  readonly tags: readonly StoredTag[];
  readonly deployments: readonly FiledDeployment[];
  readonly commits: number;
  /** Ids of the checks of the log that are no pass, with their details. */
  readonly problems: readonly string[];
};

/** Reads what is stored now: from the remote, and from what the fake GitHub keeps. */
export async function readState(scene: Scene): Promise<DeliveryState> {
  const { gitRegistryTags, gitSlipwayBranch } = await import("@slipway/git");
  const view = await gitSlipwayBranch({ folder: scene.git.work }).view();
  const tags = await gitRegistryTags({ folder: scene.git.work }).list();
  const paths = (await view.list("entries")).toSorted();
  const pointers = (await view.list("environments")).toSorted();
  return {
    entries: (await jsonOf(view, paths)).map((entry) => logEntrySchema.parse(entry)),
    pointers: (await jsonOf(view, pointers)).map((one) => environmentPointerSchema.parse(one)),
    tags: tags.map(({ name, targetId, message }) => ({
      name,
      commit: targetId,
      entry: publishedEntry(message)?.entry,
    })),
    deployments: deploymentsOf(scene),
    commits: (await logCommits(scene)).length,
    problems: view.commit === undefined ? [] : await problemsOf(view),
  };
}

async function jsonOf(view: BranchView, paths: readonly string[]): Promise<unknown[]> {
  const files = await view.readFiles(paths);
  return paths.map((path): unknown => JSON.parse(new TextDecoder().decode(files.get(path))));
}

async function problemsOf(view: BranchView): Promise<readonly string[]> {
  const verified = await verifyLog({
    read: (paths) => view.readFiles(paths),
    list: (folder) => view.list(folder),
    key: logKey.verifierKey,
    crypto: logCrypto,
    checkpoints: [],
  });
  return verified.checks
    .filter(({ outcome }) => outcome !== "pass")
    .map(({ id, outcome, detail }) => `${id} ${outcome}: ${detail}`);
}

function deploymentsOf({ github }: Scene): readonly FiledDeployment[] {
  const found = github.state.repositories.get(repository)?.deployments ?? [];
  return found
    .filter(({ task }) => task === "slipway")
    .map(({ environment, sha, payload, statuses }) => ({
      environment,
      sha,
      entry: typeof payload === "string" ? undefined : payload["entry"],
      size: typeof payload === "string" ? undefined : payload["size"],
      statuses: statuses.map(({ state }) => state),
    }));
}

/** What came since an earlier state, numbers counted from there, so that two stories can be compared. */
export function changesSince(before: DeliveryState, after: DeliveryState): unknown {
  const start = before.entries.length;
  const relative = (index: unknown) => (typeof index === "number" ? index - start : index);
  const known = new Set(before.tags.map(({ name }) => name));
  return {
    entries: after.entries.slice(start).map((entry) => ({
      type: entry.type,
      index: relative(entry.index),
      ...(entry.type === "promoted" || entry.type === "refused" ? decided(entry) : {}),
      ...(entry.type === "promoted" ? { hold: entry.hold } : {}),
      ...(entry.type === "registered" ? { evidence: entry.evidence.length } : {}),
    })),
    kept: after.entries.slice(0, start).every((entry, at) => same(entry, before.entries[at])),
    tags: after.tags
      .filter(({ name }) => !known.has(name))
      .map(({ name, entry }) => ({
        name: name.replaceAll(/\d+/g, "N"),
        entry: relative(entry),
      })),
    deployments: after.deployments.slice(before.deployments.length).map((deployment) => ({
      environment: deployment.environment,
      statuses: deployment.statuses,
      entry: relative(deployment.entry),
      size: relative(deployment.size),
    })),
    pointers: after.pointers
      .filter((pointer) => !before.pointers.some((other) => same(other, pointer)))
      .map(({ environment, entry, hold }) => ({
        environment,
        entry: relative(entry),
        isHeld: hold !== null,
      })),
    commits: after.commits - before.commits,
    problems: after.problems,
  };
}

function decided(entry: Extract<LogEntry, { type: "promoted" | "refused" }>) {
  const { environment, direction, reason, rules, approvals } = entry;
  return {
    environment,
    direction,
    reason,
    rules: rules.map(({ id, state }) => `${id} ${state}`),
    counted: approvals.filter(({ counted }) => counted).map(({ person }) => person.login),
  };
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

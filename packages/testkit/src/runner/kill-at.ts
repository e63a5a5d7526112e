import { access, chmod, constants, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

import { type FakeGitHub } from "../github/create-fake-github.ts";
import { runScript, type ScriptEnd, type ScriptRun } from "./run-script.ts";

/**
 * Where a process and all that it started die: at its `nth` (default first) request that matches, or at its `nth`
 * `git push`. Before: nothing of the request or push has happened. After: it has happened, and the answer or exit
 * code is lost.
 */
export type KillPoint =
  | {
      readonly kind: "request";
      readonly moment: "before" | "after";
      readonly method?: string;
      /** A path or GitHub's path template, compared whole, or a pattern for the path. */
      readonly path?: string | RegExp;
      readonly nth?: number;
    }
  | { readonly kind: "push"; readonly moment: "before" | "after"; readonly nth?: number };

/** Runs a script and kills its process group at that point; one that never gets there ends by itself. POSIX only. */
export async function runKilledAt(
  run: ScriptRun,
  point: KillPoint,
  github: FakeGitHub,
): Promise<ScriptEnd> {
  return point.kind === "push" ? killAtPush(run, point) : killAtRequest(run, point, github);
}

async function killAtRequest(
  run: ScriptRun,
  point: Extract<KillPoint, { kind: "request" }>,
  github: FakeGitHub,
): Promise<ScriptEnd> {
  let group: number | undefined;
  const { method, path } = point;
  const plan = {
    ...(method === undefined ? {} : { method }),
    ...(path === undefined ? {} : { path }),
    skip: (point.nth ?? 1) - 1,
    fault: {
      kind: "reset",
      afterEffect: point.moment === "after",
      onReset: () => {
        if (group !== undefined) process.kill(-group, "SIGKILL");
      },
    },
  } as const;
  github.faults.plan(plan);
  try {
    return await runScript({ ...run, onStart: (pid) => (group = pid) });
  } finally {
    github.faults.cancel(plan);
  }
}

async function killAtPush(
  run: ScriptRun,
  point: Extract<KillPoint, { kind: "push" }>,
): Promise<ScriptEnd> {
  const path = run.env["PATH"] ?? "";
  const folder = await mkdtemp(join(tmpdir(), "slipway-git-shim-"));
  try {
    await writeFile(join(folder, "git"), shim(folder, await findGit(path), point));
    await chmod(join(folder, "git"), 0o755);
    const env = { ...run.env, PATH: [folder, path].join(delimiter) };
    return await runScript({ ...run, env, onStart: () => undefined });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function findGit(path: string): Promise<string> {
  for (const folder of path.split(delimiter)) {
    const candidate = join(folder, "git");
    const isThere = await access(candidate, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return candidate;
  }
  throw new Error("there is no git on the PATH");
}

// `kill 0` reaches the whole process group: the script leads it, and git's own helpers belong to it.
function shim(
  folder: string,
  git: string,
  point: { readonly moment: "before" | "after"; readonly nth?: number },
): string {
  return `#!/bin/sh
command=
skip=
for word in "$@"; do
  if [ -n "$skip" ]; then skip=; continue; fi
  case "$word" in
    -C|-c|--git-dir|--work-tree|--namespace|--exec-path|--config-env) skip=1 ;;
    -*) ;;
    *) command=$word; break ;;
  esac
done
[ "$command" = push ] || exec '${git}' "$@"
echo push >> '${folder}/pushes'
count=$(wc -l < '${folder}/pushes')
[ "$count" -eq ${point.nth ?? 1} ] || exec '${git}' "$@"
${point.moment === "after" ? `'${git}' "$@"` : ":"}
kill -KILL 0
`;
}

import { gitCommitBody } from "../bodies/commit.ts";
import { refBody } from "../bodies/ref.ts";
import { gitDirectory, ok, param, type Answer, type Call, type Route } from "../call.ts";
import { readCommits, readRef, resolveCommit } from "../git-store.ts";
import { reads } from "../need.ts";
import { runGit } from "../../git/run-git.ts";
import { notFound } from "../problem.ts";

/** Refs and commits as git stores them. */
export const gitDataRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/git/ref/{ref}",
    need: reads("contents"),
    handle: async (call) => {
      const name = `refs/${param(call, "ref")}`;
      const found = await readRef(gitDirectory(call), name);
      if (found === null) throw notFound();
      return ok(refBody(call, name, found));
    },
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/git/matching-refs/{ref}",
    need: reads("contents"),
    handle: matchingRefs,
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/git/commits/{commit_sha}",
    need: reads("contents"),
    handle: async (call) => {
      const directory = gitDirectory(call);
      const sha = await resolveCommit(directory, param(call, "commit_sha"));
      const [commit] = sha === null ? [] : await readCommits(directory, ["-1", sha]);
      if (commit === undefined) throw notFound();
      return ok(gitCommitBody(call, commit));
    },
  },
];

async function matchingRefs(call: Call): Promise<Answer> {
  const prefix = `refs/${param(call, "ref")}`;
  const format = "--format=%(refname) %(objectname) %(objecttype)";
  const text = await runGit({ directory: gitDirectory(call), args: ["for-each-ref", format] });
  const bodies = text.split("\n").flatMap((line) => {
    const [name = "", sha = "", type = ""] = line.split(" ");
    return name !== "" && name.startsWith(prefix) ? [refBody(call, name, { sha, type })] : [];
  });
  return ok(bodies);
}

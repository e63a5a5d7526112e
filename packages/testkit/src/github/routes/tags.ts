import { isRecord, textAt } from "../../http/json.ts";
import { nodeId, type Schemas } from "../bodies/schemas.ts";
import { refBody } from "../bodies/ref.ts";
import { created, gitDirectory, ok, param, type Answer, type Call, type Route } from "../call.ts";
import { makeTag, readTag, type GitTag } from "../git-tags.ts";
import { webFlow } from "../merge-branch.ts";
import { reads, writes } from "../need.ts";
import { GitHubProblem, notFound } from "../problem.ts";
import { tryGit } from "../../git/run-git.ts";

const git = "/repos/{owner}/{repo}/git";
const zeros = "0".repeat(40);

/** Annotated tags, and refs that are made where there are none. */
export const tagRoutes: readonly Route[] = [
  {
    method: "GET",
    path: `${git}/tags/{tag_sha}`,
    need: reads("contents"),
    handle: async (call) => {
      const tag = await readTag(gitDirectory(call), param(call, "tag_sha"));
      if (tag === null) throw notFound();
      return ok(tagBody(call, tag));
    },
  },
  { method: "POST", path: `${git}/tags`, need: writes("contents"), handle: createTag },
  { method: "POST", path: `${git}/refs`, need: writes("contents"), handle: createRef },
];

async function createTag(call: Call): Promise<Answer> {
  const directory = gitDirectory(call);
  const [tag, message, object, type] = (["tag", "message", "object", "type"] as const).map((name) =>
    textAt(call.body, name),
  );
  if (tag === undefined || message === undefined || object === undefined || type === undefined) {
    throw new GitHubProblem(
      422,
      'Invalid request.\n\n"tag", "message", "object", "type" are needed.',
    );
  }
  const found = await typeOf(directory, object);
  if (found !== type) throw new GitHubProblem(422, `${object} is no ${type}`);
  const given = isRecord(call.body["tagger"]) ? call.body["tagger"] : {};
  const own = webFlow(call);
  const date = textAt(given, "date");
  const seconds = date === undefined ? call.core.now().getTime() / 1000 : Date.parse(date) / 1000;
  const made = await makeTag(directory, {
    tag,
    message,
    object,
    type,
    tagger: {
      name: textAt(given, "name") ?? own["GIT_AUTHOR_NAME"] ?? "",
      email: textAt(given, "email") ?? own["GIT_AUTHOR_EMAIL"] ?? "",
      seconds: Math.floor(seconds),
    },
  });
  const body = made === null ? null : await readTag(directory, made);
  if (body === null) throw new GitHubProblem(422, `${tag} is not a valid tag`);
  return created(tagBody(call, body));
}

async function createRef(call: Call): Promise<Answer> {
  const directory = gitDirectory(call);
  const ref = textAt(call.body, "ref") ?? "";
  const sha = textAt(call.body, "sha") ?? "";
  const isNamed = /^refs\/[^/]+\/./.test(ref);
  const check = await tryGit({ directory, args: ["check-ref-format", ref] });
  if (!isNamed || check.exitCode !== 0) {
    throw new GitHubProblem(
      422,
      "Reference name must start with 'refs/' and have at least two slashes.",
    );
  }
  const type = await typeOf(directory, sha);
  if (type === null) throw new GitHubProblem(422, "Object does not exist");
  const update = await tryGit({ directory, args: ["update-ref", ref, sha, zeros] });
  if (update.exitCode !== 0) throw new GitHubProblem(422, "Reference already exists");
  return created(refBody(call, ref, { sha, type }));
}

async function typeOf(directory: string, sha: string): Promise<string | null> {
  if (!/^[0-9a-f]{40}$/.test(sha)) return null;
  const answer = await tryGit({ directory, args: ["cat-file", "-t", sha] });
  return answer.exitCode === 0 ? answer.stdout.toString().trim() : null;
}

function tagBody(call: Call, tag: GitTag): Schemas["git-tag"] {
  const api = `${call.core.apiUrl}/repos/${call.repository().fullName}/git`;
  return {
    node_id: nodeId("Tag", tag.sha),
    sha: tag.sha,
    url: `${api}/tags/${tag.sha}`,
    tag: tag.tag,
    message: tag.message,
    tagger: tag.tagger,
    object: { ...tag.object, url: `${api}/${tag.object.type}s/${tag.object.sha}` },
    verification: {
      verified: false,
      reason: "unsigned",
      signature: null,
      payload: null,
      verified_at: null,
    },
  };
}

import { type Schemas } from "../bodies/schemas.ts";
import { gitDirectory, ok, param, type Answer, type Call, type Route } from "../call.ts";
import { listTree, readBlob, resolveRef, type GitEntry } from "../git-store.ts";
import { reads } from "../need.ts";
import { GitHubProblem, notFound } from "../problem.ts";

// Up to here GitHub sends the content, above it only the raw media type does.
const maxInlineBytes = 1024 * 1024;

/** Files and folders of a commit, read from git. */
export const contentRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/contents/{path}",
    need: reads("contents"),
    handle: getContents,
  },
];

type Place = { readonly directory: string; readonly commit: string; readonly ref: string };

async function getContents(call: Call): Promise<Answer> {
  const directory = gitDirectory(call);
  const ref = call.query.get("ref") ?? call.repository().defaultBranch;
  const commit = await resolveRef(directory, ref);
  if (commit === null) throw new GitHubProblem(404, `No commit found for the ref ${ref}`);
  const place = { directory, commit, ref };
  const path = param(call, "path").replace(/^\/+|\/+$/g, "");
  if (path === "") return listFolder(call, place, "");
  const entry = (await listTree(directory, commit, path)).find((one) => one.path === path);
  if (entry === undefined) throw notFound();
  if (entry.type === "dir") return listFolder(call, place, `${path}/`);
  const bytes = await readBlob(directory, entry.sha);
  if (call.accept.includes("raw")) return { status: 200, bytes };
  return ok(fileBody(call, place, { entry, bytes }));
}

async function listFolder(call: Call, place: Place, path: string): Promise<Answer> {
  const entries = await listTree(place.directory, place.commit, path);
  const body: Schemas["content-directory"] = entries.map((entry) => {
    // GitHub says "file" of a submodule in a listing, for compatibility.
    const type = entry.type === "submodule" ? "file" : entry.type;
    return { ...entryBody(call, place, entry), type };
  });
  return ok(body);
}

type File = { readonly entry: GitEntry; readonly bytes: Buffer };

function fileBody(
  call: Call,
  place: Place,
  { entry, bytes }: File,
): Schemas["content-file"] | Schemas["content-symlink"] {
  const common = entryBody(call, place, entry);
  if (entry.type === "symlink") return { ...common, type: "symlink", target: bytes.toString() };
  const isInline = bytes.byteLength <= maxInlineBytes;
  return {
    ...common,
    type: "file",
    encoding: isInline ? "base64" : "none",
    content: isInline ? bytes.toString("base64").replace(/.{60}|.+$/g, "$&\n") : "",
  };
}

// The return type is inferred: it is a part of three of GitHub's schemas.
function entryBody(call: Call, place: Place, entry: GitEntry) {
  const { core } = call;
  const fullName = call.repository().fullName;
  const path = entry.path.split("/").map(encodeURIComponent).join("/");
  const api = `${core.apiUrl}/repos/${fullName}`;
  const self = `${api}/contents/${path}?ref=${encodeURIComponent(place.ref)}`;
  const html = `${core.serverUrl}/${fullName}/blob/${place.ref}/${path}`;
  const git = `${api}/git/${entry.type === "dir" ? "trees" : "blobs"}/${entry.sha}`;
  return {
    name: entry.path.split("/").at(-1) ?? "",
    path: entry.path,
    sha: entry.sha,
    size: entry.sizeBytes,
    url: self,
    html_url: html,
    git_url: git,
    download_url:
      entry.type === "dir" ? null : `${core.serverUrl}/${fullName}/raw/${place.ref}/${path}`,
    _links: { self, git, html },
  };
}

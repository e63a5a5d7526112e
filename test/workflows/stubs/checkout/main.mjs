// What actions/checkout does with git, as far as the workflows need it: one ref, to a depth, into a folder.
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

const input = (name) => process.env[`INPUT_${name.toUpperCase()}`] ?? "";
const { GITHUB_WORKSPACE, GITHUB_SERVER_URL, GITHUB_REF, GITHUB_EVENT_NAME } = process.env;
const folder = join(GITHUB_WORKSPACE, input("path"));
const git = (...args) => execFileSync("git", args, { cwd: folder, stdio: ["ignore", 2, 2] });

if (GITHUB_EVENT_NAME === "workflow_run" && input("ref").includes("pull")) {
  throw new Error("actions/checkout refuses a fork's code under workflow_run.");
}
mkdirSync(folder, { recursive: true });
git("init", "--quiet");
git("remote", "add", "origin", `${GITHUB_SERVER_URL}/${input("repository")}`);
const ref = input("ref") || GITHUB_REF;
const depth = input("fetch-depth") === "0" ? [] : [`--depth=${input("fetch-depth")}`];
const branch = ref.replace(/^refs\/heads\//, "");
const all = depth.length === 0 ? ["+refs/heads/*:refs/remotes/origin/*"] : [];
git("fetch", "--quiet", "--no-tags", ...depth, "origin", ref, ...all);
if (ref.startsWith("refs/heads/")) git("checkout", "--quiet", "-B", branch, "FETCH_HEAD");
else git("checkout", "--quiet", "--detach", "FETCH_HEAD");

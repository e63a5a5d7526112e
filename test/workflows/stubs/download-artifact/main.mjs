// One named artifact, of this run or, with a token, of another.
import { resolve } from "node:path";
import process from "node:process";

const { DefaultArtifactClient } = await import(process.env.LAYER_ARTIFACT_CLIENT);
const input = (name) => (process.env[`INPUT_${name.toUpperCase()}`] ?? "").trim();
const [repositoryOwner, repositoryName] = input("repository").split("/");
const token = input("github-token");
const workflowRunId = Number(input("run-id"));
const findBy = token ? { findBy: { token, workflowRunId, repositoryOwner, repositoryName } } : {};
const client = new DefaultArtifactClient();
const { artifact } = await client.getArtifact(input("name"), findBy);
const path = resolve(process.env.GITHUB_WORKSPACE, input("path"));
await client.downloadArtifact(artifact.id, { path, ...findBy });

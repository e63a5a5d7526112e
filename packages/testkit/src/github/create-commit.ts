import { GraphqlProblem } from "../graphql/problem.ts";
import { isRecord, recordsAt, textAt, type JsonRecord } from "../http/json.ts";
import { accessOf } from "./accounts.ts";
import { observeBranches } from "./activity.ts";
import { nodeId } from "./bodies/schemas.ts";
import { type Call } from "./call.ts";
import { commitOnBranch } from "./commit-on-branch.ts";
import { resolveCommit } from "./git-store.ts";
import { webFlow } from "./merge-branch.ts";
import { writes } from "./need.ts";
import { GitHubProblem } from "./problem.ts";
import { type FakeRepository } from "./state.ts";
import { timestamp } from "./timestamp.ts";
import { authorise } from "./tokens.ts";

/** Puts a commit of the caller on a branch that stands where the caller expects it; GitHub commits and signs it.
 * @throws GraphqlProblem where it is refused, and nothing has moved then */
export async function createCommit(call: Call, given: unknown): Promise<unknown> {
  const input = isRecord(given) ? given : {};
  const { repository, directory, ref } = await findBranch(call, recordAt(input, "branch"));
  const message = recordAt(input, "message");
  const changes = recordAt(input, "fileChanges");
  const body = textAt(message, "body") ?? "";
  const headline = textAt(message, "headline") ?? "";
  const place = { state: call.state, repository, now: call.core.now() };
  await observeBranches(place, repository.watch.pusher);
  const oid = await commitOnBranch(directory, {
    ref,
    expected: textAt(input, "expectedHeadOid") ?? "",
    message: body === "" ? headline : `${headline}\n\n${body}`,
    additions: recordsAt(changes, "additions").map((one) => ({
      path: textAt(one, "path") ?? "",
      bytes: Buffer.from(textAt(one, "contents") ?? "", "base64"),
    })),
    deletions: recordsAt(changes, "deletions").map((one) => textAt(one, "path") ?? ""),
    env: webFlow(call),
  });
  await observeBranches(place, call.caller.login);
  repository.signedCommits.set(oid, timestamp(place.now));
  const url = `${call.core.serverUrl}/${repository.fullName}/commit/${oid}`;
  const clientMutationId = textAt(input, "clientMutationId");
  return { clientMutationId, commit: { id: nodeId("Commit", oid), oid, url } };
}

type Branch = {
  readonly repository: FakeRepository;
  readonly directory: string;
  readonly ref: string;
};

async function findBranch(call: Call, branch: JsonRecord): Promise<Branch> {
  const { name, ref } = isNamed(branch) ? byName(branch) : byId(call, textAt(branch, "id") ?? "");
  const repository = call.state.repositories.get(name);
  if (repository === undefined) throw unknownRepository(name);
  demandWriting(call, repository);
  const directory = repository.gitDirectory;
  const isThere = directory !== null && (await resolveCommit(directory, ref)) !== null;
  if (!ref.startsWith("refs/heads/") || !isThere) {
    const message = `Could not resolve to a branch with the name '${ref}' (fake: GitHub's wording is not known).`;
    throw new GraphqlProblem("NOT_FOUND", message);
  }
  return { repository, directory, ref };
}

function isNamed(branch: JsonRecord): boolean {
  return textAt(branch, "id") === undefined;
}

function byName(branch: JsonRecord): { readonly name: string; readonly ref: string } {
  const ref = textAt(branch, "branchName") ?? "";
  const name = textAt(branch, "repositoryNameWithOwner") ?? "";
  return { name, ref: ref.startsWith("refs/") ? ref : `refs/heads/${ref}` };
}

function byId({ state }: Call, id: string): { readonly name: string; readonly ref: string } {
  const [, repositoryId, ref = ""] =
    /^Ref:(\d+):(.+)$/.exec(Buffer.from(id, "base64").toString()) ?? [];
  const found = [...state.repositories.values()].find((one) => one.id === Number(repositoryId));
  if (found !== undefined) return { name: found.fullName, ref };
  const message = `Could not resolve to a node with the global id of '${id}'`;
  throw new GraphqlProblem("NOT_FOUND", message);
}

function demandWriting({ caller }: Call, repository: FakeRepository): void {
  try {
    authorise(caller, writes("contents"), repository);
  } catch (error) {
    if (!(error instanceof GitHubProblem)) throw error;
    if (error.status === 404) throw unknownRepository(repository.fullName);
    throw forbidden(error.message);
  }
  const mayWrite = ["admin", "write"].includes(accessOf(repository, caller.login));
  if (caller.kind === "user" && !mayWrite) {
    const what = "does not have the correct permissions to execute `CreateCommitOnBranch`";
    throw forbidden(`${caller.login} ${what}`);
  }
}

function forbidden(message: string): GraphqlProblem {
  return new GraphqlProblem("FORBIDDEN", message, { saml_failure: false });
}

function unknownRepository(name: string): GraphqlProblem {
  const message = `Could not resolve to a Repository with the name '${name}'.`;
  return new GraphqlProblem("NOT_FOUND", message);
}

function recordAt(record: JsonRecord, key: string): JsonRecord {
  const value = record[key];
  return isRecord(value) ? value : {};
}

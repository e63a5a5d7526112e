import { type FieldType, type GraphqlSchema } from "../graphql/execute.ts";
import { isRecord } from "../http/json.ts";
import { nodeId } from "./bodies/schemas.ts";
import { type Call } from "./call.ts";
import { createCommit } from "./create-commit.ts";
import { userOf } from "./state.ts";

const property = (name: string): FieldType<Call> => {
  return { resolve: (source) => (isRecord(source) ? source[name] : undefined) };
};

/** The part of GitHub's GraphQL schema that the fake has, its names and types unchanged. */
export const graphqlSchema: GraphqlSchema<Call> = {
  types: {
    Query: { viewer: { type: "User", resolve: (_source, _args, call) => viewer(call) } },
    Mutation: {
      createCommitOnBranch: {
        args: { input: "CreateCommitOnBranchInput!" },
        type: "CreateCommitOnBranchPayload",
        resolve: (_source, args, call) => createCommit(call, args["input"]),
      },
    },
    User: { id: property("id"), login: property("login"), databaseId: property("databaseId") },
    CreateCommitOnBranchPayload: {
      clientMutationId: property("clientMutationId"),
      commit: { ...property("commit"), type: "Commit" },
    },
    Commit: { id: property("id"), oid: property("oid"), url: property("url") },
  },
  inputs: {
    CreateCommitOnBranchInput: {
      branch: "CommittableBranch!",
      clientMutationId: "String",
      expectedHeadOid: "GitObjectID!",
      fileChanges: "FileChanges",
      message: "CommitMessage!",
    },
    CommittableBranch: { branchName: "String", id: "ID", repositoryNameWithOwner: "String" },
    CommitMessage: { body: "String", headline: "String!" },
    FileChanges: { additions: "[FileAddition!]", deletions: "[FileDeletion!]" },
    FileAddition: { contents: "Base64String!", path: "String!" },
    FileDeletion: { path: "String!" },
  },
};

// An installation's token, which has no user in REST, is known here as its bot.
function viewer({ state, caller }: Call): unknown {
  const { id, login } = userOf(state, caller.login);
  return { id: nodeId("User", id), login, databaseId: id };
}

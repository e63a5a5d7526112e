export { githubComments } from "./comment-store.ts";
export { connect, type Connection, type ConnectOptions } from "./connect.ts";
export { githubPullRequests } from "./pull-requests.ts";
export { githubRunArtifacts, type Unpack } from "./run-artifacts.ts";

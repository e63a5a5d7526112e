export { githubActivity } from "./activity.ts";
export { githubComments } from "./comment-store.ts";
export { connect, type Connection, type ConnectOptions } from "./connect.ts";
export { githubDeployments } from "./deployments.ts";
export { githubPeople } from "./people.ts";
export { githubPullRequests } from "./pull-requests.ts";
export { githubRunArtifacts, type Unpack } from "./run-artifacts.ts";

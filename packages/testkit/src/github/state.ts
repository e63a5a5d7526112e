import { type FakeDelivery, type FakeTeam } from "./delivery-state.ts";

/** A person, a bot or an organisation, by login and numeric id. */
export type FakeUser = {
  readonly login: string;
  readonly id: number;
  readonly type: "User" | "Bot" | "Organization";
};

/** A pull request; without `headSha` its head is wherever git says that its branch is. */
export type FakePull = {
  readonly id: number;
  readonly number: number;
  title: string;
  body: string | null;
  state: "open" | "closed";
  readonly author: string;
  readonly headRepository: string;
  readonly headRef: string;
  headSha: string | null;
  readonly baseRef: string;
  baseSha: string | null;
  mergeCommitSha: string | null;
  readonly createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  mergedAt: string | null;
};

/** A comment in a pull request's conversation. */
export type FakeComment = {
  readonly id: number;
  readonly pullNumber: number;
  body: string;
  readonly author: string;
  readonly isByApp: boolean;
  readonly createdAt: string;
  updatedAt: string;
};

/** An annotation of a check run, as it was sent. */
export type FakeAnnotation = Readonly<Record<string, unknown>>;

/** A check run with all annotations that were appended to it. */
export type FakeCheckRun = {
  readonly id: number;
  name: string;
  readonly headSha: string;
  status: string;
  conclusion: string | null;
  startedAt: string;
  completedAt: string | null;
  externalId: string;
  detailsUrl: string;
  output: { title: string | null; summary: string | null; text: string | null };
  annotations: FakeAnnotation[];
};

/** A commit status. */
export type FakeStatus = {
  readonly id: number;
  readonly sha: string;
  readonly state: string;
  readonly context: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly author: string;
  readonly createdAt: string;
};

/** A workflow run; `pulls` is empty for forks, as on GitHub. */
export type FakeRun = {
  readonly id: number;
  readonly number: number;
  attempt: number;
  readonly name: string;
  readonly path: string;
  readonly event: string;
  status: string;
  conclusion: string | null;
  readonly headBranch: string;
  readonly headSha: string;
  readonly headRepository: string;
  readonly actor: string;
  /** Who started the present attempt. */
  triggeringActor: string;
  readonly pulls: readonly number[];
  readonly createdAt: string;
  attemptStartedAt: string;
  updatedAt: string;
};

/** An artifact; it appears in REST once it is final. */
export type FakeArtifact = {
  readonly id: number;
  readonly runId: number;
  readonly name: string;
  readonly mimeType: string;
  readonly blob: string;
  sizeBytes: number;
  digest: string;
  isFinal: boolean;
  readonly createdAt: string;
  readonly expiresAt: string;
};

/** A repository and all that the fake knows of it; git objects are read from `gitDirectory`. */
export type FakeRepository = FakeDelivery & {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly fullName: string;
  readonly isPrivate: boolean;
  readonly forkOf: string | null;
  readonly defaultBranch: string;
  readonly gitDirectory: string | null;
  readonly createdAt: string;
  readonly pulls: FakePull[];
  readonly comments: FakeComment[];
  readonly checkRuns: FakeCheckRun[];
  readonly statuses: FakeStatus[];
  readonly runs: FakeRun[];
  readonly artifacts: FakeArtifact[];
};

/** Everything that the fake GitHub remembers: plain data, so that a stale read can be served from a copy. */
export type FakeState = {
  nextId: number;
  readonly users: Map<string, FakeUser>;
  readonly repositories: Map<string, FakeRepository>;
  /** By `org/slug`. */
  readonly teams: Map<string, FakeTeam>;
  /** Logins by their verified e-mail addresses. */
  readonly emails: Map<string, string>;
};

/** The login under which a workflow's own token writes. */
export const actionsBot = "github-actions[bot]";

/** The account that commits what people merge or edit on the web. */
export const webFlowLogin = "web-flow";

/** An empty GitHub that knows only its own accounts. */
export function createState(): FakeState {
  return {
    nextId: 1001,
    users: new Map([
      [actionsBot, { login: actionsBot, id: 41_898_282, type: "Bot" }],
      [webFlowLogin, { login: webFlowLogin, id: 19_864_447, type: "User" }],
    ]),
    repositories: new Map(),
    teams: new Map(),
    emails: new Map(),
  };
}

/** The next free id; one sequence for everything. */
export function takeId(state: FakeState): number {
  state.nextId += 1;
  return state.nextId - 1;
}

/** The account of a login, which is made when it is first named. */
export function userOf(state: FakeState, login: string): FakeUser {
  const known = state.users.get(login);
  if (known !== undefined) return known;
  const type = login.endsWith("[bot]") ? "Bot" : "User";
  const user: FakeUser = { login, id: takeId(state), type };
  state.users.set(login, user);
  return user;
}

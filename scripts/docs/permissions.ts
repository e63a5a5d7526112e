/** The names of the published actions, in the order in which a workflow uses them. */
export const actionNames = [
  "validate-data",
  "evaluate-model",
  "comment-metrics",
  "store-evidence",
  "register-model",
  "promote-model",
  "verify-model",
  "verify-audit",
] as const;

/** One of {@link actionNames}. */
export type ActionName = (typeof actionNames)[number];

/** What an action needs of the job's token and of the network, each with its reason. */
export type ActionNeeds = {
  readonly permissions: readonly { readonly grant: string; readonly reason: string }[];
  readonly hosts: readonly { readonly host: string; readonly reason: string }[];
};

const git = "`github.com`, or the server that `origin` names";
const api = "`api.github.com`, or `GITHUB_API_URL`";
const registry = {
  host: "the npm registry that npm is configured for",
  reason:
    "the data engine, once per tool cache; none with `duckdb-binding`, or where the tool cache has it",
};

const artifacts = "`*.actions.githubusercontent.com`, `*.blob.core.windows.net`";
const artifactOfJob = {
  host: artifacts,
  reason: "GitHub's artifact service, only with the input `artifact`: evidence for other jobs",
};

/** The one source of the permission and host tables in the READMEs. */
export const actionNeeds: Readonly<Record<ActionName, ActionNeeds>> = {
  "validate-data": {
    permissions: [
      {
        grant: "contents: read",
        reason: "check out; read the base branch's rules in a pull request",
      },
    ],
    hosts: [
      { host: git, reason: "the base commit of a pull request, where the clone lacks it" },
      registry,
      artifactOfJob,
    ],
  },
  "evaluate-model": {
    permissions: [
      {
        grant: "contents: read",
        reason: "check out; read the base branch's rules and the baseline on the `slipway` branch",
      },
    ],
    hosts: [
      {
        host: git,
        reason: "the base commit of a pull request, missing history, and the `slipway` branch",
      },
      registry,
      artifactOfJob,
    ],
  },
  "comment-metrics": {
    permissions: [
      { grant: "pull-requests: write", reason: "find, write and update the comment" },
      {
        grant: "actions: read",
        reason: "only in a `workflow_run` job: download the artifact of the fork's run",
      },
    ],
    hosts: [
      { host: api, reason: "the comment and the pull request" },
      {
        host: artifacts,
        reason:
          "GitHub's artifact service: evidence and report; none to write to with `upload: false`",
      },
    ],
  },
  "register-model": {
    permissions: [
      {
        grant: "contents: write",
        reason: "check out; push one commit to the `slipway` branch, and the version's tag",
      },
      { grant: "actions: read", reason: "name who started the run in the log" },
    ],
    hosts: [
      {
        host: git,
        reason:
          "the `slipway` branch, the tags and the default branch, and pushes to the first two",
      },
      { host: api, reason: "who started the run" },
      {
        host: artifacts,
        reason: "GitHub's artifact service, only with `from-artifacts`: evidence of other jobs",
      },
    ],
  },
  "promote-model": {
    permissions: [
      {
        grant: "contents: write",
        reason: "check out; push one commit to the `slipway` branch, and the stage tag",
      },
      { grant: "deployments: write", reason: "record the deployment" },
      {
        grant: "actions: read",
        reason: "who started the run, who approved it, and the rules of the environment",
      },
      {
        grant: "pull-requests: read",
        reason: "only where the environment wants approvals: who wrote and who reviewed the change",
      },
      {
        grant: "id-token: write",
        reason:
          "only for approvals with `evidence: oidc+review`: a signed token names the environment",
      },
    ],
    hosts: [
      {
        host: git,
        reason:
          "the `slipway` branch, the tags and the default branch, and pushes to the first two",
      },
      { host: api, reason: "approvals, reviews, authors, the environment, and the deployment" },
      {
        host: "`*.actions.githubusercontent.com`",
        reason: "the signed token, only with `id-token: write`",
      },
    ],
  },
  "verify-model": {
    permissions: [
      {
        grant: "contents: read",
        reason: "check out; fetch the `slipway` branch and `slipway.yaml` of the default branch",
      },
    ],
    hosts: [
      {
        host: git,
        reason:
          "the `slipway` branch and the default branch; none with `log` or `proof`, and `key`",
      },
    ],
  },
  "verify-audit": {
    permissions: [
      {
        grant: "contents: read",
        reason:
          "check out; fetch the `slipway` branch, the tags and `slipway.yaml` of the default branch; read who rewrote the branch",
      },
      {
        grant: "deployments: read",
        reason: "compare the log with the sizes and roots that deployments have pinned",
      },
    ],
    hosts: [
      {
        host: git,
        reason: "the `slipway` branch, the tags and the default branch; none with `log` and `key`",
      },
      {
        host: api,
        reason: "deployments and the activity of the branch; none with `log`, or without a token",
      },
    ],
  },
  "store-evidence": {
    permissions: [{ grant: "contents: write", reason: "push one commit to the `slipway` branch" }],
    hosts: [
      { host: git, reason: "fetch the tip of the `slipway` branch, and push to it" },
      {
        host: artifacts,
        reason: "GitHub's artifact service, only with `from-artifacts`: evidence of other jobs",
      },
    ],
  },
};

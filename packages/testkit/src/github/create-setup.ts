import { createHash } from "node:crypto";

import { type BlobStore } from "../artifacts/blob-store.ts";
import { recordBranches } from "./activity.ts";
import { createDeliverySetup } from "./create-delivery-setup.ts";
import {
  actionsBot,
  takeId,
  userOf,
  type FakeArtifact,
  type FakeComment,
  type FakePull,
  type FakeRepository,
  type FakeRun,
  type FakeState,
} from "./state.ts";
import { type FakeSetup, type PullInit, type RepositoryInit, type RunInit } from "./fake-setup.ts";
import { timestamp } from "./timestamp.ts";

/** The setup of one state. */
export function createSetup(state: FakeState, blobs: BlobStore, now: () => Date): FakeSetup {
  const at = (): string => timestamp(now());
  const repositoryOf = (fullName: string): FakeRepository => {
    const repository = state.repositories.get(fullName);
    if (repository === undefined) throw new Error(`the fake has no repository ${fullName}`);
    return repository;
  };
  return {
    ...createDeliverySetup({ state, now, repositoryOf }),
    addRepository: (init) => addRepository(state, init, at()),
    openPull: (fullName, init) => openPull(state, repositoryOf(fullName), { ...init, at: at() }),
    closePull: (fullName, number, end) => {
      const pull = repositoryOf(fullName).pulls.find((one) => one.number === number);
      if (pull === undefined) throw new Error(`${fullName} has no pull request ${number}`);
      return Object.assign(pull, {
        ...end,
        state: "closed",
        updatedAt: at(),
        closedAt: at(),
        mergedAt: end.mergeCommitSha === undefined ? null : at(),
      });
    },
    addComment: (fullName, number, init) => {
      const comment: FakeComment = {
        id: takeId(state),
        pullNumber: number,
        body: init.body,
        author: userOf(state, init.author).login,
        isByApp: init.isByApp ?? init.author.endsWith("[bot]"),
        createdAt: at(),
        updatedAt: at(),
      };
      repositoryOf(fullName).comments.push(comment);
      return comment;
    },
    addRun: (fullName, init) => addRun(state, repositoryOf(fullName), { ...init, at: at() }),
    addArtifact: (fullName, runId, init) => {
      const mimeType = init.mimeType ?? "application/zip";
      const fileName = mimeType === "application/zip" ? `${init.name}.zip` : init.name;
      const blob = blobs.create({ mimeType, fileName });
      blobs.write(blob, init.bytes);
      const artifact: FakeArtifact = {
        id: takeId(state),
        runId,
        name: init.name,
        mimeType,
        blob,
        sizeBytes: init.bytes.byteLength,
        digest: `sha256:${createHash("sha256").update(init.bytes).digest("hex")}`,
        isFinal: true,
        createdAt: at(),
        expiresAt: timestamp(new Date(now().getTime() + 90 * 86_400_000)),
      };
      repositoryOf(fullName).artifacts.push(artifact);
      return artifact;
    },
  };
}

function addRepository(state: FakeState, init: RepositoryInit, at: string): FakeRepository {
  const [owner = "", name = ""] = init.fullName.split("/");
  userOf(state, owner);
  const repository: FakeRepository = {
    id: takeId(state),
    owner,
    name,
    fullName: init.fullName,
    isPrivate: init.isPrivate ?? false,
    forkOf: init.forkOf ?? null,
    defaultBranch: init.defaultBranch ?? "main",
    gitDirectory: init.gitDirectory ?? null,
    createdAt: at,
    pulls: [],
    comments: [],
    checkRuns: [],
    statuses: [],
    runs: [],
    artifacts: [],
    access: new Map(),
    environments: [],
    gates: [],
    runReviews: [],
    deployments: [],
    reviews: [],
    activities: [],
    signedCommits: new Map(),
    watch: { tips: recordBranches(init.gitDirectory ?? null), readLines: 0, pusher: owner },
  };
  state.repositories.set(init.fullName, repository);
  return repository;
}

function openPull(
  state: FakeState,
  repository: FakeRepository,
  init: PullInit & { readonly at: string },
): FakePull {
  const pull: FakePull = {
    id: takeId(state),
    number: repository.pulls.length + 1,
    title: init.title,
    body: init.body ?? null,
    state: "open",
    author: userOf(state, init.author).login,
    headRepository: init.headRepository ?? repository.fullName,
    headRef: init.headRef,
    headSha: init.headSha ?? null,
    baseRef: init.baseRef ?? repository.defaultBranch,
    baseSha: null,
    mergeCommitSha: null,
    createdAt: init.at,
    updatedAt: init.at,
    closedAt: null,
    mergedAt: null,
  };
  repository.pulls.push(pull);
  return pull;
}

function addRun(
  state: FakeState,
  repository: FakeRepository,
  init: RunInit & { readonly at: string },
): FakeRun {
  const status = init.status ?? "completed";
  const actor = userOf(state, init.actor ?? actionsBot).login;
  const run: FakeRun = {
    id: takeId(state),
    number: repository.runs.length + 1,
    attempt: init.attempt ?? 1,
    name: init.name ?? "model",
    path: init.path ?? ".github/workflows/model.yml",
    event: init.event,
    status,
    conclusion: init.conclusion ?? (status === "completed" ? "success" : null),
    headBranch: init.headBranch,
    headSha: init.headSha,
    headRepository: init.headRepository ?? repository.fullName,
    actor,
    triggeringActor: userOf(state, init.triggeringActor ?? actor).login,
    pulls: init.pulls ?? [],
    createdAt: init.at,
    attemptStartedAt: init.at,
    updatedAt: init.at,
  };
  repository.runs.push(run);
  return run;
}

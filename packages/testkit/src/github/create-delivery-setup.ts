import { observeBranches } from "./activity.ts";
import { pullHead } from "./bodies/pull.ts";
import { type DeliverySetup, type ReviewInit, type TeamInit } from "./delivery-setup.ts";
import { type FakeGate, type FakeReview, type FakeTeam } from "./delivery-state.ts";
import { setRules } from "./environments.ts";
import { endGate, enterGate, environmentOf, openGate, settleGate, type RunPlace } from "./gates.ts";
import { takeId, userOf, type FakeRepository, type FakeState } from "./state.ts";
import { timestamp } from "./timestamp.ts";

type Place = {
  readonly state: FakeState;
  readonly now: () => Date;
  readonly repositoryOf: (fullName: string) => FakeRepository;
};

/** The part of a state's setup that leads to production. */
export function createDeliverySetup(place: Place): DeliverySetup {
  const { state, now, repositoryOf } = place;
  const change = (fullName: string, gateId: number, apply: GateChange): FakeGate => {
    const { gate, runPlace } = gateOf(place, fullName, gateId);
    apply(runPlace, gate);
    return gate;
  };
  return {
    protectEnvironment: (fullName, name, rules = {}) => {
      return setRules(state, repositoryOf(fullName), { name, rules, at: timestamp(now()) });
    },
    enterEnvironment: (fullName, runId, entry) => {
      return enterGate(runPlaceOf(place, fullName, runId), entry);
    },
    gate: (fullName, gateId) => change(fullName, gateId, settleGate),
    bypassEnvironment: (fullName, gateId) => change(fullName, gateId, bypass),
    endJob: (fullName, gateId, conclusion) => {
      return change(fullName, gateId, (runPlace, gate) => {
        endGate(runPlace, gate, conclusion);
      });
    },
    rerun: (fullName, runId, actor) => {
      const { run } = runPlaceOf(place, fullName, runId);
      run.attempt += 1;
      run.triggeringActor = userOf(state, actor ?? run.actor).login;
      run.status = "in_progress";
      run.conclusion = null;
      run.attemptStartedAt = timestamp(now());
      run.updatedAt = run.attemptStartedAt;
      return run;
    },
    addReview: (fullName, number, init) => addReview(place, { fullName, number, ...init }),
    dismissReview: (fullName, reviewId) => {
      const review = repositoryOf(fullName).reviews.find((one) => one.id === reviewId);
      if (review === undefined) throw new Error(`${fullName} has no review ${reviewId}`);
      review.state = "DISMISSED";
      return review;
    },
    setAccess: (fullName, login, access) => {
      repositoryOf(fullName).access.set(userOf(state, login).login, access);
    },
    pushAs: async (fullName, login) => {
      const repository = repositoryOf(fullName);
      const { watch } = repository;
      await observeBranches({ state, repository, now: now() }, watch.pusher);
      watch.pusher = userOf(state, login).login;
    },
    addTeam: (init) => addTeam(state, init),
    linkEmail: (login, email) => {
      state.emails.set(email.toLowerCase(), userOf(state, login).login);
    },
  };
}

type GateChange = (place: RunPlace, gate: FakeGate) => void;

function runPlaceOf(
  { state, now, repositoryOf }: Place,
  fullName: string,
  runId: number,
): RunPlace {
  const repository = repositoryOf(fullName);
  const run = repository.runs.find((one) => one.id === runId);
  if (run === undefined) throw new Error(`${fullName} has no run ${runId}`);
  return { state, repository, run, now: now() };
}

function gateOf(
  place: Place,
  fullName: string,
  gateId: number,
): { readonly gate: FakeGate; readonly runPlace: RunPlace } {
  const gate = place.repositoryOf(fullName).gates.find((one) => one.id === gateId);
  if (gate === undefined) throw new Error(`no job entered an environment under the id ${gateId}`);
  return { gate, runPlace: runPlaceOf(place, fullName, gate.runId) };
}

function bypass(place: RunPlace, gate: FakeGate): void {
  if (environmentOf(place.repository, gate).adminsBypass === false) {
    throw new Error(`${gate.environment} does not let administrators bypass its rules`);
  }
  if (gate.state !== "waiting") throw new Error(`the job ${gate.job} does not wait: ${gate.state}`);
  openGate(place, gate, "bypassed");
}

async function addReview(
  { state, now, repositoryOf }: Place,
  init: ReviewInit & { readonly fullName: string; readonly number: number },
): Promise<FakeReview> {
  const repository = repositoryOf(init.fullName);
  const pull = repository.pulls.find((one) => one.number === init.number);
  if (pull === undefined) throw new Error(`${init.fullName} has no pull request ${init.number}`);
  if (init.state !== "COMMENTED" && pull.author === init.author) {
    throw new Error("the author of a pull request can neither approve it nor request changes");
  }
  const review: FakeReview = {
    id: takeId(state),
    pullNumber: pull.number,
    author: userOf(state, init.author).login,
    state: init.state,
    body: init.body ?? "",
    commitId: await pullHead(state, repository, pull),
    submittedAt: timestamp(now()),
  };
  repository.reviews.push(review);
  return review;
}

function addTeam(state: FakeState, init: TeamInit): FakeTeam {
  const { org, slug } = init;
  const key = `${org}/${slug}`;
  const member = (role: "member" | "maintainer", membership: "active" | "pending") => {
    return (login: string) => ({ login: userOf(state, login).login, role, state: membership });
  };
  const known = state.users.get(org);
  const id = known?.id ?? takeId(state);
  state.users.set(org, { login: org, id, type: "Organization" });
  const team: FakeTeam = {
    id: state.teams.get(key)?.id ?? takeId(state),
    org,
    slug,
    members: [
      ...init.members.map(member("member", "active")),
      ...(init.maintainers ?? []).map(member("maintainer", "active")),
      ...(init.pending ?? []).map(member("member", "pending")),
    ],
  };
  state.teams.set(key, team);
  return team;
}

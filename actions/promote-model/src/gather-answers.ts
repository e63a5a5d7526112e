import type { EnvironmentConfig, EnvironmentGate, Person } from "@slipway/contracts";
import { refusePullRequest } from "@slipway/delivery";
import { UserError } from "@slipway/kernel";
import type { Answer, People, RunFacts } from "@slipway/ports";
import { demandedApprovals } from "@slipway/promotion";
import type { JobIdentity, Ports } from "./ports.ts";

/** What the code host and nobody else says about who asks, who wrote and who approved. */
export type Answers = {
  readonly answers: readonly Answer[];
  readonly authors: readonly Person[];
  /** Who started the run by hand. */
  readonly starters: readonly Person[];
  readonly members: ReadonlyMap<string, readonly string[]>;
  readonly gate: EnvironmentGate | null;
  readonly identity: "confirmed" | "absent";
  readonly run: { readonly id: number; readonly attempt: number } | null;
  readonly actor: Person | null;
};

const nobody: Answers = {
  answers: [],
  authors: [],
  starters: [],
  members: new Map(),
  gate: null,
  identity: "absent",
  run: null,
  actor: null,
};

/**
 * Asks the code host. It is asked about approvals only where the policy wants some, and a refusal to answer is an
 * error, never an empty answer.
 * @throws UserError SW1001 in a run for a pull request, SW3103 where approvals are wanted and nobody can be asked,
 * SW3108 to SW3110
 */
export async function gatherAnswers(
  wanted: {
    readonly environment: EnvironmentConfig;
    readonly commit: string;
    /** The commit of what runs there: whoever wrote anything since is an author of the change. */
    readonly since: string | undefined;
  },
  { host, identity, context }: Pick<Ports, "host" | "identity" | "context">,
): Promise<Answers> {
  const { environment, commit } = wanted;
  const { approvals } = environment;
  const people = (await host?.())?.people;
  if (people === undefined) {
    if ((demandedApprovals(environment)?.min ?? 0) > 0) throw nobodyToAsk(environment.name);
    return nobody;
  }
  const { runId } = context.run;
  const facts = runId === undefined ? undefined : await people.run(runId);
  // The variables of a job are what its author likes; the API knows how the run began.
  refusePullRequest(facts?.event);
  const known = {
    ...nobody,
    gate: await people.environment(environment.name),
    run: runId === undefined || facts === undefined ? null : { id: runId, attempt: facts.attempt },
    actor: facts?.triggeringActor ?? facts?.actor ?? null,
  };
  if (approvals === undefined) return known;
  const ofRun =
    known.run === null ? [] : await people.environmentApprovals(known.run.id, environment.name);
  const answers = [
    ...ofRun.map((answer) => ({ ...answer, runAttempt: known.run?.attempt })),
    ...(await reviewsOf(wanted, people)),
  ];
  return {
    ...known,
    answers,
    authors: await people.authors(commit, wanted.since),
    starters: startersOf(facts),
    members: await membersOf(answers, approvals.teams ?? [], people),
    identity: confirms(await identity(), { environment: environment.name, ...context.run }),
  };
}

/** Reviews, where the policy counts them. In a public repository anybody may review: unless people are named, writers count. */
async function reviewsOf(
  { environment, commit }: { readonly environment: EnvironmentConfig; readonly commit: string },
  people: People,
): Promise<readonly Answer[]> {
  const demanded = demandedApprovals(environment);
  if (demanded?.reviewsCount !== true) return [];
  const reviews = await people.reviews(commit);
  if (!demanded.anyone) return reviews;
  const writers = await Promise.all(
    reviews.map(async (review) => ((await people.mayWrite(review.person.login)) ? [review] : [])),
  );
  return writers.flat();
}

function startersOf(facts: RunFacts | undefined): readonly Person[] {
  if (facts?.event !== "workflow_dispatch") return [];
  return [facts.actor, facts.triggeringActor].filter((person) => person !== undefined);
}

async function membersOf(answers: readonly Answer[], teams: readonly string[], people: People) {
  const logins = new Set(answers.map(({ person }) => person.login));
  const members = new Map<string, readonly string[]>();
  for (const login of teams.length === 0 ? [] : logins) {
    const found: string[] = [];
    for (const team of teams) if (await people.isTeamMember(team, login)) found.push(team);
    members.set(login, found);
  }
  return members;
}

/** The signed token speaks of this very job only where run, repository and environment (in any case, as on GitHub) agree. */
function confirms(
  found: JobIdentity | undefined,
  job: {
    readonly environment: string;
    readonly runId?: number | undefined;
    readonly repository?: string | undefined;
  },
): "confirmed" | "absent" {
  if (found === undefined || job.runId === undefined) return "absent";
  const same =
    found.environment?.toLowerCase() === job.environment.toLowerCase() &&
    found.runId === job.runId &&
    found.repository === job.repository;
  return same ? "confirmed" : "absent";
}

function nobodyToAsk(environment: string): UserError {
  return new UserError({
    code: "SW3103",
    message: `${environment} wants approvals, and without a token nobody can be asked who approved`,
    remedy:
      "Promote in a workflow, or set GITHUB_TOKEN and GITHUB_REPOSITORY=owner/name: reviews of the merged pull request count too, where the policy lets them.",
  });
}

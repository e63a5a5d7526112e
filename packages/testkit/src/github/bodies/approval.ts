import { type Call } from "../call.ts";
import { type FakeGate, type FakeRunReview } from "../delivery-state.ts";
import { findEnvironment } from "../environments.ts";
import { environmentOf, mayReview, type RunPlace } from "../gates.ts";
import { environmentReference, reviewerBody } from "./environment.ts";
import { type Schemas } from "./schemas.ts";
import { userBody } from "./user.ts";

/** An answer of a reviewer, without time and attempt, as the API has it. */
export function approvalBody(call: Call, review: FakeRunReview): Schemas["environment-approvals"] {
  const environments = review.environments.flatMap((name) => {
    const found = findEnvironment(call.repository(), name);
    if (found === undefined) return [];
    const times = { created_at: found.createdAt, updated_at: found.updatedAt };
    return [{ ...environmentReference(call, found), ...times }];
  });
  const { state, comment } = review;
  return { environments, state, comment, user: userBody(call.core, call.state, review.user) };
}

/** An environment for which a job of the run waits; no installation token can answer. */
export function pendingBody(
  call: Call,
  place: RunPlace,
  gate: FakeGate,
): Schemas["pending-deployment"] {
  const environment = environmentOf(place.repository, gate);
  const { caller } = call;
  return {
    environment: environmentReference(call, environment),
    wait_timer: environment.waitMinutes,
    wait_timer_started_at: gate.opensAt === null ? null : gate.startedAt,
    current_user_can_approve: caller.kind === "user" && mayReview(place, environment, caller.login),
    reviewers: environment.reviewers.map((one) => reviewerBody(call, one)),
  };
}

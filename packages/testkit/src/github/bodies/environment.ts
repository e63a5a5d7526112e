import { type Call } from "../call.ts";
import { type FakeEnvironment, type FakeReviewer } from "../delivery-state.ts";
import { nodeId, type Schemas } from "./schemas.ts";
import { teamBody } from "./team.ts";
import { userBody } from "./user.ts";

type Rule = NonNullable<Schemas["environment"]["protection_rules"]>[number];
type Reviewer = NonNullable<Schemas["pending-deployment"]["reviewers"]>[number];

/** An environment with the rules in force; `can_admins_bypass` stands there only where the fake was told. */
export function environmentBody(call: Call, environment: FakeEnvironment): Schemas["environment"] {
  const { branches, adminsBypass } = environment;
  return {
    ...environmentReference(call, environment),
    created_at: environment.createdAt,
    updated_at: environment.updatedAt,
    ...(adminsBypass === null ? {} : { can_admins_bypass: adminsBypass }),
    protection_rules: rules(call, environment),
    deployment_branch_policy:
      branches === "all"
        ? null
        : {
            protected_branches: branches === "protected",
            custom_branch_policies: branches !== "protected",
          },
  };
}

/** An environment's id, name and addresses, as they stand inside other bodies. */
export function environmentReference(call: Call, { id, name }: FakeEnvironment) {
  const { core } = call;
  const fullName = call.repository().fullName;
  return {
    id,
    node_id: nodeId("Environment", id),
    name,
    url: `${core.apiUrl}/repos/${fullName}/environments/${encodeURIComponent(name)}`,
    html_url: `${core.serverUrl}/${fullName}/deployments/activity_log?environments_filter=${encodeURIComponent(name)}`,
  };
}

function rules(call: Call, environment: FakeEnvironment): Rule[] {
  // The ids of the rules follow the environment's: nothing refers to them.
  const rule = (type: string, offset: number) => {
    const id = environment.id * 10 + offset;
    return { id, node_id: nodeId("GateRule", id), type };
  };
  const { waitMinutes, reviewers, preventSelfReview, branches } = environment;
  return [
    ...(waitMinutes === 0 ? [] : [{ ...rule("wait_timer", 1), wait_timer: waitMinutes }]),
    ...(reviewers.length === 0
      ? []
      : [
          {
            ...rule("required_reviewers", 2),
            prevent_self_review: preventSelfReview,
            reviewers: reviewers.map((one) => reviewerBody(call, one)),
          },
        ]),
    ...(branches === "all" ? [] : [rule("branch_policy", 3)]),
  ];
}

/** A reviewer with the account or the team. */
export function reviewerBody({ core, state }: Call, reviewer: FakeReviewer): Reviewer {
  if (reviewer.type === "User") {
    return { type: "User", reviewer: userBody(core, state, reviewer.login) };
  }
  const team = state.teams.get(`${reviewer.org}/${reviewer.slug}`);
  if (team === undefined) throw new Error(`the fake has no team ${reviewer.org}/${reviewer.slug}`);
  return { type: "Team", reviewer: teamBody(core, state, team) };
}

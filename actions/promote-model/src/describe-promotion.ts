import type { Promotion } from "@slipway/contracts";
import { unreadableTags } from "@slipway/delivery";
import type { Outcome } from "@slipway/kernel";
import type { Inputs } from "./inputs.ts";
import type { Planned, Request } from "./plan-promotion.ts";
import type { Ports } from "./ports.ts";
import type { PublishedPromotion } from "./publish-promotion.ts";

const outcomes: Readonly<Record<Promotion["state"], Outcome>> = {
  allowed: "pass",
  waiting: "inconclusive",
  refused: "fail",
};

/** The promotion as the document that people and programs read. */
export function describePromotion(
  done: {
    readonly request: Request;
    readonly planned: Planned;
    readonly published: PublishedPromotion | undefined;
  },
  input: Inputs,
  { clock, context }: Ports,
): Promotion {
  const { request, planned, published } = done;
  const { candidate, environment, delivery } = request;
  const { entry, alreadyThere } = planned;
  const state = planned.decision?.state ?? "allowed";
  return {
    schema: "slipway/promotion/v1",
    outcome: outcomes[state],
    state,
    dryRun: input.dryRun,
    alreadyThere,
    changed: isChange(planned, context.run.runId) && !input.dryRun,
    model: candidate.model,
    version: candidate.version,
    digest: candidate.digest,
    environment: environment.name,
    ...decidedParts(planned),
    ...askedParts(planned, request),
    policy: entry?.policy ?? delivery.policy,
    decidedAt: entry?.time ?? clock.now(),
    runId: context.run.runId ?? null,
    entry: entry?.index ?? null,
    ...publishedParts(published),
    notices: [
      ...(planned.decision?.notices ?? []),
      ...planned.notices,
      ...(published?.notices ?? []),
      ...unreadableTags(request.tags),
    ],
  };
}

/** A job that runs again after a crash has moved what it finds moved. */
function isChange({ entry, alreadyThere }: Planned, runId: number | undefined): boolean {
  if (entry?.type !== "promoted") return false;
  return !alreadyThere || (runId !== undefined && entry.run.runId === runId);
}

/** Of a version that is there already, what was said when it came. */
function askedParts({ entry, alreadyThere, current }: Planned, { reason, answers }: Request) {
  return {
    from: alreadyThere ? (entry?.from ?? null) : currentAsReference(current),
    reason: alreadyThere ? (entry?.reason ?? null) : reason,
    authors: alreadyThere ? (entry?.authors ?? []) : [...answers.authors],
    gate: answers.gate,
  };
}

function publishedParts(published: PublishedPromotion | undefined) {
  return {
    checkpoint: published?.checkpoint ?? null,
    deployment: published?.deployment ?? null,
    tag: published?.tag ?? null,
    proof: published?.proof ?? null,
  };
}

function decidedParts({ decision, entry, current }: Planned) {
  const isHeld = (current?.hold ?? null) !== null;
  if (decision !== undefined) {
    const { direction, rules, approvals, evidenceLevel } = decision;
    // A refusal, a wait and a dry run move nothing: what held before holds still.
    const hold = entry?.type === "promoted" ? decision.hold : isHeld;
    return { direction, hold, rules: [...rules], approvals: [...approvals], evidenceLevel };
  }
  return {
    direction: entry?.direction ?? ("promotion" as const),
    hold: isHeld,
    rules: entry?.rules ?? [],
    approvals: entry?.approvals ?? [],
    evidenceLevel: entry?.evidenceLevel ?? ("none" as const),
  };
}

function currentAsReference(current: Planned["current"]): Promotion["from"] {
  return current && { version: current.version, digest: current.digest, entry: current.entry };
}

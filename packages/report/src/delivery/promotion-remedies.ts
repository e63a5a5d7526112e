import type { Promotion, PromotionRule } from "@slipway/contracts";
import type { Phrase } from "../phrase.ts";

/** What to do about a rule. */
export type Remedy = { readonly id: PromotionRule["id"]; readonly todo: Phrase };

/** What to do about each rule that is not met, then about each that waits. */
export function promotionRemedies(promotion: Promotion): readonly Remedy[] {
  const { rules } = promotion;
  return [
    ...rules
      .filter(({ state }) => state === "unmet")
      .map(({ id }) => ({ id, todo: unmetRemedy(id, promotion) })),
    ...rules
      .filter(({ state }) => state === "waiting")
      .map(({ id }) => ({ id, todo: waitingRemedy(id, promotion) })),
  ];
}

function unmetRemedy(id: PromotionRule["id"], promotion: Promotion): Phrase {
  const { environment, model, policy } = promotion;
  const file = { code: policy.file };
  switch (id) {
    case "registered":
      return [
        "name a version of this model: ",
        { code: `slipway history ${model}` },
        " lists them",
      ];
    case "evidence":
      return [
        "validate and evaluate until everything passes, and register that as a new version; a gate that is undecided needs more items, or ",
        { code: "allow-inconclusive: true" },
        ` at ${environment} in `,
        file,
      ];
    case "evidence-age":
      return [
        "register a version with newer evidence, or raise ",
        { code: "max-evidence-age" },
        " in ",
        file,
        ...rollbackSkip(promotion, id),
      ];
    case "order":
      return ["promote this version there first"];
    case "soak":
      return ["promote this version there again, and let it stay for the whole time"];
    case "approvals":
      return approvalsRemedy(promotion);
    case "freeze":
      return ["promote after the freeze"];
    case "reason":
    case "hold":
      return ["say why: ", { code: '--reason "…"' }, ", or the input ", { code: "reason" }];
  }
}

function waitingRemedy(id: PromotionRule["id"], promotion: Promotion): Phrase {
  if (id === "approvals")
    return ["have somebody approve who may, then run this again: nothing runs meanwhile"];
  return ["run this again when the time has passed", ...rollbackSkip(promotion, id)];
}

function approvalsRemedy({ approvals, authors }: Promotion): Phrase {
  if (approvals.some(({ state, counted }) => state === "rejected" && counted))
    return ["settle it with whoever rejected it, then start a new run: this one stays rejected"];
  if (authors.length === 0)
    return [
      "merge the change by a pull request, or give its commits the e-mail of an account, so that its author is known",
    ];
  return ["have somebody approve who did not write the change, then run this again"];
}

function rollbackSkip({ direction }: Promotion, id: PromotionRule["id"]): Phrase {
  return direction === "rollback"
    ? ["; a policy may leave it out: ", { code: `rollback: { skip: [${id}] }` }]
    : [];
}

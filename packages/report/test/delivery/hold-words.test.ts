import { expect, test } from "vitest";
import { plainStyle, renderPromotion, renderPromotionText } from "../../src/index.ts";
import { aPromotion } from "./builders.ts";

const rollback = { direction: "rollback", environment: "production" } as const;

const cases = [
  ["a rollback that took place", { ...rollback, hold: true }, "production is held"],
  ["a trial of one", { ...rollback, hold: false, dryRun: true }, "production would be held"],
  ["a refused one", { ...rollback, hold: false, state: "refused" }, undefined],
  ["a trial that would be refused", { ...rollback, dryRun: true, state: "refused" }, undefined],
  ["a promotion", { hold: false }, undefined],
] as const;

test.each(cases)("%s says what is held, and no more", (_, init, words) => {
  const promotion = aPromotion(init);

  for (const text of [renderPromotion(promotion), renderPromotionText(promotion, plainStyle)])
    expect(/production \w+(?: be)? held/.exec(text)?.[0]).toBe(words);
});

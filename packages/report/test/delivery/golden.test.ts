import { expect, test } from "vitest";
import {
  plainStyle,
  renderHistory,
  renderHistoryText,
  renderPromotion,
  renderPromotionText,
  renderRegistration,
  renderRegistrationText,
  renderVerification,
  renderVerificationText,
} from "../../src/index.ts";
import {
  historyScenes,
  promotionScenes,
  registrationScenes,
  verificationScenes,
} from "./scenes.ts";

const printed = [
  ...Object.entries(promotionScenes).map(([name, scene]) => ({
    name: `promotion-${name}`,
    markdown: renderPromotion(scene),
    text: renderPromotionText(scene, plainStyle),
  })),
  ...Object.entries(registrationScenes).map(([name, scene]) => ({
    name: `registration-${name}`,
    markdown: renderRegistration(scene),
    text: renderRegistrationText(scene, plainStyle),
  })),
  ...Object.entries(historyScenes).map(([name, scene]) => ({
    name: `history-${name}`,
    markdown: renderHistory(scene),
    text: renderHistoryText(scene, plainStyle),
  })),
  ...Object.entries(verificationScenes).map(([name, scene]) => ({
    name: `verification-${name}`,
    markdown: renderVerification(scene),
    text: renderVerificationText(scene, plainStyle),
  })),
];

test.each(printed)("$name reads as reviewed, as Markdown", async ({ name, markdown }) => {
  await expect(`${markdown}\n`).toMatchFileSnapshot(`../golden/delivery/${name}.md`);
});

test.each(printed)("$name reads as reviewed, on a terminal", async ({ name, text }) => {
  await expect(`${text}\n`).toMatchFileSnapshot(`../golden/delivery/${name}.txt`);
});

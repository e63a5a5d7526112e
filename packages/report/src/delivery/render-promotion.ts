import type { Promotion } from "@slipway/contracts";
import { fitBlocks, textBlock, type Block } from "../fit-blocks.ts";
import { shortCommit } from "../format-time.ts";
import { foldedTable, tableBlock, type TableText } from "../markdown-blocks.ts";
import { joined, markdownOf, type Phrase } from "../phrase.ts";
import {
  capitalised,
  commandSpan,
  digestCode,
  noticeBlocks,
  undoCommand,
} from "./delivery-parts.ts";
import { promotionRemedies } from "./promotion-remedies.ts";
import {
  approversPhrase,
  decisionWords,
  holdWords,
  keptPhrases,
  promotionHeadline,
  ruleMarks,
} from "./promotion-words.ts";
import { quotedPhrase } from "./quoted-phrase.ts";

const emojis = { allowed: "🟢", waiting: "🟡", refused: "🔴" } as const;

/** A promotion as a card of GitHub Markdown: what happened, every rule, what to do next, and what decided. */
export function renderPromotion(promotion: Promotion): string {
  const { state } = promotion;
  const done = state === "allowed" && !promotion.dryRun;
  const blocks = [
    textBlock(0, `### ${emojis[state]} ${markdownOf(promotionHeadline(promotion))}`),
    ...(done
      ? [textBlock(0, doneLine(promotion)), ...ruleBlocks(promotion, true)]
      : ruleBlocks(promotion, false)),
    ...remedyBlocks(promotion),
    ...reasonBlocks(promotion),
    ...noticeBlocks(promotion.notices),
    textBlock(0, capitalised(markdownOf(joined(originParts(promotion), " · ")))),
  ];
  return fitBlocks(blocks, 1_000_000, "the JSON document");
}

/** Who approved, where it is kept, and how it is undone. */
function doneLine(promotion: Promotion): string {
  const parts = [approversPhrase(promotion), ...keptPhrases(promotion)];
  const undo = undoCommand(promotion);
  const line = markdownOf(joined(parts, " · "));
  return `${capitalised(line)}${undo === undefined ? "" : ` · undo: ${commandSpan(undo)}`}`;
}

function ruleBlocks(promotion: Promotion, isFolded: boolean): Block[] {
  const { rules } = promotion;
  if (rules.length === 0) return [];
  const table: TableText = {
    align: "lll",
    header: ["", "Rule", "State"],
    rows: rules.map(({ state, title, detail }): Phrase[] => {
      const { emoji, word } = ruleMarks[state];
      const lead: Phrase = state === "met" ? [] : [{ bold: [word] }, ": "];
      return [[emoji], quotedPhrase(title), [...lead, ...quotedPhrase(detail)]];
    }),
  };
  return [
    isFolded
      ? foldedTable(
          1,
          [promotion.alreadyThere ? "how it came there" : decisionWords(promotion)],
          table,
        )
      : tableBlock(1, "", table),
  ];
}

function remedyBlocks(promotion: Promotion): Block[] {
  const lines = promotionRemedies(promotion).map(
    ({ id, todo }) => `- **${id}:** ${markdownOf(todo)}`,
  );
  return lines.length === 0 ? [] : [textBlock(1, ["**What to do**", "", ...lines].join("\n"))];
}

function reasonBlocks(promotion: Promotion): Block[] {
  const { reason } = promotion;
  const given: Phrase[] = reason === null ? [] : [[{ bold: ["Reason:"] }, ` ${reason}`]];
  const parts = [...given, ...holdWords(promotion).map((words): Phrase => [words])];
  return parts.length === 0 ? [] : [textBlock(1, parts.map(markdownOf).join("\n\n"))];
}

function originParts(promotion: Promotion): Phrase[] {
  const { state, digest, from, policy, evidenceLevel, approvals } = promotion;
  return [
    ...(state === "refused" ? keptPhrases(promotion) : []),
    ["digest ", digestCode(digest)],
    ...(from === null ? [] : [[`replaces ${from.version} (`, digestCode(from.digest), ")"]]),
    [
      "decided by ",
      { code: policy.file },
      " of ",
      { code: policy.ref },
      " at ",
      { code: shortCommit(policy.commit) },
    ],
    ...(approvals.length === 0 ? [] : [["evidence of approval: ", { code: evidenceLevel }]]),
  ];
}

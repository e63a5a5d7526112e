import type { Registration } from "@slipway/contracts";
import { fitBlocks, textBlock } from "../fit-blocks.ts";
import { shortCommit } from "../format-time.ts";
import { bareTextOf, joined, markdownOf, type Phrase } from "../phrase.ts";
import { verdictMark } from "../standing.ts";
import type { TerminalStyle } from "../terminal-text.ts";
import {
  capitalised,
  digestCode,
  logPhrase,
  namedPhrase,
  noticeBlocks,
  noticeLines,
  paintOf,
  paragraphs,
} from "./delivery-parts.ts";

/** A registration as a card of GitHub Markdown. */
export function renderRegistration(registration: Registration): string {
  const { emoji } = verdictMark(registration.outcome);
  const blocks = [
    textBlock(0, `### ${emoji} ${markdownOf(headline(registration))}`),
    textBlock(0, capitalised(markdownOf(joined(facts(registration), " · ")))),
    ...noticeBlocks(registration.notices),
  ];
  return fitBlocks(blocks, 1_000_000, "the JSON document");
}

/** A registration for a terminal. */
export function renderRegistrationText(registration: Registration, style: TerminalStyle): string {
  const { outcome } = registration;
  const verdict = paintOf(outcome, style)(style.bold(outcome.toUpperCase()));
  return paragraphs([
    [
      `  ${verdict}  ${bareTextOf(headline(registration))}`,
      ...facts(registration).map((fact) => `        ${bareTextOf(fact)}`),
    ],
    noticeLines(registration.notices, style),
  ]);
}

function headline({ model, version, state }: Registration): Phrase {
  const done = state === "registered" ? "is registered" : "was registered already";
  return [{ code: model }, ` ${version} ${done}`];
}

function facts(registration: Registration): Phrase[] {
  const { digest, commit, entry, checkpoint, tag, signature, proof } = registration;
  return [
    ["digest ", digestCode(digest)],
    ["commit ", { code: shortCommit(commit) }],
    ...logPhrase(entry, checkpoint),
    ...namedPhrase("tag", tag),
    ...namedPhrase("signature", signature),
    ...namedPhrase("proof", proof),
  ];
}

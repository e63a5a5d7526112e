import { headlineOf, notesOf } from "@slipway/delivery";
import {
  escapeMarkdown,
  plainStyle,
  renderVerification,
  renderVerificationText,
} from "@slipway/report";
import type { Rendered } from "@slipway/runner";
import type { AuditResult } from "./verify-audit.ts";

/** Log, outputs, summary and annotations of verify-audit. */
export function renderAudit(result: AuditResult): Rendered {
  const { verification, failure } = result;
  const { outcome, size, root } = verification;
  const whole = `the log of ${size} entries is whole, root ${root?.sha256.slice(0, 12) ?? "none"}`;
  const line = unaskedLine(result);
  const text = renderVerificationText(verification, plainStyle);
  const summary = renderVerification(verification);
  return {
    outcome,
    outputs: {
      size: String(size),
      root: root?.sha256 ?? "",
      summary: headlineOf(verification, whole),
      document: JSON.stringify(verification),
    },
    log: line === undefined ? text : `${text}\n${line}`,
    summary: line === undefined ? summary : `${summary}\n\n${escapeMarkdown(line)}\n`,
    annotations: notesOf(verification.checks),
    ...(failure === undefined ? {} : { failure }),
  };
}

/** What nobody was asked about, as a line, so that a verdict is not taken for more than it is. */
export function unaskedLine({ unasked }: Pick<AuditResult, "unasked">): string | undefined {
  return unasked.length === 0 ? undefined : `Not compared with ${unasked.join(", nor with ")}.`;
}

import type { VerificationCheck } from "@slipway/contracts";
import type { Outcome } from "@slipway/kernel";
import { plainText } from "@slipway/report";

/** A note that a workflow shows beside a verification. */
export type CheckNote = {
  readonly level: "error" | "warning";
  readonly title: string;
  readonly message: string;
};

/** A note for each check that is no pass, escaped, in the order of the checks. */
export function notesOf(checks: readonly VerificationCheck[]): readonly CheckNote[] {
  return checks
    .filter(({ outcome }) => outcome !== "pass")
    .map(({ outcome, title, detail }) => ({
      level: outcome === "warn" ? "warning" : "error",
      title: plainText(title, 200),
      message: plainText(detail, 2000),
    }));
}

/** The verdict of a verification in one line: its first worst check, or `whole` where all passed. */
export function headlineOf(
  { outcome, checks }: { readonly outcome: Outcome; readonly checks: readonly VerificationCheck[] },
  whole: string,
): string {
  const [worst, ...more] = checks.filter((check) => check.outcome === outcome);
  if (outcome === "pass" || worst === undefined) return plainText(whole, 500);
  const others = more.length === 0 ? "" : ` (and ${more.length} more)`;
  return `${plainText(`${worst.title}: ${worst.detail}`, 500)}${others}`;
}

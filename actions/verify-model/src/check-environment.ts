import { pointerOf, pointerPath } from "@slipway/audit";
import type { LogEntry, PromotedEntry, VerificationCheck } from "@slipway/contracts";
import type { Digest } from "@slipway/kernel";
import type { ReadLog } from "./findings.ts";
import { nameOf, stayWords } from "./words.ts";

const mostNamed = 5;

/** The newest promotion of each model to an environment; none without one. */
export function newestPromotions(
  entries: readonly LogEntry[],
  environment: string | undefined,
): readonly PromotedEntry[] {
  const newest = new Map<string, PromotedEntry>();
  for (const entry of entries) {
    if (entry.type === "promoted" && entry.environment === environment)
      newest.set(entry.model, entry);
  }
  return [...newest.values()];
}

/**
 * Whether the environment should run these bytes now, and which ones otherwise, since when and by whose approval. The
 * log's entries decide; the pointer files, which deployments read, must say the same.
 */
export async function checkEnvironment(
  digest: Digest,
  { environment, model }: { readonly environment: string; readonly model: string | undefined },
  { entries, view }: ReadLog,
): Promise<readonly VerificationCheck[]> {
  const there = newestPromotions(entries, environment).filter(
    (entry) => model === undefined || entry.model === model,
  );
  const running = there.find((entry) => entry.digest.sha256 === digest.sha256);
  const check = { id: "environment", title: `it is what ${environment} should run` };
  if (running === undefined)
    return [{ ...check, outcome: "fail", detail: otherwise(environment, there) }];
  return [
    {
      ...check,
      outcome: "pass",
      detail: `${nameOf(running)} ${stayWords(running)}`,
      entry: running.index,
    },
    await checkPointer(running, view),
  ];
}

function otherwise(environment: string, there: readonly PromotedEntry[]): string {
  if (there.length === 0) return `nothing was ever promoted to ${environment}`;
  const named = there.slice(0, mostNamed).map((entry) => `${nameOf(entry)} ${stayWords(entry)}`);
  const more = there.length > mostNamed ? `; and ${there.length - mostNamed} more models` : "";
  return `${environment} should run ${named.join("; ")}${more}`;
}

async function checkPointer(
  entry: PromotedEntry,
  view: ReadLog["view"],
): Promise<VerificationCheck> {
  const path = pointerPath(entry.environment, entry.model);
  const bytes = (await view.readFiles([path])).get(path);
  const expected = `${JSON.stringify(pointerOf(entry), undefined, 1)}\n`;
  const isSame = bytes !== undefined && new TextDecoder().decode(bytes) === expected;
  return {
    id: "pointer",
    title: `${path} says the same as the log`,
    outcome: isSame ? "pass" : "fail",
    detail: isSame
      ? `it is what entry ${entry.index} wrote`
      : `it was ${bytes === undefined ? "removed" : "changed"} without an entry: whoever deploys by it deploys something else`,
    entry: entry.index,
  };
}

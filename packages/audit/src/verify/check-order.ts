import type { LogEntry } from "@slipway/contracts";
import { parseEntry } from "../entry-bytes.ts";
import { isBefore } from "../entry-order.ts";
import { entryPath } from "../paths.ts";
import type { Problem } from "./findings.ts";
import type { LogCopy } from "./log-copy.ts";

/** Reads every entry; `undefined` stands for one that cannot be read, which is then a problem. */
export function readAllEntries({ checkpoint: { size }, files }: LogCopy): {
  readonly entries: readonly (LogEntry | undefined)[];
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const entries = Array.from({ length: size }, (_, index) => {
    const bytes = files.get(entryPath(index));
    if (bytes === undefined) return undefined;
    const entry = parseEntry(bytes, index);
    if (typeof entry !== "string") return entry;
    problems.push({ entry: index, detail: `entry ${index} cannot be read: ${entry}` });
    return undefined;
  });
  return { entries, problems: [...problems, ...findDisorder(entries)] };
}

function findDisorder(entries: readonly (LogEntry | undefined)[]): Problem[] {
  const problems: Problem[] = [];
  const keys = new Map<string, number>();
  let newest: LogEntry | undefined;
  for (const entry of entries) {
    if (entry === undefined) continue;
    const { index, time, key } = entry;
    if (newest !== undefined && isBefore(time, newest.time)) {
      const detail = `entry ${index} is of ${time}, which lies before entry ${newest.index} of ${newest.time}`;
      problems.push({ entry: index, detail });
    } else newest = entry;
    const same = keys.get(key);
    if (same === undefined) keys.set(key, index);
    else
      problems.push({ entry: index, detail: `entry ${index} repeats the event of entry ${same}` });
  }
  return problems;
}

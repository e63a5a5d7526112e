import { group } from "@actions/core";

/** The client tells every step of a transfer: its lines are folded, so that the log stays readable. */
export async function foldLog<T>(title: string, act: () => Promise<T>): Promise<T> {
  return group(title, act);
}

/** What the client says went wrong, short enough for a message. */
export function reasonOf(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : "unknown reason";
  return text.split("\n")[0]?.slice(0, 300) ?? "";
}

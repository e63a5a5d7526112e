import type { RegistryView } from "./registry-view.ts";

const toleratedSeconds = 60;

/**
 * The time of the artifact's next tag in seconds since 1970: `now`, or one second after its newest tag, since GTO
 * orders by time alone. `behind` says that the newest tag is over a minute ahead of `now`: a clock is wrong.
 */
export function nextTagTime(
  view: RegistryView,
  artifact: string,
  now: number,
): { readonly time: number; readonly behind: boolean } {
  const newest = view.artifacts.get(artifact)?.newestTime ?? 0;
  return { time: Math.max(Math.floor(now), newest + 1), behind: newest - now > toleratedSeconds };
}

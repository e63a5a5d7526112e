import { UserError } from "@slipway/kernel";

const tolerated = 5 * 60_000;

/**
 * The time of a new entry: now, or the time of the entry before it where this clock is up to five minutes behind.
 * @throws UserError SW4308 where it is further behind: soak and history would be wrong
 */
export function entryTime(
  now: string,
  before: string | undefined,
): { readonly time: string; readonly notices: readonly string[] } {
  const behindMs = before === undefined ? 0 : Math.max(0, Date.parse(before) - Date.parse(now));
  if (behindMs === 0 || before === undefined) return { time: now, notices: [] };
  if (behindMs <= tolerated) {
    const notice = `this clock is ${Math.ceil(behindMs / 1000)} s behind the log; the entry has the time of the one before it`;
    return { time: before, notices: [notice] };
  }
  throw new UserError({
    code: "SW4308",
    message: `this machine's clock says ${now}, but the newest entry of the log is of ${before}`,
    remedy:
      "Set the clock of the runner (timedatectl, NTP), then run again. If the entry is the one with the wrong time, the next ones must wait for it.",
  });
}

import { UserError } from "@slipway/kernel";

/**
 * A time as ISO 8601 in UTC. A date alone is the end of that day, so that what happened in it counts; a time without
 * a zone is UTC.
 * @throws UserError SW1001
 */
export function parseTime(text: string): string {
  const [, date = "", time, zone = "Z"] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:\d{2})?)?$/.exec(
      text,
    ) ?? [];
  const day = Date.parse(`${date}T00:00Z`);
  const parsed = new Date(`${date}T${time ?? "23:59:59.999"}${zone}`);
  const isTime = !Number.isNaN(day) && !Number.isNaN(parsed.getTime());
  // 30 February would be read as a day of March.
  if (isTime && new Date(day).toISOString().startsWith(date)) return parsed.toISOString();
  throw new UserError({
    code: "SW1001",
    message: `--at must be a date or a time (it is ${JSON.stringify(text).slice(0, 60)})`,
    remedy: "Write 2026-03-03 (the end of that day in UTC) or 2026-03-03T16:40Z.",
  });
}

import {
  parseFreezeWindow,
  type EnvironmentConfig,
  type FreezeWindow,
  type PromotionRule,
} from "@slipway/contracts";
import { UserError } from "@slipway/kernel";
import { millisOf, sayInstant } from "./instant.ts";

const minute = 60_000;
const week = 7 * 24 * 60 * minute;
/** Monday 1970-01-05, 00:00 UTC. */
const firstMonday = 4 * 24 * 60 * minute;
/** More windows in a row than any calendar needs: they cover every week. */
const mostInRow = 1000;

type Window = { readonly window: FreezeWindow; readonly text: string };
type Span = { readonly from: number; readonly to: number };

/** Whether a moment is frozen: until when (null: without end), by which window; else the window that comes next. */
export type FreezeState =
  | { readonly kind: "frozen"; readonly until: number | null; readonly window: string }
  | { readonly kind: "open"; readonly next: string | undefined };

/** The windows of an environment. @throws UserError SW1202 with the environment and the value that cannot be read */
export function parseFreeze(environment: EnvironmentConfig): readonly Window[] {
  return (environment.freeze ?? []).map(({ from, to, reason }) => {
    const window = parseFreezeWindow({ from, to });
    if (window.kind === "problem")
      throw new UserError({
        code: "SW1202",
        message: `environment "${environment.name}": freeze: ${window.at}: "${(window.at === "from" ? from : to).slice(0, 80)}" ${window.problem}`,
        remedy: "Write both ends as Fri 16:00, as 2026-12-20 or as 2026-12-20T16:00Z; all in UTC.",
      });
    const why = reason === undefined ? "" : `, ${reason.replaceAll("`", "'").slice(0, 200)}`;
    return { window, text: `${from} to ${to}${window.kind === "weekly" ? " UTC" : ""}${why}` };
  });
}

/** How the windows stand at `now`, in milliseconds since 1970. Windows that touch count as one. */
export function freezeAt(windows: readonly Window[], now: number): FreezeState {
  const inside = windows.find(({ window }) => spanAt(window, now) !== undefined);
  if (inside !== undefined)
    return { kind: "frozen", until: endOf(windows, now), window: inside.text };
  const coming = windows
    .map(({ window, text }) => ({ start: nextStart(window, now), text }))
    .filter(({ start }) => start > now)
    .sort((left, right) => left.start - right.start);
  return { kind: "open", next: coming[0]?.text };
}

/** The rule `freeze`. @throws UserError SW1202 */
export function freezeRule(environment: EnvironmentConfig, now: number): PromotionRule {
  const state = freezeAt(parseFreeze(environment), now);
  const rule = { id: "freeze" as const, title: "outside freeze windows" };
  if (state.kind === "open") {
    const next = state.next === undefined ? "no window lies ahead" : `next: ${state.next}`;
    return { ...rule, state: "met", detail: next };
  }
  const end = state.until === null ? "without an end" : `until ${sayInstant(state.until)}`;
  return { ...rule, state: "waiting", detail: `frozen ${end} (${state.window})` };
}

function endOf(windows: readonly Window[], now: number): number | null {
  let end = now;
  for (let step = 0; step < mostInRow; step += 1) {
    const spans = windows.flatMap(({ window }) => spanAt(window, end) ?? []);
    if (spans.length === 0) return end;
    end = Math.max(...spans.map(({ to }) => to));
  }
  return null;
}

/** The occurrence of a window that holds `at`. */
function spanAt(window: FreezeWindow, at: number): Span | undefined {
  const span = window.kind === "once" ? once(window) : weekly(window, at);
  return span.from <= at && at < span.to ? span : undefined;
}

function nextStart(window: FreezeWindow, now: number): number {
  return window.kind === "once" ? once(window).from : weekly(window, now).from + week;
}

function once({ from, to }: Extract<FreezeWindow, { kind: "once" }>): Span {
  return {
    from: millisOf(from.date) + from.minute * minute,
    to: millisOf(to.date) + to.minute * minute,
  };
}

/** The occurrence that began last. */
function weekly({ from, to }: Extract<FreezeWindow, { kind: "weekly" }>, at: number): Span {
  const first = firstMonday + from * minute;
  const start = first + Math.floor((at - first) / week) * week;
  return { from: start, to: start + (((((to - from) * minute) % week) + week) % week) };
}

import { escapeHtml } from "./escape-html.ts";
import { formatChange } from "./format-number.ts";
import { intervalText, type Change } from "./gate-change.ts";

const [width, height, edge] = [300, 26, 9];

/** How a change is drawn: the colour of its verdict, and the largest change that the scale must hold. */
export type PlotStyle = {
  readonly state: "pass" | "warn" | "fail" | "info";
  readonly reach: number;
  readonly about: string;
};

/** How far from zero a change, its interval and its limit reach. */
export function reachOf({ estimate, low, high, margin = 0 }: Change): number {
  return Math.max(Math.abs(estimate), Math.abs(low), Math.abs(high), margin);
}

/** A change with its interval as SVG: better is right, the allowed region is shaded, zero is a solid line. */
export function intervalPlot(change: Change, { state, reach, about }: PlotStyle): string {
  const sign = change.better === "lower" ? -1 : 1;
  const place = (value: number): string => {
    const share = reach > 0 ? (sign * value) / reach : 0;
    return (width / 2 + Math.max(-1, Math.min(1, share)) * (width / 2 - edge) * 0.94).toFixed(1);
  };
  const middle = String(height / 2);
  const [from, to] = [
    place(sign > 0 ? change.low : change.high),
    place(sign > 0 ? change.high : change.low),
  ];
  return [
    `<svg class="iv" viewBox="0 0 ${width} ${height}" role="img"><title>${escapeHtml(about)}</title><desc>${description(change)}</desc>`,
    allowed(change, place),
    `<line class="zero" x1="${place(0)}" x2="${place(0)}" y1="0" y2="${height}"/>`,
    from === to
      ? ""
      : `<line class="ci ${state}" x1="${from}" x2="${to}" y1="${middle}" y2="${middle}"/>`,
    `<circle class="pt ${state}" cx="${place(change.estimate)}" cy="${middle}" r="5"/></svg>`,
  ].join("");
}

function allowed({ margin, better }: Change, place: (value: number) => string): string {
  if (margin === undefined) return "";
  const x = place(better === "lower" ? margin : -margin);
  const shade = (width - edge - Number(x)).toFixed(1);
  return `<rect class="tol" x="${x}" y="2" width="${shade}" height="${height - 4}"/><line class="mar" x1="${x}" x2="${x}" y1="2" y2="${height - 2}"/>`;
}

function description(change: Change): string {
  const { estimate, low, high, margin, better, decimals } = change;
  const interval = low === high ? "" : `, interval ${intervalText(change)}`;
  const limit =
    margin === undefined
      ? ""
      : `, allowed ${formatChange(better === "lower" ? margin : -margin, Math.max(decimals, 2))}`;
  return `Change ${formatChange(estimate, decimals)}${interval}${limit}.`;
}

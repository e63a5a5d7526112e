const minus = "\u2212";

/** A whole number with thousands separators. */
export function formatCount(count: number): string {
  return withSign(Math.round(count), 0, false);
}

/** "1 check", "2 checks"; `plural` where an s is not enough. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}

/** Decimals that show two significant digits of an interval's half width; negative rounds to tens. */
export function decimalsOf(low: number, high: number): number | undefined {
  const half = Math.abs(high - low) / 2;
  if (!(half > 0) || !Number.isFinite(half)) return undefined;
  return Math.min(1 - Math.floor(Math.log10(Number(half.toPrecision(2)))), 10);
}

/** Decimals of a number whose uncertainty is unknown: four significant digits, at most six decimals. */
export function plainDecimals(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return 0;
  const needed = 3 - Math.floor(Math.log10(Math.abs(value)));
  return Math.max(0, Math.min(needed, Math.abs(value) < 0.001 ? 10 : 4));
}

/** The least decimals, from `start` on, at which `value` does not look equal to another limit. */
export function tellApart(value: number, limit: number, start: number): number {
  let decimals = start;
  while (value !== limit && decimals < 10 && rounded(value, decimals) === rounded(limit, decimals))
    decimals += 1;
  return decimals;
}

/** A number at `decimals`, with U+2212 for minus; `undefined` and null are a dash. */
export function formatNumber(value: number | null | undefined, decimals?: number): string {
  return isFigure(value) ? withSign(value, decimals ?? plainDecimals(value), false) : "–";
}

/** A change, with + or U+2212; zero at this rounding has no sign. */
export function formatChange(value: number | null | undefined, decimals?: number): string {
  return isFigure(value) ? withSign(value, decimals ?? plainDecimals(value), true) : "–";
}

/** A share as per cent, for levels and relative limits only: 0.9 is "90 %". */
export function formatPercent(share: number): string {
  return `${formatLimit(share * 100)} %`;
}

/** A limit as its author wrote it, with at most ten significant digits. */
export function formatLimit(limit: number): string {
  const text = String(Number(limit.toPrecision(10)));
  return /e/.test(text)
    ? text.replaceAll("-", minus)
    : withSign(limit, (text.split(".")[1] ?? "").length, false);
}

/** Whether a figure is there and finite. */
export function isFigure(value: number | null | undefined): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function rounded(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}

function withSign(value: number, decimals: number, isChange: boolean): string {
  if (Math.abs(value) >= 1e15) return value.toExponential(3).replaceAll("-", minus);
  const shown = Math.abs(decimals < 0 ? rounded(value, decimals) : value).toFixed(
    Math.max(0, decimals),
  );
  const isZero = !/[1-9]/.test(shown);
  const [whole = "", fraction] = shown.split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  const sign = isZero ? "" : value < 0 ? minus : isChange ? "+" : "";
  return `${sign}${grouped}${fraction === undefined ? "" : `.${fraction}`}`;
}

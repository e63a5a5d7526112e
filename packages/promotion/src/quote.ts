/** A name of foreign origin in backticks, which renderers print as code; cut to 60 characters. */
export function quote(name: string): string {
  const inner = name.replaceAll("`", "'");
  return `\`${inner.length > 60 ? `${inner.slice(0, 59)}…` : inner}\``;
}

/** "a, b and c", with the number of those beyond the first `most`; `last` stands before the last one. */
export function enumerate(
  parts: readonly string[],
  { most = 5, last = "and" }: { readonly most?: number; readonly last?: "and" | "or" } = {},
): string {
  const shown = parts.slice(0, most);
  const more = parts.length - shown.length;
  const all = more > 0 ? [...shown, `${more} more`] : shown;
  const end = all.at(-1) ?? "";
  return all.length < 2 ? end : `${all.slice(0, -1).join(", ")} ${last} ${end}`;
}

/** A table of GitHub's Markdown; cells are escaped, Prettier aligns them. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Text as code, so that Markdown reads nothing into it. */
export function code(text: string): string {
  return `\`${text}\``;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}

/**
 * Replaces what stands between `<!-- generated: NAME -->` and `<!-- end: NAME -->`. Throws where a region has no end,
 * or where nothing makes the content of its name.
 */
export function fillRegions(
  markdown: string,
  contentOf: (name: string) => string | undefined,
): string {
  const starts = [...markdown.matchAll(/<!-- generated: (.+?) -->/g)].map(([, name = ""]) => name);
  return starts.reduce((text, name) => {
    const content = contentOf(name);
    if (content === undefined) throw new Error(`nothing generates the region "${name}"`);
    const [start, end] = [`<!-- generated: ${name} -->`, `<!-- end: ${name} -->`];
    const from = text.indexOf(start) + start.length;
    const to = text.indexOf(end, from);
    if (to < 0) throw new Error(`the region "${name}" has no end`);
    return `${text.slice(0, from)}\n\n${content}\n\n${text.slice(to)}`;
  }, markdown);
}

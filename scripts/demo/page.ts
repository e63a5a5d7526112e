import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Marked } from "marked";

const alerts: Readonly<Record<string, string>> = {
  CAUTION: "Caution",
  WARNING: "Warning",
  NOTE: "Note",
  TIP: "Tip",
  IMPORTANT: "Important",
};

/** A page with GitHub's own style sheet. */
export async function pageOf(title: string, body: string): Promise<string> {
  const resolve = createRequire(import.meta.url).resolve;
  const style = await readFile(resolve("github-markdown-css/github-markdown-light.css"), "utf8");
  const own = await readFile(join(import.meta.dirname, "page.css"), "utf8");
  const head = [
    `<meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${escape(title)}</title>`,
    `<style>${style}\n${own}</style>`,
  ];
  return `<!doctype html><html lang="en">${head.join("")}<main>${body}</main></html>\n`;
}

/** GitHub-flavoured Markdown as HTML. */
export function draw(markdown: string): string {
  const html = new Marked({ gfm: true }).parse(markdown, { async: false });
  return html.replaceAll(/<blockquote>\s*<p>\[!(\w+)\]\s*/g, (whole, word: string) => {
    const title = alerts[word];
    return title === undefined
      ? whole
      : `<blockquote class="alert ${word.toLowerCase()}"><p class="alert-title">${title}</p><p>`;
  });
}

/** A table of plain texts. */
export function drawTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (tag: string, row: readonly string[]) =>
    `<tr>${row.map((cell) => `<${tag}>${escape(cell)}</${tag}>`).join("")}</tr>`;
  const body = rows.map((row) => cells("td", row)).join("");
  return `<table class="facts"><thead>${cells("th", head)}</thead><tbody>${body}</tbody></table>`;
}

/** Text that is no markup. */
export function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

import { counted } from "./format-number.ts";
import { escapeHtml } from "./escape-html.ts";

/** A column's heading and what it holds: text, figures (aligned right), a verdict or a chart. */
export type HtmlColumn = {
  readonly label: string;
  readonly kind?: "n" | "plot" | "limit" | "why" | "badge-cell";
};

/** A table of HTML cells; the column at `rowHeader` names the row. */
export type HtmlTable = {
  readonly caption: string;
  readonly columns: readonly HtmlColumn[];
  readonly rowHeader: number;
  readonly rows: readonly (readonly string[])[];
};

/** More rows than a browser shows quickly are cut here; the evidence file has them all. */
const mostRows = 5000;

/** A table with scopes and labels, so that it can be read aloud and on a narrow screen. */
export function htmlTable({ caption, columns, rowHeader, rows }: HtmlTable): string {
  const head = columns
    .map(
      ({ label, kind }) =>
        `<th scope="col" role="columnheader"${classOf(kind)}>${label === "" ? "Verdict" : escapeHtml(label)}</th>`,
    )
    .join("");
  const body = rows.slice(0, mostRows).map((cells) => {
    const inner = columns.map((column, index) =>
      cell(cells[index] ?? "", column, index === rowHeader),
    );
    return `<tr role="row">${inner.join("")}</tr>`;
  });
  const hidden = rows.length - mostRows;
  const more =
    hidden > 0 ? `<p class="legend">${counted(hidden, "row")} more in the evidence file.</p>` : "";
  return `<table role="table"><caption>${escapeHtml(caption)}</caption><thead role="rowgroup"><tr role="row">${head}</tr></thead><tbody role="rowgroup">\n${body.join("\n")}\n</tbody></table>${more}`;
}

/** A verdict as a sign and a word in its colour. */
export function htmlBadge(mark: {
  readonly emoji: string;
  readonly sign: string;
  readonly word: string;
}): string {
  return `<span class="badge ${stateOf(mark.emoji)}">${mark.sign} ${escapeHtml(mark.word)}</span>`;
}

/** The class of a colour: blocking is red, what only warns is amber, what only tells is grey. */
export function stateOf(emoji: string): "pass" | "warn" | "fail" | "info" {
  if (emoji === "⚪") return "info";
  if (emoji === "🟢") return "pass";
  return emoji === "🟡" ? "warn" : "fail";
}

function cell(html: string, { label, kind }: HtmlColumn, isHeader: boolean): string {
  if (isHeader) return `<th scope="row" role="rowheader"${classOf(kind)}><span>${html}</span></th>`;
  // A cell is one flex item on a narrow screen; an empty one is not shown there.
  const inner = html === "" || kind === "plot" ? html : `<span>${html}</span>`;
  return `<td role="cell" data-label="${escapeHtml(label)}"${classOf(kind)}>${inner}</td>`;
}

function classOf(kind: HtmlColumn["kind"]): string {
  return kind === undefined ? "" : ` class="${kind}"`;
}

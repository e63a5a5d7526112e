import { markdownTable } from "markdown-table";
import type { Block } from "./fit-blocks.ts";
import { markdownOf, summaryOf, type Phrase } from "./phrase.ts";

/** A table whose cells are phrases; `align` has one letter for each column: l or r. */
export type TableText = {
  readonly align: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Phrase[])[];
};

/** A table under a line of text. */
export function tableBlock(priority: number, lead: string, table: TableText): Block {
  const { head, rows } = tableLines(table);
  return { priority, head: lead === "" ? head : `${lead}\n\n${head}`, rows, tail: "" };
}

/** A table that is folded under a summary. */
export function foldedTable(priority: number, summary: Phrase, table: TableText): Block {
  const { head, rows } = tableLines(table);
  return { priority, head: `${openFold(summary)}\n\n${head}`, rows, tail: "\n</details>" };
}

/** Text that is folded under a summary. */
export function foldedText(priority: number, summary: Phrase, text: Phrase): Block {
  return {
    priority,
    head: `${openFold(summary)}\n\n${markdownOf(text)}\n</details>`,
    rows: [],
    tail: "",
  };
}

function openFold(summary: Phrase): string {
  return `<details><summary>${summaryOf(summary)}</summary>`;
}

function tableLines({ align, header, rows }: TableText): { head: string; rows: string[] } {
  const cells = rows.map((row) => row.map((cell) => markdownOf(cell)));
  const lines = markdownTable([[...header], ...cells], {
    align: Array.from(align),
    alignDelimiters: false,
  }).split("\n");
  return { head: lines.slice(0, 2).join("\n"), rows: lines.slice(2) };
}

/** Colours of a terminal; each returns its text unchanged where there are none. */
export type TerminalStyle = Readonly<
  Record<"red" | "green" | "yellow" | "dim" | "bold", (text: string) => string>
>;

/** No colours at all: for logs, files and terminals that do not want them. */
export const plainStyle: TerminalStyle = {
  red: String,
  green: String,
  yellow: String,
  dim: String,
  bold: String,
};

/** A cell: its plain text, where it is aligned, and its colour. */
export type TerminalCell = {
  readonly text: string;
  readonly isRight?: boolean;
  readonly paint?: (text: string) => string;
};

/** Rows under each other, columns parted by two spaces; colours do not count for the width. */
export function alignRows(rows: readonly (readonly TerminalCell[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [index, { text }] of row.entries())
      widths[index] = Math.max(widths[index] ?? 0, displayWidth(text));
  return rows.map((row) =>
    row
      .map((cell, index) => padded(cell, index === row.length - 1 ? 0 : (widths[index] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
}

/** Columns that a text takes: two for East Asian wide characters and emoji, none for combining marks. */
function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{Mn}|\p{Me}|\u200c|\u200d/u.test(character)) continue;
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return width;
}

function padded({ text, isRight = false, paint }: TerminalCell, width: number): string {
  const space = " ".repeat(Math.max(0, width - displayWidth(text)));
  const shown = paint === undefined ? text : paint(text);
  return isRight ? space + shown : shown + space;
}

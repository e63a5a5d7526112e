/** A cell of a CSV file that is overwritten: line as an editor counts it, the header being line 1. */
export type Damage = { readonly line: number; readonly column: string; readonly value: string };

/** What an upstream export might do to flights.csv: 5 empty distances, 4 unknown airports, 3 delays that are no whole numbers. */
export const storyDamages: readonly Damage[] = [
  { line: 52, column: "delay", value: "12.6" },
  { line: 53, column: "delay", value: "late" },
  { line: 17803, column: "delay", value: "n/a" },
  ...[418, 419, 420, 421, 9007].map((line) => ({ line, column: "distance", value: "" })),
  ...[2750, 2751, 2752].map((line) => ({ line, column: "origin", value: "XXA" })),
  { line: 14210, column: "destination", value: "XXA" },
];

/**
 * Overwrites cells of a CSV text without quoted fields; every other byte stays as it is.
 * @throws Error for a line or a column that is not there, or for a value that the cell holds already.
 */
export function damageCsv(text: string, damages: readonly Damage[]): string {
  const lines = text.split("\n");
  const header = (lines[0] ?? "").split(",");
  for (const { line, column, value } of damages) {
    const cells = (lines[line - 1] ?? "").split(",");
    const at = header.indexOf(column);
    if (line < 2 || cells.length !== header.length || (cells[at] ?? value) === value) {
      throw new Error(`line ${line} has no ${column} to damage`);
    }
    cells[at] = value;
    lines[line - 1] = cells.join(",");
  }
  return lines.join("\n");
}

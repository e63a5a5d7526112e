import { counted } from "./format-number.ts";

/** A piece of a document that is kept whole, shortened at a row boundary, or left out. */
export type Block = {
  /** Smaller is kept first; 0 is always kept. */
  readonly priority: number;
  /** Rows beyond these are hidden even where there is room, so that one table cannot crowd out the rest. */
  readonly most?: number;
  readonly head: string;
  readonly rows: readonly string[];
  readonly tail: string;
};

/** A block of plain text. */
export function textBlock(priority: number, text: string): Block {
  return { priority, head: text, rows: [], tail: "" };
}

/** Joins what fits into `limit` bytes of UTF-8, and says what is hidden and that `place` has it. */
export function fitBlocks(blocks: readonly Block[], limit: number, place: string): string {
  const kept = blocks.map((): string | undefined => undefined);
  const order = [...blocks.keys()].sort(
    (a, b) => priorityAt(blocks, a) - priorityAt(blocks, b) || a - b,
  );
  const omission = (count: number): string =>
    `<sub>${counted(count, "part")} hidden, see ${place}.</sub>`;
  let room = limit - utf8Length(omission(blocks.length)) - 2;
  let hidden = 0;
  for (const index of order) {
    const block = blocks[index];
    if (block === undefined) continue;
    const text = fitBlock(block, block.priority === 0 ? Number.POSITIVE_INFINITY : room - 2, place);
    if (text === undefined) hidden += 1;
    else room -= utf8Length(text) + 2;
    kept[index] = text;
  }
  const texts = kept.filter((text) => text !== undefined);
  if (hidden > 0) texts.splice(-1, 0, omission(hidden));
  return texts.join("\n\n");
}

/** Bytes of the text in UTF-8; never fewer than its UTF-16 units, so that one budget holds for both. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    // Each half of a surrogate pair counts for two of its four bytes.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  return bytes;
}

function fitBlock(block: Block, room: number, place: string): string | undefined {
  const { head, rows, tail, most = rows.length } = block;
  const note = (hidden: number): string =>
    hidden === 0 ? "" : `\n\n${counted(hidden, "row")} hidden, see ${place}.`;
  const shown = (count: number): string =>
    [head, ...rows.slice(0, count)].join("\n") + note(rows.length - count) + tail;
  const wished = Math.min(most, rows.length);
  const wish = shown(wished);
  if (utf8Length(wish) <= room) return wish;
  let used = utf8Length(head + note(rows.length) + tail);
  let count = 0;
  for (const row of rows.slice(0, wished)) {
    used += utf8Length(row) + 1;
    if (used > room) break;
    count += 1;
  }
  return count === 0 ? undefined : shown(count);
}

function priorityAt(blocks: readonly Block[], index: number): number {
  return blocks[index]?.priority ?? 0;
}

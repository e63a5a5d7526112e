/** The word of `known` that `typed` was most likely meant to be, or `undefined` where none is near. */
export function nearestWord(typed: string, known: Iterable<string>): string | undefined {
  const wanted = normalised(typed);
  let best: { word: string; distance: number } | undefined;
  for (const word of known) {
    const distance = editDistance(wanted, normalised(word));
    if (best === undefined || distance < best.distance) best = { word, distance };
  }
  const limit = typed.length <= 3 ? 1 : Math.max(2, Math.floor(typed.length / 3));
  return best !== undefined && best.distance <= limit ? best.word : undefined;
}

function normalised(word: string): string {
  return word.slice(0, 64).toLowerCase().replaceAll("_", "-");
}

/** Levenshtein's distance: insertions, deletions and replacements of one character. */
function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}

import { UserError } from "@slipway/kernel";
import { isCollection, isMap, isScalar, LineCounter, parseDocument, type Document } from "yaml";

/** A place in a text file; lines and columns count from 1. */
export type Place = { readonly file: string; readonly line: number; readonly column: number };

/** A parsed YAML or JSON text that still knows where each value stood. */
export type YamlSource = {
  readonly file: string;
  readonly value: unknown;
  /** Where the value at `path` stands; of a missing one, its nearest parent. `key` asks for a map's key itself. */
  placeOf(path: readonly PropertyKey[], key?: string): Place;
};

const maxAliases = 100;

/**
 * Reads YAML 1.2 (and so JSON) strictly: one document, no duplicate keys, a bounded number of aliases.
 * @throws UserError SW1201 with the place of the first mistake
 */
export function parseYaml(text: string, file: string): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
  });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const mistake = document.errors[0];
  if (mistake !== undefined) throw unreadable(at(mistake.pos[0]), mistake.message);
  return {
    file,
    value: toPlain(document, at(0)),
    placeOf: (path, key) => at(offsetOf(document, path, key)),
  };
}

/** `file:line:column`, the form that editors make a link of. */
export function showPlace(place: Place): string {
  return `${place.file}:${place.line}:${place.column}`;
}

function toPlain(document: Document, start: Place): unknown {
  try {
    return document.toJS({ maxAliasCount: maxAliases });
  } catch (cause) {
    throw unreadable(start, cause instanceof Error ? cause.message : "not YAML");
  }
}

function unreadable(place: Place, detail: string): UserError {
  return new UserError({
    code: "SW1201",
    message: `${showPlace(place)}: not valid YAML: ${detail.split("\n")[0] ?? ""}`,
    remedy: "Mend the syntax at that place.",
  });
}

function offsetOf(document: Document, path: readonly PropertyKey[], key?: string): number {
  let node: unknown = document.contents;
  for (const step of path) {
    if (!isCollection(node)) break;
    const next: unknown = node.get(typeof step === "number" ? step : String(step), true);
    if (next === undefined || next === null) break;
    node = next;
  }
  if (key !== undefined && isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
    if (pair !== undefined && isScalar(pair.key)) return pair.key.range?.[0] ?? 0;
  }
  const range = isCollection(node) || isScalar(node) ? node.range : undefined;
  return range?.[0] ?? 0;
}

/** A place in a document, both counted from 1. */
export type Location = { readonly line: number; readonly column: number };

/** A word, number, string or sign of a document; `text` is empty at the end. */
export type GraphqlToken = { readonly text: string; readonly at: Location };

/** A document that cannot be read, and where. */
export class GraphqlSyntaxError extends Error {
  readonly at: Location;

  constructor(token: GraphqlToken) {
    const what = token.text === "" ? "end of file" : `"${token.text}"`;
    super(`Parse error on ${what} at [${token.at.line}, ${token.at.column}]`);
    this.name = "GraphqlSyntaxError";
    this.at = token.at;
  }
}

const ignored = /(?:[\s,\uFEFF]+|#[^\n\r]*)*/y;
const token = /[{}()[\]:!=$]|[_A-Za-z]\w*|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|"(?:\\.|[^"\\\n])*"/y;

/** Cuts a document into tokens, the last of which is the end.
 * @throws GraphqlSyntaxError for signs of fragments, directives and block strings too, which the fake lacks */
export function readTokens(text: string): readonly GraphqlToken[] {
  const tokens: GraphqlToken[] = [];
  let position = skip(text, 0);
  while (position < text.length) {
    token.lastIndex = position;
    const found = token.exec(text)?.[0];
    const at = locationOf(text, position);
    if (found === undefined) throw new GraphqlSyntaxError({ text: text.charAt(position), at });
    tokens.push({ text: found, at });
    position = skip(text, position + found.length);
  }
  return [...tokens, { text: "", at: locationOf(text, position) }];
}

function skip(text: string, position: number): number {
  ignored.lastIndex = position;
  return position + (ignored.exec(text)?.[0].length ?? 0);
}

function locationOf(text: string, position: number): Location {
  const lines = text.slice(0, position).split("\n");
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}

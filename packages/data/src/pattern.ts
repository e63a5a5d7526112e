/** Why a pattern cannot be given the same meaning in every engine. */
export type PatternRefusal = { readonly refused: string };
/** A pattern with the meaning of ECMA-262, written so that RE2, Java and POSIX engines agree on it. */
export type PortablePattern = { readonly pattern: string };

const any = "[^\\n\\r\\x{2028}\\x{2029}]";
const space =
  "\\t\\n\\x{0B}\\f\\r \\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}";
const sets: Readonly<Record<string, string>> = { d: "0-9", w: "0-9A-Za-z_", s: space };
const controls: Readonly<Record<string, string>> = {
  t: "\\t",
  n: "\\n",
  r: "\\r",
  f: "\\f",
  v: "\\x{0B}",
  "0": "\\x{00}",
};
const maxRepeat = 1000;
const maxLength = 2000;

/**
 * Rewrites an ECMA-262 pattern (Unicode mode, no flags) into the subset on which all dialects agree: `.`, `\d`, `\w` and
 * `\s` become explicit sets; look-around, back references, word edges, named groups and properties are refused.
 * The result is meant for a match of the whole value.
 */
export function portablePattern(source: string): PortablePattern | PatternRefusal {
  if (source.length > maxLength) return { refused: `it is longer than ${maxLength} characters` };
  try {
    new RegExp(source);
  } catch {
    return { refused: "it is not a regular expression" };
  }
  try {
    return { pattern: rewrite(source) };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.message };
    throw error;
  }
}

class Refusal extends Error {}

function rewrite(source: string): string {
  let rest = source;
  let out = "";
  while (rest !== "") {
    const [from, to] = nextToken(rest);
    out += to;
    rest = rest.slice(from);
  }
  return out;
}

/** How many UTF-16 units of `rest` the next token takes, and what it becomes. */
function nextToken(rest: string): [number, string] {
  const first = String.fromCodePoint(rest.codePointAt(0) ?? 0);
  if (first === "\\") return escape(rest);
  if (first === "[") return characterClass(rest);
  if (first === "(") return group(rest);
  if (first === "{") return repeat(rest);
  if (first === ".") return [1, any];
  if (")|*+?^$".includes(first)) return [1, first];
  return [first.length, literal(first)];
}

function group(rest: string): [number, string] {
  if (rest.startsWith("(?:")) return [3, "(?:"];
  if (rest.startsWith("(?"))
    throw new Refusal("look-around, named groups and flags are not portable");
  return [1, "(?:"];
}

function repeat(rest: string): [number, string] {
  const found = /^\{(\d+)(,(\d*))?\}/.exec(rest);
  if (found === null) throw new Refusal("a brace must be escaped or be a count such as {2,5}");
  const counts = [Number(found[1]), Number(found[3] === "" ? 0 : (found[3] ?? 0))];
  if (counts.some((count) => count > maxRepeat)) {
    throw new Refusal(`a count above ${maxRepeat} is not portable`);
  }
  return [found[0].length, found[0]];
}

function escape(rest: string): [number, string] {
  const letter = rest[1] ?? "";
  const set = sets[letter.toLowerCase()];
  if (set !== undefined) return [2, letter === letter.toLowerCase() ? `[${set}]` : `[^${set}]`];
  return escapedCharacter(rest);
}

function escapedCharacter(rest: string): [number, string] {
  const letter = String.fromCodePoint(rest.codePointAt(1) ?? 0);
  const control = controls[letter];
  if (control !== undefined) {
    if (letter === "0" && /^\\0\d/.test(rest)) throw new Refusal("octal escapes are not portable");
    return [2, control];
  }
  const code = /^\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4}))/.exec(rest);
  if (code !== null) {
    const point = Number.parseInt(code[1] ?? code[2] ?? "", 16);
    return [code[0].length, literal(String.fromCodePoint(point))];
  }
  if (/[A-Za-z0-9]/.test(letter)) throw new Refusal(`\\${letter} is not portable`);
  return [1 + letter.length, literal(letter)];
}

function characterClass(rest: string): [number, string] {
  const isNegated = rest[1] === "^";
  let at = isNegated ? 2 : 1;
  let members = "";
  let canBeginRange = false;
  while (rest[at] !== "]") {
    const here = rest.slice(at);
    if (here === "") throw new Refusal("a set is not closed");
    if (canBeginRange && /^-(?!\]|\\[dws])/.test(here)) {
      const [length, end] = classMember(here.slice(1));
      members += `-${end}`;
      at += 1 + length;
      canBeginRange = false;
      continue;
    }
    const [length, member] = classMember(here);
    members += member;
    at += length;
    canBeginRange = !/^\\[dws]/.test(here);
  }
  if (members === "") throw new Refusal("an empty set is not portable");
  return [at + 1, `[${isNegated ? "^" : ""}${members}]`];
}

function classMember(rest: string): [number, string] {
  const character = String.fromCodePoint(rest.codePointAt(0) ?? 0);
  if (character !== "\\") return [character.length, literal(character)];
  const letter = rest[1] ?? "";
  const set = sets[letter];
  if (set !== undefined) return [2, set];
  if (letter === "b") return [2, "\\x{08}"];
  if ("DWS".includes(letter)) throw new Refusal(`\\${letter} inside a set is not portable`);
  return escapedCharacter(rest);
}

/** One character as it may stand inside and outside of a set. */
function literal(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  if (point >= 0xd800 && point <= 0xdfff)
    throw new Refusal("half of a surrogate pair is not portable");
  if (/[0-9A-Za-z_]/.test(character)) return character;
  if (point < 0x80) return `\\x{${point.toString(16).toUpperCase().padStart(2, "0")}}`;
  return character;
}

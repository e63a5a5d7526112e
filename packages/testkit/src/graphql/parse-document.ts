import { parseJson, type JsonRecord } from "../http/json.ts";
import { GraphqlSyntaxError, readTokens, type GraphqlToken, type Location } from "./tokens.ts";

/** A value of an argument, once the variables are known; `variable` where it is nothing but one. */
export type GraphqlValue = {
  readonly variable: string | undefined;
  of(variables: JsonRecord): unknown;
};

/** A field that is asked for; `selections` is `null` where none are listed. */
export type GraphqlField = {
  readonly key: string;
  readonly name: string;
  readonly at: Location;
  readonly args: ReadonlyMap<string, GraphqlValue>;
  readonly selections: readonly GraphqlField[] | null;
};

/** A variable that an operation declares, its type as written. */
export type GraphqlVariable = {
  readonly name: string;
  readonly type: string;
  readonly at: Location;
  readonly fallback: GraphqlValue | undefined;
};

/** A query or a mutation. */
export type GraphqlOperation = {
  readonly kind: "query" | "mutation";
  readonly name: string | undefined;
  readonly variables: readonly GraphqlVariable[];
  readonly selections: readonly GraphqlField[];
};

/** Reads the operations of a document: fields, aliases, arguments, variables; neither fragments nor directives.
 * @throws GraphqlSyntaxError */
export function parseDocument(text: string): readonly GraphqlOperation[] {
  const reader = createReader(readTokens(text));
  const operations = [readOperation(reader)];
  while (reader.peek() !== "") operations.push(readOperation(reader));
  return operations;
}

type Reader = {
  peek(): string;
  at(): Location;
  next(): string;
  /** Whether the next token is this one, which is then taken. */
  take(text: string): boolean;
  expect(text: string): void;
  name(): string;
  fail(): never;
};

function createReader(tokens: readonly GraphqlToken[]): Reader {
  let position = 0;
  const current = (): GraphqlToken => {
    return tokens[position] ?? { text: "", at: { line: 1, column: 1 } };
  };
  const fail = (): never => {
    throw new GraphqlSyntaxError(current());
  };
  const next = (): string => {
    const { text } = current();
    position += 1;
    return text;
  };
  const take = (text: string): boolean => {
    const isThere = current().text === text;
    if (isThere) position += 1;
    return isThere;
  };
  return {
    peek: () => current().text,
    at: () => current().at,
    next,
    take,
    expect: (text) => {
      if (!take(text)) fail();
    },
    name: () => (/^[_A-Za-z]/.test(current().text) ? next() : fail()),
    fail,
  };
}

function readOperation(reader: Reader): GraphqlOperation {
  if (reader.peek() === "{") {
    return {
      kind: "query",
      name: undefined,
      variables: [],
      selections: readSelections(reader) ?? [],
    };
  }
  const kind = reader.peek();
  if (kind !== "query" && kind !== "mutation") return reader.fail();
  reader.next();
  const hasName = reader.peek() !== "{" && reader.peek() !== "(";
  const name = hasName ? reader.name() : undefined;
  const variables = reader.take("(") ? readUntil(reader, ")", readVariable) : [];
  return { kind, name, variables, selections: readSelections(reader) ?? reader.fail() };
}

function readVariable(reader: Reader): GraphqlVariable {
  const at = reader.at();
  reader.expect("$");
  const name = reader.name();
  reader.expect(":");
  const type = readType(reader);
  return { name, type, at, fallback: reader.take("=") ? readValue(reader) : undefined };
}

function readType(reader: Reader): string {
  if (!reader.take("[")) return `${reader.name()}${reader.take("!") ? "!" : ""}`;
  const inner = readType(reader);
  reader.expect("]");
  return `[${inner}]${reader.take("!") ? "!" : ""}`;
}

function readSelections(reader: Reader): readonly GraphqlField[] | null {
  if (!reader.take("{")) return null;
  const fields = readUntil(reader, "}", readField);
  return fields.length === 0 ? reader.fail() : fields;
}

function readField(reader: Reader): GraphqlField {
  const at = reader.at();
  const first = reader.name();
  const name = reader.take(":") ? reader.name() : first;
  const args = reader.take("(") ? readUntil(reader, ")", readEntry) : [];
  return { key: first, name, at, args: new Map(args), selections: readSelections(reader) };
}

function readEntry(reader: Reader): readonly [string, GraphqlValue] {
  const name = reader.name();
  reader.expect(":");
  return [name, readValue(reader)];
}

function readValue(reader: Reader): GraphqlValue {
  if (reader.take("$")) {
    const variable = reader.name();
    return { variable, of: (variables) => variables[variable] };
  }
  if (reader.take("[")) {
    const items = readUntil(reader, "]", readValue);
    return {
      variable: undefined,
      of: (variables) => items.map((item) => item.of(variables) ?? null),
    };
  }
  if (reader.take("{")) {
    const entries = readUntil(reader, "}", readEntry);
    return {
      variable: undefined,
      // An entry whose variable was not given is one that was not given.
      of: (variables) => {
        const values = entries.map(([name, value]) => [name, value.of(variables)] as const);
        return Object.fromEntries(values.filter(([, value]) => value !== undefined));
      },
    };
  }
  const constant = constantOf(reader);
  return { variable: undefined, of: () => constant };
}

function constantOf(reader: Reader): unknown {
  const text = reader.peek();
  const isWord = /^[_A-Za-z]/.test(text) && !["true", "false", "null"].includes(text);
  const value = isWord ? text : parseJson(text);
  // Signs are no JSON by themselves.
  if (value === undefined) return reader.fail();
  reader.next();
  return value;
}

function readUntil<Item>(
  reader: Reader,
  end: string,
  read: (reader: Reader) => Item,
): readonly Item[] {
  const items: Item[] = [];
  while (!reader.take(end)) items.push(read(reader));
  return items;
}

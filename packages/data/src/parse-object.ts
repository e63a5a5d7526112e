import { buildChecks, type Constraint } from "./check-builder.ts";
import {
  child,
  complain,
  type Cursor,
  flagOf,
  keysOf,
  listOf,
  sourceOf,
  textOf,
} from "./cursor.ts";
import type { CellForm, ContractObject, KeyColumn } from "./ir.ts";
import { objectKeys, propertyKeys } from "./keywords.ts";
import { readForm, unsupported } from "./property-form.ts";
import { readOptions } from "./property-options.ts";
import { readQuality, valuesOf } from "./quality-checks.ts";
import { readRelationship, type RelationshipContext } from "./relationships.ts";

type Property = {
  readonly cursor: Cursor;
  readonly name: string;
  readonly column: string;
  readonly form: CellForm | undefined;
  readonly formConstraints: readonly Constraint[];
};

/** Reads one object of a contract's schema. `shared` are constraints of the whole contract. */
export function parseObject(
  object: Cursor,
  root: Cursor,
  shared: readonly Constraint[],
): ContractObject {
  const name = textOf(object, "name");
  if (name === undefined) complain(object, "an object needs a name");
  const properties = listOf(object, "properties").map(readProperty);
  const columnOf = (wanted: string): KeyColumn | undefined => {
    const found = properties.find((item) => item.name === wanted || item.column === wanted);
    return found && { column: found.column, form: found.form ?? { type: "string" } };
  };
  const context: RelationshipContext = { root, object: name ?? "", columnOf };
  const constraints = [
    ...shared,
    ...tableConstraints(object, properties),
    ...properties.flatMap((property) => propertyConstraints(property, context)),
    ...keyConstraints(properties),
    ...listOf(object, "relationships").map((item) => readRelationship(item, context)),
    ...listOf(object, "quality").map((item) => readQuality(item, { columnOf })),
    ...unknownKeys(object, objectKeys),
  ];
  return {
    name: name ?? "",
    line: sourceOf(object).line,
    columns: properties.map(({ name: own, column, form }) => ({ name: own, column, form })),
    ...fileForm(object),
    checks: buildChecks(constraints),
  };
}

function readProperty(cursor: Cursor): Property {
  const name = textOf(cursor, "name");
  if (name === undefined) complain(cursor, "a property needs a name");
  const column = textOf(cursor, "physicalName") ?? name ?? "";
  const { form, constraints } = readForm(cursor, column);
  return { cursor, name: name ?? "", column, form, formConstraints: constraints };
}

function tableConstraints(object: Cursor, properties: readonly Property[]): Constraint[] {
  const declared = properties.map(({ column }) => column);
  const source = sourceOf(object);
  const twice = declared.filter((column, index) => declared.indexOf(column) !== index);
  if (twice.length > 0) complain(object, `the property ${twice.join(", ")} is declared twice`);
  // A new column does no harm to those who read the old ones, so that it warns instead of failing.
  return [
    { rule: { kind: "rows" }, source },
    { rule: { kind: "undeclared", declared }, source, severity: "warn" },
  ];
}

function propertyConstraints(property: Property, context: RelationshipContext): Constraint[] {
  const { cursor, column, form } = property;
  const isRequired = flagOf(cursor, "required") || flagOf(cursor, "primaryKey");
  const key: KeyColumn = { column, form: form ?? { type: "string" } };
  const at = (word: string) => sourceOf(cursor, word);
  const found: Constraint[] = [
    { rule: { kind: "column", isRequired }, column, source: at("name") },
  ];
  if (isRequired) {
    const word = flagOf(cursor, "required") ? "required" : "primaryKey";
    found.push({ rule: { kind: "required" }, column, source: at(word) });
  }
  if (flagOf(cursor, "unique")) {
    found.push({ rule: { kind: "unique", key: [key] }, column, source: at("unique") });
  }
  const target = { column, form, columnOf: context.columnOf };
  return [
    ...found,
    ...property.formConstraints,
    ...readOptions(cursor, column, form),
    ...readEnum(cursor, key),
    ...listOf(cursor, "relationships").map((item) => readRelationship(item, context, key)),
    ...listOf(cursor, "quality").map((item) => readQuality(item, target)),
    ...unknownKeys(cursor, propertyKeys, column),
  ];
}

function readEnum(property: Cursor, { column, form }: KeyColumn): Constraint[] {
  if (child(property, "enum").value === undefined) return [];
  const cursor = child(property, "enum");
  // The draft of 3.2 has entries with a value; a plain list of values says the same.
  const items = listOf(property, "enum").map((item) => {
    return typeof item.value === "object" ? child(item, "value").value : item.value;
  });
  const values = valuesOf({ ...cursor, value: items })?.filter((value) => value !== null);
  if (values === undefined || values.length !== items.length || values.length === 0) {
    complain(cursor, "enum needs a list of values");
    return [];
  }
  if (new Set(values).size < values.length) complain(cursor, "enum names a value twice");
  return [{ rule: { kind: "one-of", form, values }, column, source: sourceOf(property, "enum") }];
}

function keyConstraints(properties: readonly Property[]): Constraint[] {
  const parts = properties.filter(({ cursor }) => flagOf(cursor, "primaryKey"));
  const position = ({ cursor }: Property) => {
    const value = child(cursor, "primaryKeyPosition").value;
    return typeof value === "number" && value > 0 ? value : Infinity;
  };
  const sorted = parts.toSorted((left, right) => {
    const [first, second] = [position(left), position(right)];
    return first === second ? (left.column < right.column ? -1 : 1) : first - second;
  });
  const [first] = sorted;
  if (first === undefined) return [];
  const key = sorted.map(({ column, form }) => ({
    column,
    form: form ?? { type: "string" as const },
  }));
  const source = sourceOf(first.cursor, "primaryKey");
  if (key.length === 1) return [{ rule: { kind: "unique", key }, column: first.column, source }];
  return [{ rule: { kind: "unique", key }, source, detail: key.map(({ column }) => column) }];
}

function unknownKeys(cursor: Cursor, known: ReadonlySet<string>, column?: string): Constraint[] {
  return keysOf(cursor)
    .filter((key) => !known.has(key))
    .map((keyword) =>
      unsupported(child(cursor, keyword), { column, keyword, detail: "the key is not known" }),
    );
}

/** `encoding` and `delimiter` among the customProperties say how a CSV file is written. */
function fileForm(object: Cursor): Pick<ContractObject, "encoding" | "delimiter"> {
  const custom = (name: string) =>
    listOf(object, "customProperties").find((item) => child(item, "property").value === name);
  const encoding = custom("encoding");
  const delimiter = custom("delimiter");
  const word = encoding === undefined ? "utf-8" : (textOf(encoding, "value") ?? "").toLowerCase();
  const isLatin = /^(?:latin-?1|iso-?8859-1)$/.test(word);
  if (encoding !== undefined && !isLatin && !/^utf-?8$/.test(word)) {
    complain(encoding, "the encodings that can be read are utf-8 and latin-1");
  }
  const sign = delimiter === undefined ? undefined : textOf(delimiter, "value");
  if (delimiter !== undefined && !/^[,;|\t]$/.test(sign ?? "")) {
    complain(delimiter, "a delimiter must be a comma, a semicolon, a bar or a tab");
  }
  return { encoding: isLatin ? "latin-1" : "utf-8", delimiter: sign };
}

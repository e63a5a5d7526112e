import type { Constraint } from "./check-builder.ts";
import { child, complain, type Cursor, keysOf, listOf, sourceOf, textOf } from "./cursor.ts";
import type { KeyColumn } from "./ir.ts";
import { relationshipKeys } from "./keywords.ts";
import { unsupported } from "./property-form.ts";

/** A property somewhere in the contract: its object and its column in the file. */
type Reference = { readonly object: string; readonly column: string };

/** The object that holds a relationship, and the whole contract to look names up in. */
export type RelationshipContext = {
  readonly root: Cursor;
  readonly object: string;
  readonly columnOf: (name: string) => KeyColumn | undefined;
};

/** Reads a relationship of a property (`key`), or of a whole object where `key` is absent. */
export function readRelationship(
  relationship: Cursor,
  context: RelationshipContext,
  key?: KeyColumn,
): Constraint {
  const column = key?.column;
  const refuse = (detail: string) =>
    unsupported(relationship, { column, keyword: "relationship", detail });
  const type = textOf(relationship, "type") ?? "foreignKey";
  const unknown = keysOf(relationship).filter((name) => !relationshipKeys.has(name));
  demandEnds(relationship, key !== undefined);
  if (type !== "foreignKey" || unknown.length > 0)
    return refuse("only plain foreign keys are checked");
  const targets = referencesOf(child(relationship, "to"), context.root);
  const keys = key === undefined ? ownColumns(child(relationship, "from"), context) : [key];
  const [first] = targets ?? [];
  if (targets === undefined || keys === undefined || first === undefined) {
    return refuse("it names something that is not in this contract, or not as object.property");
  }
  if (targets.length !== keys.length) {
    complain(relationship, "from and to must name equally many properties");
  }
  if (targets.some(({ object }) => object !== first.object)) {
    return refuse("it refers to several objects at once");
  }
  const columns = targets.map((target) => target.column);
  const rule = { kind: "foreign-key" as const, key: keys, object: first.object, columns };
  return {
    rule,
    column: keys.length === 1 ? keys[0]?.column : undefined,
    source: sourceOf(relationship),
    detail: { object: first.object, columns, key: keys.map((part) => part.column) },
  };
}

function demandEnds(relationship: Cursor, isOfProperty: boolean): void {
  const has = (key: string) => child(relationship, key).value !== undefined;
  if (!has("to")) complain(relationship, "a relationship needs to");
  if (!isOfProperty && !has("from"))
    complain(relationship, "a relationship of an object needs from");
  if (isOfProperty && has("from")) {
    complain(relationship, "from is implied in a relationship of a property");
  }
}

function ownColumns(from: Cursor, context: RelationshipContext): KeyColumn[] | undefined {
  const references = referencesOf(from, context.root);
  if (references?.some(({ object }) => object !== context.object) ?? true) return undefined;
  const columns = references?.flatMap(({ column }) => context.columnOf(column) ?? []);
  return columns?.length === references?.length ? columns : undefined;
}

function referencesOf(cursor: Cursor, root: Cursor): Reference[] | undefined {
  const { value } = cursor;
  const texts: unknown[] = Array.isArray(value) ? value : [value];
  const found = texts.flatMap((text) =>
    typeof text === "string" ? (parseReference(text, root) ?? []) : [],
  );
  return found.length === texts.length && found.length > 0 ? found : undefined;
}

/**
 * `object.property` by name, or `schema/id/properties/id` by id. An object of another contract is taken by its name, as a
 * data set of slipway.yaml may have it; a property that this contract should have but has not is `undefined`.
 */
function parseReference(text: string, root: Cursor): Reference | undefined {
  const byId = /^\/?schema\/([^/#]+)\/properties\/([^/#]+)$/.exec(text);
  const byName = /^([^./#]+)\.([^./#]+)$/.exec(text);
  const key = byId === null ? "name" : "id";
  const [, objectWord, propertyWord] = byId ?? byName ?? [];
  if (objectWord === undefined || propertyWord === undefined) return undefined;
  const object = listOf(root, "schema").find((item) => child(item, key).value === objectWord);
  if (object === undefined) {
    return byId === null ? { object: objectWord, column: propertyWord } : undefined;
  }
  const property = listOf(object, "properties").find(
    (item) => child(item, key).value === propertyWord,
  );
  const name = textOf(object, "name");
  const column = property && (textOf(property, "physicalName") ?? textOf(property, "name"));
  return name === undefined || column === undefined ? undefined : { object: name, column };
}

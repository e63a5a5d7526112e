import { isRecord, type JsonRecord } from "../http/json.ts";
import { checkInput, type InputProblem, type InputTypes } from "./input-types.ts";
import { type GraphqlField, type GraphqlOperation } from "./parse-document.ts";
import { GraphqlProblem } from "./problem.ts";

/** A field of a type: what it takes, the object type of its value (scalars have none), how its value is found. */
export type FieldType<Context> = {
  readonly args?: Readonly<Record<string, string>>;
  readonly type?: string;
  resolve(source: unknown, args: JsonRecord, context: Context): unknown;
};

/** The part of GitHub's schema that the fake has; `Query` and `Mutation` are where operations start. */
export type GraphqlSchema<Context> = {
  readonly types: Readonly<Record<string, Readonly<Record<string, FieldType<Context>>>>>;
  readonly inputs: InputTypes;
};

/** What is answered with status 200, whether it went well or not. */
export type GraphqlAnswer = { readonly data?: unknown; readonly errors?: readonly unknown[] };

/** An operation with the values of its variables, and what its fields need. */
export type GraphqlCall<Context> = {
  readonly operation: GraphqlOperation;
  readonly variables: JsonRecord;
  readonly context: Context;
};

/** Checks an operation against the schema, then resolves its fields one after another; one that fails is null. */
export async function execute<Context>(
  schema: GraphqlSchema<Context>,
  call: GraphqlCall<Context>,
): Promise<GraphqlAnswer> {
  const { operation, context } = call;
  const root = operation.kind === "query" ? "Query" : "Mutation";
  const variables = declaredVariables(call);
  const place = { type: root, path: [operation.kind], variables };
  const invalid = checkFields(schema, place, operation.selections);
  if (invalid.length > 0) return { errors: invalid };
  const errors: unknown[] = [];
  const data: Record<string, unknown> = {};
  for (const field of operation.selections) {
    try {
      const resolving = { schema, variables, context };
      data[field.key] = await resolveField(resolving, root, { field, source: {} });
    } catch (error) {
      if (!(error instanceof GraphqlProblem)) throw error;
      const { type, message, extensions } = error;
      const more = extensions === undefined ? {} : { extensions };
      data[field.key] = null;
      errors.push({ type, path: [field.key], ...more, locations: [field.at], message });
    }
  }
  return errors.length === 0 ? { data } : { data, errors };
}

// What the operation does not declare does not reach its fields.
function declaredVariables<Context>({ operation, variables }: GraphqlCall<Context>): JsonRecord {
  const entries = operation.variables.map(({ name, fallback }) => {
    return [name, name in variables ? variables[name] : fallback?.of({})] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

type Place = {
  readonly type: string;
  readonly path: readonly string[];
  readonly variables: JsonRecord;
};

function checkFields<Context>(
  schema: GraphqlSchema<Context>,
  place: Place,
  fields: readonly GraphqlField[],
): readonly unknown[] {
  return fields.flatMap((field) => {
    if (field.name === "__typename") return [];
    const known = schema.types[place.type]?.[field.name];
    const here = { ...place, path: [...place.path, field.key] };
    if (known === undefined) return [undefinedField(here, field)];
    const errors = checkArguments(schema, here, { field, known });
    if ((known.type === undefined) !== (field.selections === null)) {
      const what = known.type === undefined ? "can't" : "must";
      const message = `Field '${field.name}' ${what} have selections`;
      return [...errors, { message, path: here.path, locations: [field.at] }];
    }
    const inner = { ...here, type: known.type ?? "" };
    return [...errors, ...checkFields(schema, inner, field.selections ?? [])];
  });
}

function undefinedField({ type, path }: Place, { name, at }: GraphqlField): unknown {
  return {
    path,
    extensions: { code: "undefinedField", typeName: type, fieldName: name },
    locations: [at],
    message: `Field '${name}' doesn't exist on type '${type}' (fake: it knows a part of the schema)`,
  };
}

function checkArguments<Context>(
  schema: GraphqlSchema<Context>,
  place: Place,
  { field, known }: { field: GraphqlField; known: FieldType<Context> },
): readonly unknown[] {
  const types = known.args ?? {};
  const unknown = [...field.args.keys()].filter((name) => !(name in types));
  const error = (message: string, extensions: JsonRecord) => {
    return { path: place.path, extensions, locations: [field.at], message };
  };
  return [
    ...unknown.map((name) => {
      const extensions = { code: "argumentNotAccepted", argumentName: name };
      return error(`Field '${field.name}' doesn't accept argument '${name}'`, extensions);
    }),
    ...Object.entries(types).flatMap(([name, type]) => {
      const given = field.args.get(name);
      const value = given?.of(place.variables);
      const problems = checkInput(schema.inputs, type, value);
      const what =
        given?.variable === undefined
          ? `Argument '${name}' on Field '${field.name}'`
          : `Variable $${given.variable} of type ${type}`;
      const message = `${what} was provided invalid value${problems.map(describe).join(",")}`;
      return problems.length === 0 ? [] : [error(message, { value: value ?? null, problems })];
    }),
  ];
}

function describe({ path, explanation }: InputProblem): string {
  return path.length === 0 ? ` (${explanation})` : ` for ${path.join(".")} (${explanation})`;
}

type Resolving<Context> = {
  readonly schema: GraphqlSchema<Context>;
  readonly variables: JsonRecord;
  readonly context: Context;
};

async function resolveField<Context>(
  resolving: Resolving<Context>,
  type: string,
  { field, source }: { field: GraphqlField; source: unknown },
): Promise<unknown> {
  if (field.name === "__typename") return type;
  const known = resolving.schema.types[type]?.[field.name];
  const args: Record<string, unknown> = {};
  for (const [name, given] of field.args) args[name] = given.of(resolving.variables);
  const value = await known?.resolve(source, args, resolving.context);
  if (known?.type === undefined || !isRecord(value)) return value ?? null;
  const found: Record<string, unknown> = {};
  for (const inner of field.selections ?? []) {
    found[inner.key] = await resolveField(resolving, known.type, { field: inner, source: value });
  }
  return found;
}

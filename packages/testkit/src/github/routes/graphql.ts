import { execute } from "../../graphql/execute.ts";
import { parseDocument, type GraphqlOperation } from "../../graphql/parse-document.ts";
import { GraphqlSyntaxError } from "../../graphql/tokens.ts";
import { isRecord, textAt, type JsonRecord } from "../../http/json.ts";
import { ok, type Answer, type Call, type Route } from "../call.ts";
import { graphqlSchema } from "../graphql-schema.ts";
import { GitHubProblem } from "../problem.ts";

/** GraphQL: one address for all, status 200 for most of what goes wrong. */
export const graphqlRoute: Route = {
  method: "POST",
  path: "/graphql",
  need: { kind: "token" },
  isWrite: (body) => isMutation(body),
  handle: answer,
};

async function answer(call: Call): Promise<Answer> {
  const query = textAt(call.body, "query");
  if (query === undefined) {
    throw new GitHubProblem(400, "A query attribute must be specified and must be a string.");
  }
  const operations = readOperations(query);
  if (operations instanceof GraphqlSyntaxError) {
    const { message, at } = operations;
    return ok({ errors: [{ message, locations: [at] }] });
  }
  const operation = chosen(operations, call.body);
  if (operation === undefined) {
    const name = textAt(call.body, "operationName");
    const message =
      name === undefined ? "An operation name is required" : `No operation named "${name}"`;
    return ok({ errors: [{ message }] });
  }
  const given = call.body["variables"];
  const variables = isRecord(given) ? given : {};
  return ok(await execute(graphqlSchema, { operation, variables, context: call }));
}

function isMutation(body: JsonRecord): boolean {
  const operations = readOperations(textAt(body, "query") ?? "");
  const isReadable = !(operations instanceof GraphqlSyntaxError);
  return isReadable && chosen(operations, body)?.kind === "mutation";
}

function readOperations(query: string): readonly GraphqlOperation[] | GraphqlSyntaxError {
  try {
    return parseDocument(query);
  } catch (error) {
    if (error instanceof GraphqlSyntaxError) return error;
    throw error;
  }
}

function chosen(
  operations: readonly GraphqlOperation[],
  body: JsonRecord,
): GraphqlOperation | undefined {
  const name = textAt(body, "operationName");
  if (name !== undefined) return operations.find((one) => one.name === name);
  return operations.length === 1 ? operations[0] : undefined;
}

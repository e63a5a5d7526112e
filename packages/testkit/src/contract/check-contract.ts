import { createRequire } from "node:module";
import { join } from "node:path";

import { type LoggedRequest } from "../github/request-log.ts";
import { isRecord, type JsonRecord } from "../http/json.ts";

/** One way in which a logged request or answer differs from GitHub's description. */
export type ContractViolation = {
  readonly requestId: number;
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly side: "request" | "response";
  readonly message: string;
};

/** Checks logged requests against a description; one instance keeps its compiled validators. */
export type ContractChecker = {
  check(entries: readonly LoggedRequest[]): readonly ContractViolation[];
};

/** Where `openapi-backend` and `ajv-formats` are installed, and the pruned description. */
export type ContractOptions = { readonly toolDirectory: string; readonly description: JsonRecord };

/** Loads the validators from `toolDirectory`, so that the workspace does not depend on them. */
export async function createContractChecker(options: ContractOptions): Promise<ContractChecker> {
  const load = createRequire(join(options.toolDirectory, "package.json"));
  const backendModule: unknown = load("openapi-backend");
  const formats: unknown = load("ajv-formats");
  if (!isBackendModule(backendModule) || !isFormatsModule(formats)) {
    throw new Error(`no openapi-backend and ajv-formats in ${options.toolDirectory}`);
  }
  const backend = new backendModule.OpenAPIBackend({
    // The backend resolves references in place.
    definition: structuredClone(options.description),
    quick: true,
    ajvOpts: { strict: false, allErrors: true },
    customizeAjv: (ajv) => {
      formats.default(ajv);
      return ajv;
    },
  });
  await backend.init();
  return { check: (entries) => entries.flatMap((entry) => checkEntry(backend, entry)) };
}

type Operation = {
  readonly operationId: string;
  readonly responses: JsonRecord;
};
type Validation = { readonly errors?: readonly unknown[] | null };
type BackendRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: JsonRecord;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
};
type Backend = {
  init(): Promise<unknown>;
  readonly router: { getOperations(): readonly (Operation & { path: string; method: string })[] };
  readonly validator: {
    validateRequest(request: BackendRequest, operationId: string): Validation;
    validateResponse(body: unknown, operationId: string, status: number): Validation;
  };
};
type BackendOptions = {
  readonly definition: unknown;
  readonly quick: boolean;
  readonly ajvOpts: JsonRecord;
  readonly customizeAjv: (ajv: unknown) => unknown;
};
type BackendModule = { readonly OpenAPIBackend: new (options: BackendOptions) => Backend };
type FormatsModule = { default(ajv: unknown): unknown };

function isBackendModule(value: unknown): value is BackendModule {
  return isRecord(value) && typeof value["OpenAPIBackend"] === "function";
}

// The module is a function that carries itself as `default`.
function isFormatsModule(value: unknown): value is FormatsModule {
  return typeof value === "function" && "default" in value;
}

function checkEntry(backend: Backend, entry: LoggedRequest): readonly ContractViolation[] {
  const { route } = entry;
  if (route === null || route === "/graphql" || entry.status === 0) return [];
  const violation = (side: "request" | "response", message: string): ContractViolation => {
    const { id, method, status } = entry;
    return { requestId: id, method, route, status, side, message };
  };
  const operation = backend.router.getOperations().find((one) => {
    return one.path === route && one.method.toLowerCase() === entry.method.toLowerCase();
  });
  if (operation === undefined) return [violation("request", "GitHub describes no such endpoint")];
  const found: ContractViolation[] = [];
  // What the fake refused, or made fail, may have been wrong on purpose.
  if (entry.status < 400) {
    const { errors } = backend.validator.validateRequest(
      requestOf(entry, route),
      operation.operationId,
    );
    found.push(...(errors ?? []).map((error) => violation("request", describe(error))));
  }
  const isDescribed = String(entry.status) in operation.responses;
  if (!isDescribed && entry.status < 400 && entry.status !== 304) {
    found.push(violation("response", `GitHub describes no status ${entry.status} here`));
  }
  if (isDescribed && entry.responseBody !== undefined && entry.fault !== "status") {
    const { errors } = backend.validator.validateResponse(
      entry.responseBody,
      operation.operationId,
      entry.status,
    );
    found.push(...(errors ?? []).map((error) => violation("response", describe(error))));
  }
  return found;
}

function requestOf(entry: LoggedRequest, route: string): BackendRequest {
  // GitHub takes plain slashes in a path and an empty path for the root folder, its description does not.
  const path = route.replace(/\{([^}]+)\}/g, (_, name: string) => {
    return encodeURIComponent(entry.params[name] ?? "") || ".";
  });
  return {
    method: entry.method,
    path,
    query: entry.query,
    headers: { "content-type": "application/json" },
    ...(entry.requestBody === null ? {} : { body: entry.requestBody }),
  };
}

function describe(error: unknown): string {
  if (!isRecord(error)) return String(error);
  const { instancePath, message, params } = error;
  return `${String(instancePath)} ${String(message)} ${JSON.stringify(params)}`;
}

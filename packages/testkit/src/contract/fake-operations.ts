import { allRoutes } from "../github/routes/index.ts";
import { type OperationName } from "./prune-openapi.ts";

/** The endpoints that the fake answers, by GitHub's own path templates. */
export const fakeOperations: readonly OperationName[] = allRoutes.map(({ method, path }) => {
  return { method, path };
});

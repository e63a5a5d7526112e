import { expect, test } from "vitest";

import { pruneOpenApi } from "../src/index.ts";

const orEmpty = { anyOf: [{ type: "string", format: "uri", default: "" }, { enum: [""] }] };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const description = {
  openapi: "3.0.3",
  info: { title: "Small" },
  paths: {
    "/a": {
      get: { operationId: "a", responses: { 200: { schema: ref("Tree"), examples: { x: 1 } } } },
      post: { operationId: "b" },
    },
    "/b": { get: { operationId: "c" } },
  },
  components: {
    schemas: {
      Tree: { type: "object", properties: { child: ref("Tree"), leaf: ref("Leaf") } },
      Leaf: { nullable: true, oneOf: [{ type: "string", format: "uri", default: "" }] },
      Level: { type: "string" },
      Unused: ref("Level"),
    },
  },
};

test("only the named operations stay, with all that they refer to and without examples", () => {
  const pruned = pruneOpenApi(description, [{ method: "GET", path: "/a" }]);

  expect(pruned).toEqual({
    openapi: "3.0.3",
    info: { title: "Small" },
    paths: { "/a": { get: { operationId: "a", responses: { 200: { schema: ref("Tree") } } } } },
    components: {
      schemas: {
        Tree: { type: "object", properties: { child: ref("Tree"), leaf: ref("Leaf") } },
        Leaf: { anyOf: [{ oneOf: [orEmpty] }, { enum: [null] }] },
      },
    },
  });
});

test("an operation that GitHub does not describe is an error", () => {
  expect(() => pruneOpenApi(description, [{ method: "PUT", path: "/a" }])).toThrow("no PUT /a");
});

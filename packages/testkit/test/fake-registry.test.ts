import { createHash } from "node:crypto";

import { afterEach, beforeEach, expect, test } from "vitest";

import { createFakeRegistry, type FakeRegistry } from "../src/index.ts";

const bytes = Buffer.from("a tarball of some length");
const tarball = "/@duckdb/node-bindings/-/node-bindings-1.0.0.tgz";
let registry: FakeRegistry;

beforeEach(async () => {
  registry = await createFakeRegistry({
    packages: { "@duckdb/node-bindings": { "1.0.0": bytes } },
    token: "secret",
  });
});

afterEach(() => registry.close());

function get(path: string, token = "secret"): Promise<Response> {
  return fetch(`${registry.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
}

test("metadata names the tarball and its integrity, scopes with an encoded slash too", async () => {
  const response = await get("/@duckdb%2Fnode-bindings");

  expect(await response.json()).toEqual({
    name: "@duckdb/node-bindings",
    "dist-tags": { latest: "1.0.0" },
    versions: {
      "1.0.0": {
        name: "@duckdb/node-bindings",
        version: "1.0.0",
        dist: {
          tarball: `${registry.url}${tarball}`,
          shasum: createHash("sha1").update(bytes).digest("hex"),
          integrity: `sha512-${createHash("sha512").update(bytes).digest("base64")}`,
        },
      },
    },
  });
});

test("a tarball comes whole, to those who show the token", async () => {
  const good = await get(tarball);
  const stranger = await get(tarball, "guess");

  expect(Buffer.from(await good.arrayBuffer())).toEqual(bytes);
  expect(stranger.status).toBe(401);
  expect(registry.requests.map((request) => request.status)).toEqual([200, 401]);
});

test("faults spoil one download each: missing, cut off, wrong, then right again", async () => {
  registry.spoil("not-found");
  registry.spoil("truncated");
  registry.spoil("wrong-bytes");

  const missing = await get(tarball);
  const cut = get(tarball).then((response) => response.arrayBuffer());
  await expect(cut).rejects.toThrow();
  const wrong = Buffer.from(await (await get(tarball)).arrayBuffer());
  const right = Buffer.from(await (await get(tarball)).arrayBuffer());

  expect(missing.status).toBe(404);
  expect([wrong.length, wrong.equals(bytes)]).toEqual([bytes.length, false]);
  expect(right).toEqual(bytes);
});

test("a package that it does not have is a 404", async () => {
  expect((await get("/unknown")).status).toBe(404);
});

import { UserError } from "@slipway/kernel";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { provideBinding, type BindingSources } from "../src/index.ts";
import { type Entry, LocalRegistry, packTarball, pinsOf } from "./local-registry.ts";

const binding = Buffer.from("the binding");
const library = Buffer.alloc(100_000, "the library");
const files = { "duckdb.node": binding, "libduckdb.so": library };
const good = packTarball([
  { path: "package/package.json", bytes: Buffer.from("{}") },
  { path: "package/duckdb.node", bytes: binding },
  { path: "package/libduckdb.so", bytes: library },
]);
const pins = pinsOf(good, files);
const tarballPath = "/npm/@duckdb/node-bindings-linux-x64/-/node-bindings-linux-x64-1.0.0.tgz";

let toolCache: string;
let registry: LocalRegistry;

beforeEach(async () => {
  toolCache = mkdtempSync(join(tmpdir(), "tool-cache-"));
  registry = new LocalRegistry((_, response) => response.end(good));
  await registry.start();
});

afterEach(async () => {
  await registry.stop();
  rmSync(toolCache, { recursive: true });
});

function sources(more: Partial<BindingSources> = {}): BindingSources {
  return {
    toolCache,
    registry: () => Promise.resolve({ url: `${registry.url}/npm` }),
    platform: "linux-x64",
    pins,
    pausesMs: [0, 0],
    ...more,
  };
}

/** The error of a try, as its code and message; the tool cache must hold no file after it. */
async function failure(more: Partial<BindingSources> = {}): Promise<string> {
  const error: unknown = await provideBinding(sources(more)).catch((caught: unknown) => caught);
  expect(storedFiles()).toEqual([]);
  return error instanceof UserError ? `${error.code} ${error.message}` : String(error);
}

function storedFiles(): readonly string[] {
  const entries = readdirSync(toolCache, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => !entry.isDirectory()).map((entry) => entry.name);
}

describe("a download", () => {
  test("is unpacked into the tool cache, and the next time nothing is asked", async () => {
    const first = await provideBinding(sources());
    const second = await provideBinding(
      sources({ registry: () => Promise.reject(new Error("no registry is needed")) }),
    );

    expect(second).toBe(first);
    expect(first).toBe(join(toolCache, "slipway-duckdb", "1.0.0", "linux-x64", "duckdb.node"));
    expect(readFileSync(first)).toEqual(binding);
    expect(readdirSync(join(toolCache, "slipway-duckdb", "1.0.0"))).toEqual(["linux-x64"]);
    expect(storedFiles().toSorted()).toEqual(["duckdb.node", "libduckdb.so"]);
    expect(registry.seen).toEqual([{ path: tarballPath, authorization: undefined }]);
  });

  test("repairs a tool cache that was changed", async () => {
    const path = await provideBinding(sources());
    writeFileSync(join(path, "..", "libduckdb.so"), "changed");

    await provideBinding(sources());

    expect(readFileSync(join(path, "..", "libduckdb.so"))).toEqual(library);
    expect(storedFiles()).toHaveLength(2);
  });

  test("can be made by several jobs at once", async () => {
    const paths = await Promise.all([1, 2, 3].map(() => provideBinding(sources())));

    expect(new Set(paths).size).toBe(1);
    expect(storedFiles().toSorted()).toEqual(["duckdb.node", "libduckdb.so"]);
  });

  test("with other bytes is refused, and both hashes are named", async () => {
    const other = packTarball([{ path: "package/duckdb.node", bytes: binding }]);
    registry.answer = (_, response) => response.end(other);

    const message = await failure();

    expect(message).toMatch(/^SW6004 .* the tarball is sha512-.*, pinned is sha512-/);
    expect(message).toContain(pins.packages["linux-x64"].integrity);
  });

  test("that is longer than it may be is cut off", async () => {
    registry.answer = (_, response) => response.end(Buffer.alloc(good.length + 1));

    expect(await failure()).toMatch(/^SW6003 .*larger than it may be/);
  });

  test("whose connection breaks is tried three times", async () => {
    registry.answer = (_, response) => {
      response.writeHead(200, { "content-length": good.length });
      response.write(good.subarray(0, 50), () => response.destroy());
    };

    expect(await failure()).toMatch(/^SW6003 .*the connection failed/);
    expect(registry.seen).toHaveLength(3);
  });

  test("that ends early without a length is refused by its hash", async () => {
    registry.answer = (_, response) => response.end(good.subarray(0, good.length - 20));

    expect(await failure()).toMatch(/^SW6004/);
  });

  test("succeeds when the server recovers", async () => {
    registry.answer = (_, response) =>
      registry.seen.length < 3 ? response.writeHead(503).end() : response.end(good);

    await provideBinding(sources());

    expect(registry.seen).toHaveLength(3);
  });

  test("from a server that says nothing ends", async () => {
    registry.answer = () => undefined;

    expect(await failure({ timeoutMs: 30 })).toMatch(/^SW6003 .*no answer in time/);
  });

  test("from nowhere ends", async () => {
    const nowhere = { url: registry.url };
    await registry.stop();

    expect(await failure({ registry: () => Promise.resolve(nowhere) })).toMatch(
      /^SW6003 .*the connection failed/,
    );
    await registry.start();
  });

  test("that is forbidden is tried once, and the answer is not repeated", async () => {
    registry.answer = (_, response) => response.writeHead(401).end("<b>who are you</b>");

    expect(await failure()).toMatch(/^SW6003 .*it answers with status 401\.$/);
    expect(registry.seen).toHaveLength(1);
  });

  test("that cannot be stored says where", async () => {
    writeFileSync(join(toolCache, "file"), "");

    const trying = provideBinding(sources({ toolCache: join(toolCache, "file") }));

    await expect(trying).rejects.toMatchObject({ code: "SW6006" });
  });
});

describe("a registry that keeps tarballs elsewhere", () => {
  const metadata = (tarball: string) =>
    JSON.stringify({ versions: { "1.0.0": { dist: { tarball } } } });

  test("is asked for the address", async () => {
    registry.answer = (request, response) => {
      if (request.url === "/npm/@duckdb%2fnode-bindings-linux-x64") {
        response.end(metadata(`${registry.url}/files/it.tgz`));
      } else if (request.url === "/files/it.tgz") response.end(good);
      else response.writeHead(404).end();
    };

    await provideBinding(sources());

    expect(registry.seen.map(({ path }) => path)).toEqual([
      tarballPath,
      "/npm/@duckdb%2fnode-bindings-linux-x64",
      "/files/it.tgz",
    ]);
  });

  test.each(["", "{}", metadata("file:///etc/passwd"), metadata("no address")])(
    "and answers %j is not believed",
    async (answer) => {
      registry.answer = (request, response) =>
        request.url?.includes("%2f") ? response.end(answer) : response.writeHead(404).end();

      expect(await failure()).toMatch(
        /^SW6003 .*127.* has no @duckdb\/node-bindings-linux-x64 1\.0\.0\.$/,
      );
    },
  );

  test("does not see the token at another origin", async () => {
    const other = new LocalRegistry((_, response) => response.end(good));
    await other.start();
    registry.answer = (request, response) =>
      request.url?.includes("%2f")
        ? response.end(metadata(`${other.url}/it.tgz`))
        : response.writeHead(404).end();

    await provideBinding(
      sources({
        registry: () => Promise.resolve({ url: registry.url, authorization: "Bearer secret" }),
      }),
    );

    expect(registry.seen.map(({ authorization }) => authorization)).toEqual([
      "Bearer secret",
      "Bearer secret",
    ]);
    expect(other.seen).toEqual([{ path: "/it.tgz", authorization: undefined }]);
    await other.stop();
  });
});

test("a token goes over https and to loopback, never over plain http to another host", async () => {
  const sent: string[] = [];
  const fake: typeof fetch = (input, init) => {
    sent.push(new Headers(init?.headers).get("authorization") ?? "nothing");
    const url = input instanceof Request ? input.url : input.toString();
    return Promise.resolve(new Response(url.endsWith(".tgz") ? good : "{}"));
  };

  for (const url of ["https://registry.test", "http://localhost:1", "http://registry.test"]) {
    rmSync(join(toolCache, "slipway-duckdb"), { recursive: true, force: true });
    const from = () => Promise.resolve({ url, authorization: "Bearer secret" });
    await provideBinding(sources({ fetch: fake, registry: from }));
  }

  expect(sent).toEqual(["Bearer secret", "Bearer secret", "nothing"]);
});

describe("an archive whose hash is pinned but whose content is hostile", () => {
  const sound: readonly Entry[] = [
    { path: "package/duckdb.node", bytes: binding },
    { path: "package/libduckdb.so", bytes: library },
  ];

  test("leaves nothing outside the folder", async () => {
    const evil = Buffer.from("evil");
    const tarball = packTarball([
      { path: "../../../evil", bytes: evil },
      { path: "package/../../evil", bytes: evil },
      { path: "/tmp/evil", bytes: evil },
      { path: "package/duckdb.node/../evil", bytes: evil },
      ...sound,
    ]);
    registry.answer = (_, response) => response.end(tarball);

    await provideBinding(sources({ pins: pinsOf(tarball, files) }));

    expect(storedFiles().toSorted()).toEqual(["duckdb.node", "libduckdb.so"]);
  });

  test.each([
    ["a link in place of a file", [{ ...sound[0], type: "2" }, sound[1]], "not a plain file"],
    ["a file with other bytes", [{ path: "package/duckdb.node", bytes: library }, sound[1]], "not"],
    ["no library", [sound[0]], "missing"],
  ])("is refused for %s", async (_, entries, reason) => {
    const whole = entries.map((entry) => ({ path: "", bytes: binding, ...entry }));
    const tarball = packTarball(whole);
    registry.answer = (_request, response) => response.end(tarball);

    const message = await failure({ pins: pinsOf(tarball, files) });

    expect(message).toContain("SW6004");
    expect(message).toContain(reason);
  });
});

describe("a folder of the user's", () => {
  test("is used without any network", async () => {
    const bindingFolder = join(await provideBinding(sources()), "..");
    registry.seen.length = 0;

    const path = await provideBinding(sources({ bindingFolder, toolCache: "/nowhere" }));

    expect(path).toBe(join(bindingFolder, "duckdb.node"));
    expect(registry.seen).toEqual([]);
  });

  test("with another file is refused with both hashes, and without one by name", async () => {
    const bindingFolder = mkdtempSync(join(tmpdir(), "given-"));
    const empty = await failure({ bindingFolder });
    writeFileSync(join(bindingFolder, "duckdb.node"), "another");

    const other = await failure({ bindingFolder });

    expect(empty).toMatch(/^SW6002 .*duckdb\.node is missing/);
    expect(other).toMatch(
      /^SW6002 .*duckdb\.node has SHA-256 [0-9a-f]{64}, pinned is [0-9a-f]{64}/,
    );
    rmSync(bindingFolder, { recursive: true });
  });
});

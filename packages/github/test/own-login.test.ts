import { listenOnLoopback, type LoopbackServer } from "@slipway/testkit";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

const asked: string[] = [];
let server: LoopbackServer;

beforeAll(async () => {
  // The fake GitHub has no GraphQL; this is how GitHub answers the token of an installed app.
  server = await listenOnLoopback(({ method, path }) => {
    asked.push(`${method} ${path}`);
    const known = path === "/graphql";
    const body = known
      ? { data: { viewer: { login: "acme-models[bot]" } } }
      : { message: "Resource not accessible by integration" };
    const headers = { "content-type": "application/json" };
    const status = known ? 200 : 403;
    return Promise.resolve({ kind: "answer", status, headers, body: JSON.stringify(body) });
  });
  // The adapter fixes the address of the API when it is loaded.
  vi.stubEnv("GITHUB_API_URL", server.url);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

test("the token of an app knows its own comments by the app's name, asked for once", async () => {
  const { connect, githubComments } = await import("../src/index.ts");
  const traced: string[] = [];
  const comments = githubComments(
    connect({
      token: "ghs_app",
      repository: "octo/model",
      tell: () => undefined,
      trace: (line) => traced.push(line),
      secondMs: 1,
    }),
  );
  const by = (author: string) => comments.wrote({ id: 1, body: "", author, url: "" });

  const found = [await by("acme-models[bot]"), await by("mallory"), await by("other[bot]")];

  expect(found).toEqual([true, false, false]);
  expect(asked).toEqual(["GET /user", "POST /graphql"]);
  expect(traced.join("\n")).toMatch(/GET \/user - 403/);
});

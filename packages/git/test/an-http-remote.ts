import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { dirname } from "node:path";
import { onTestFinished } from "vitest";
import { git } from "./a-remote.ts";

/** What a request asks for, and every header of authorization that it has. */
export type SeenRequest = { readonly path: string; readonly authorization: readonly string[] };

/** How a request is answered: as git does, with a status, or as git does with nothing of it coming back. */
export type Judge = (request: SeenRequest) => "serve" | "apply-and-break" | number;

/** Serves a bare repository over HTTP on loopback, through git's own backend. */
export async function anHttpRemote(
  remote: string,
  judge: Judge = () => "serve",
): Promise<{ url: string; requests: SeenRequest[]; close: () => Promise<void> }> {
  git(remote, "config", "http.receivepack", "true");
  const requests: SeenRequest[] = [];
  const server = createServer((request, response) => {
    const seen = { path: request.url ?? "", authorization: authorizationOf(request) };
    requests.push(seen);
    void answer({ remote, request, response }, judge(seen));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port was bound");
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  onTestFinished(close);
  return { url: `http://127.0.0.1:${address.port}/remote.git`, requests, close };
}

function authorizationOf({ rawHeaders }: IncomingMessage): readonly string[] {
  return rawHeaders.filter((_, index) => rawHeaders[index - 1]?.toLowerCase() === "authorization");
}

type Exchange = {
  readonly remote: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
};

async function answer(exchange: Exchange, verdict: ReturnType<Judge>): Promise<void> {
  const { request, response } = exchange;
  if (typeof verdict === "number") {
    request.resume();
    response.writeHead(verdict).end();
    return;
  }
  const said = await backend(exchange);
  if (verdict === "apply-and-break") {
    response.destroy();
    return;
  }
  const end = said.indexOf("\r\n\r\n");
  const headers = said.toString("latin1", 0, end).split("\r\n");
  const pairs = headers.map((line): [string, string] => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  const status = pairs.find(([name]) => name === "Status")?.[1] ?? "200";
  response.writeHead(
    Number.parseInt(status, 10),
    pairs.filter(([name]) => name !== "Status").flat(),
  );
  response.end(said.subarray(end + 4));
}

async function backend({ remote, request }: Exchange): Promise<Buffer> {
  const [path = "", query = ""] = (request.url ?? "").split("?");
  const child = spawn("git", ["http-backend"], {
    env: {
      PATH: process.env["PATH"] ?? "",
      GIT_PROJECT_ROOT: dirname(remote),
      GIT_HTTP_EXPORT_ALL: "1",
      PATH_INFO: path,
      QUERY_STRING: query,
      REQUEST_METHOD: request.method ?? "GET",
      CONTENT_TYPE: request.headers["content-type"] ?? "",
      HTTP_CONTENT_ENCODING: request.headers["content-encoding"] ?? "",
      GIT_PROTOCOL: String(request.headers["git-protocol"] ?? ""),
    },
    stdio: ["pipe", "pipe", "ignore"],
  });
  request.pipe(child.stdin);
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  await once(child, "close");
  return Buffer.concat(chunks);
}

import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { inspect } from "node:util";

/** One request as a fake sees it: read whole, path neither decoded nor normalised. */
export type Exchange = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
};

/** What a fake sends back: an answer, one that breaks off after `sentBytes`, or a reset connection. */
export type Reply =
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | Uint8Array;
      readonly sentBytes?: number;
    }
  | { readonly kind: "reset" };

/** A server on 127.0.0.1 at a free port; `close` also ends connections that are kept alive. */
export type LoopbackServer = { readonly url: string; close(): Promise<void> };

/** Starts a server on 127.0.0.1 that answers by `answer`; what `answer` throws is a 500 with "fake:". */
export async function listenOnLoopback(
  answer: (exchange: Exchange) => Promise<Reply>,
): Promise<LoopbackServer> {
  const server = createServer((request, response) => {
    void readExchange(request)
      .then(answer)
      .catch((error: unknown): Reply => {
        return { kind: "answer", status: 500, body: `fake: bug in the fake: ${inspect(error)}` };
      })
      .then((reply) => send(response, reply));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port was bound");
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function readExchange(request: IncomingMessage): Promise<Exchange> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) {
    if (chunk instanceof Uint8Array) chunks.push(chunk);
  }
  const target = request.url ?? "/";
  const mark = target.indexOf("?");
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return {
    method: request.method ?? "GET",
    path: mark < 0 ? target : target.slice(0, mark),
    query: new URLSearchParams(mark < 0 ? "" : target.slice(mark + 1)),
    headers,
    bytes: Buffer.concat(chunks),
  };
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply.kind === "reset") {
    response.destroy();
    return;
  }
  const body = Buffer.from(reply.body ?? "");
  const hasBody = reply.status !== 204 && reply.status !== 304;
  const length = hasBody ? { "content-length": String(body.byteLength) } : {};
  response.writeHead(reply.status, { ...length, ...reply.headers });
  if (!hasBody) {
    response.end();
  } else if (reply.sentBytes === undefined) {
    response.end(body);
  } else {
    response.write(body.subarray(0, reply.sentBytes), () => response.destroy());
  }
}

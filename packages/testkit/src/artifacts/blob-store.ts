import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

import { type Exchange, type Reply } from "../http/loopback-server.ts";

/** How a blob is served: its type and the name under which a browser would save it. */
export type BlobMeta = { readonly mimeType: string; readonly fileName: string };

/** Bytes behind signed addresses that expire after a minute, like the storage behind GitHub. */
export type BlobStore = {
  /** A new, empty blob; returns its id. */
  create(meta: BlobMeta): string;
  write(id: string, bytes: Uint8Array): void;
  read(id: string): Buffer | undefined;
  /** An address that allows reading, or writing, until it expires. */
  signedUrl(id: string, access: "r" | "w"): string;
  /** Answers a request under `/_blobs/`. */
  answer(exchange: Exchange): Reply;
};

type Blob = { readonly meta: BlobMeta; readonly blocks: Map<string, Buffer>; bytes: Buffer | null };

const prefix = "/_blobs/";
const lifetimeMs = 60_000;

/** A store with nothing in it; `baseUrl` is asked late, since the port is not known at first. */
export function createBlobStore(baseUrl: () => string, now: () => Date): BlobStore {
  const blobs = new Map<string, Blob>();
  const key = randomBytes(32);
  const sign = (id: string, access: string, expiry: string): string => {
    return createHmac("sha256", key).update(`${id} ${access} ${expiry}`).digest("hex");
  };
  const isSigned = (id: string, query: URLSearchParams): boolean => {
    const expiry = query.get("se") ?? "";
    const expected = Buffer.from(sign(id, query.get("sp") ?? "", expiry));
    const given = Buffer.from(query.get("sig") ?? "");
    return expected.length === given.length && timingSafeEqual(expected, given);
  };
  return {
    create: (meta) => {
      const id = randomBytes(12).toString("hex");
      blobs.set(id, { meta, blocks: new Map(), bytes: null });
      return id;
    },
    write: (id, bytes) => {
      const blob = blobs.get(id);
      if (blob !== undefined) blob.bytes = Buffer.from(bytes);
    },
    read: (id) => blobs.get(id)?.bytes ?? undefined,
    signedUrl: (id, access) => {
      const expiry = new Date(now().getTime() + lifetimeMs).toISOString();
      const query = new URLSearchParams({ se: expiry, sp: access, sig: sign(id, access, expiry) });
      return `${baseUrl()}${prefix}${id}?${query.toString()}`;
    },
    answer: (exchange) => {
      const id = exchange.path.slice(prefix.length);
      const blob = blobs.get(id);
      const access = exchange.method === "GET" ? "r" : "w";
      const isLive = new Date(exchange.query.get("se") ?? 0) > now();
      const isAllowed = exchange.query.get("sp") === access && isSigned(id, exchange.query);
      if (blob === undefined) return refuse(404, "BlobNotFound");
      if (!isAllowed || !isLive) return refuse(403, "AuthenticationFailed");
      return exchange.method === "GET" ? serve(blob) : store(blob, exchange);
    },
  };
}

function serve(blob: Blob): Reply {
  if (blob.bytes === null) return refuse(404, "BlobNotFound");
  const name = encodeURIComponent(blob.meta.fileName);
  const headers = {
    "content-type": blob.meta.mimeType,
    "content-disposition": `attachment; filename="${name}"; filename*=UTF-8''${name}`,
  };
  return { kind: "answer", status: 200, headers, body: blob.bytes };
}

function store(blob: Blob, exchange: Exchange): Reply {
  if (exchange.method !== "PUT") return refuse(405, "UnsupportedHttpVerb");
  const part = exchange.query.get("comp");
  if (part === "block") {
    blob.blocks.set(exchange.query.get("blockid") ?? "", exchange.bytes);
  } else if (part === "blocklist") {
    const list = exchange.bytes.toString().matchAll(/<(?:Latest|Uncommitted)>([^<]*)</g);
    const blocks = [...list].map((match) => blob.blocks.get(match[1] ?? ""));
    const known = blocks.filter((block) => block !== undefined);
    if (known.length !== blocks.length) return refuse(400, "InvalidBlockList");
    blob.bytes = Buffer.concat(known);
  } else {
    blob.bytes = exchange.bytes;
  }
  const etag = createHash("sha256").update(exchange.bytes).digest("hex").slice(0, 16);
  const headers = { etag: `"0x${etag}"`, "last-modified": new Date(0).toUTCString() };
  return { kind: "answer", status: 201, headers };
}

function refuse(status: number, code: string): Reply {
  const body = `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`;
  const headers = { "content-type": "application/xml", "x-ms-error-code": code };
  return { kind: "answer", status, headers, body };
}

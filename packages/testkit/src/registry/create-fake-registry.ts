import { createHash } from "node:crypto";

import { listenOnLoopback, type Exchange, type Reply } from "../http/loopback-server.ts";

/** What goes wrong with a tarball: not found, cut off half-way, one byte changed, or a server error. */
export type RegistryFault = "not-found" | "truncated" | "wrong-bytes" | "server-error";

/** Tarballs by package and version; with `token`, requests must carry it as a bearer. */
export type FakeRegistryOptions = {
  readonly packages: Readonly<Record<string, Readonly<Record<string, Uint8Array>>>>;
  readonly token?: string;
};

/** One request that the registry answered. */
export type RegistryRequest = {
  readonly method: string;
  readonly path: string;
  readonly status: number;
};

/** An npm registry on loopback. */
export type FakeRegistry = {
  /** The address without a final slash. */
  readonly url: string;
  readonly requests: readonly RegistryRequest[];
  /** Spoils the next `times` (default 1) downloads of tarballs; metadata stays right. */
  spoil(fault: RegistryFault, times?: number): void;
  close(): Promise<void>;
};

type Tarball = { readonly name: string; readonly version: string; readonly bytes: Buffer };

/** Starts a registry that serves metadata with integrity hashes at `/NAME` and tarballs at `/NAME/-/FILE`. */
export async function createFakeRegistry(options: FakeRegistryOptions): Promise<FakeRegistry> {
  const tarballs: readonly Tarball[] = Object.entries(options.packages).flatMap(
    ([name, versions]) => {
      return Object.entries(versions).map(([version, bytes]) => {
        return { name, version, bytes: Buffer.from(bytes) };
      });
    },
  );
  const requests: RegistryRequest[] = [];
  const faults: RegistryFault[] = [];
  let url = "";
  const answer = (exchange: Exchange): Reply => {
    const path = decodeURIComponent(exchange.path);
    const bearer = exchange.headers["authorization"];
    if (options.token !== undefined && bearer !== `Bearer ${options.token}`) {
      return json(401, { error: "authentication required" });
    }
    const tarball = tarballs.find((one) => path === tarballPath(one));
    if (tarball !== undefined) return download(tarball, faults.shift());
    const versions = tarballs.filter((one) => path === `/${one.name}`);
    return versions.length > 0 ? json(200, metadata(url, versions)) : notFound();
  };
  const server = await listenOnLoopback((exchange) => {
    const reply = answer(exchange);
    const status = reply.kind === "answer" ? reply.status : 0;
    requests.push({ method: exchange.method, path: exchange.path, status });
    return Promise.resolve(reply);
  });
  url = server.url;
  return {
    url,
    requests,
    spoil: (fault, times = 1) => {
      for (let index = 0; index < times; index += 1) faults.push(fault);
    },
    close: () => server.close(),
  };
}

function tarballPath({ name, version }: Tarball): string {
  return `/${name}/-/${name.split("/").at(-1) ?? name}-${version}.tgz`;
}

function metadata(url: string, versions: readonly Tarball[]): unknown {
  const name = versions[0]?.name ?? "";
  const entries = versions.map((tarball) => {
    const hash = (algorithm: string) => createHash(algorithm).update(tarball.bytes);
    const dist = {
      tarball: `${url}${tarballPath(tarball)}`,
      shasum: hash("sha1").digest("hex"),
      integrity: `sha512-${hash("sha512").digest("base64")}`,
    };
    return [tarball.version, { name, version: tarball.version, dist }] as const;
  });
  return {
    name,
    "dist-tags": { latest: versions.at(-1)?.version },
    versions: Object.fromEntries(entries),
  };
}

function download({ bytes }: Tarball, fault: RegistryFault | undefined): Reply {
  if (fault === "not-found") return notFound();
  if (fault === "server-error") return json(503, { error: "service unavailable" });
  const body = Buffer.from(bytes);
  if (fault === "wrong-bytes")
    body.writeUInt8(body.readUInt8(body.length - 1) ^ 1, body.length - 1);
  const cut = fault === "truncated" ? { sentBytes: Math.floor(body.length / 2) } : {};
  const headers = { "content-type": "application/octet-stream" };
  return { kind: "answer", status: 200, headers, body, ...cut };
}

function notFound(): Reply {
  return json(404, { error: "not_found" });
}

function json(status: number, body: unknown): Reply {
  const headers = { "content-type": "application/json" };
  return { kind: "answer", status, headers, body: JSON.stringify(body) };
}

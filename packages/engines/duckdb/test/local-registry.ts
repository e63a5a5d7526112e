import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import type { PinnedPackage, Pins } from "../src/pins.ts";

/** A request that the server saw: its path, and its `authorization`. */
export type Seen = { readonly path: string; readonly authorization: string | undefined };

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A registry on loopback that answers as it is told, and remembers what it was asked. */
export class LocalRegistry {
  answer: Answer;
  readonly seen: Seen[] = [];
  url = "";
  private readonly server = createServer((request, response) => {
    const { authorization } = request.headers;
    this.seen.push({ path: request.url ?? "", authorization });
    this.answer(request, response);
  });

  constructor(answer: Answer) {
    this.answer = answer;
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    const address = this.server.address();
    this.url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** An entry of a tarball under construction; `type` is tar's flag, a plain file unless given. */
export type Entry = { readonly path: string; readonly bytes: Uint8Array; readonly type?: string };

/** Packs entries the way npm does. */
export function packTarball(entries: readonly Entry[]): Buffer {
  const blocks = entries.flatMap(({ path, bytes, type }) => {
    const header = Buffer.alloc(512);
    header.write(path, 0, 100);
    header.write("0000644\0", 100);
    header.write(`${bytes.length.toString(8).padStart(11, "0")}\0`, 124);
    header.write("        ", 148);
    header.write(type ?? "0", 156);
    header.write("ustar\u000000", 257);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
    return [header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]), { level: 1 });
}

/** Pins under which every platform is the package of `tarball` with these files. */
export function pinsOf(tarball: Buffer, files: Readonly<Record<string, Uint8Array>>): Pins {
  const pinned: PinnedPackage = {
    integrity: `sha512-${createHash("sha512").update(tarball).digest("base64")}`,
    tarballBytes: tarball.length,
    files: Object.entries(files).map(([name, bytes]) => ({
      name,
      sizeBytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    })),
  };
  return {
    version: "1.0.0",
    packages: {
      "darwin-arm64": pinned,
      "darwin-x64": pinned,
      "linux-arm64": pinned,
      "linux-arm64-musl": pinned,
      "linux-x64": pinned,
      "linux-x64-musl": pinned,
      "win32-arm64": pinned,
      "win32-x64": pinned,
    },
  };
}

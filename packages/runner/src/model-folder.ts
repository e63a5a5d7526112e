import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { UserError } from "@slipway/kernel";
import type { ModelFolder } from "@slipway/ports";

/** The files of a model's folder; `locate` turns a path of the workspace into an absolute one. */
export function modelFolder(locate: (path: string) => string): ModelFolder {
  return {
    read: async (path) => {
      const root = locate(path);
      const found = await stat(root).catch(() => undefined);
      if (found === undefined) return undefined;
      const entries = await readdir(root, { recursive: true, withFileTypes: true });
      const files: { name: string; digest: { sha256: string }; sizeBytes: number }[] = [];
      for (const entry of entries) {
        if (entry.isDirectory()) continue;
        const absolute = join(entry.parentPath, entry.name);
        const name = relative(root, absolute).split(sep).join("/");
        if (!entry.isFile()) throw noFile(path, name);
        files.push({ name, ...(await hashOf(absolute)) });
      }
      return files;
    },
  };
}

async function hashOf(path: string) {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    if (!(chunk instanceof Uint8Array)) continue;
    hash.update(chunk);
    sizeBytes += chunk.length;
  }
  return { digest: { sha256: hash.digest("hex") }, sizeBytes };
}

function noFile(path: string, name: string): UserError {
  return new UserError({
    code: "SW4102",
    message: `${path}: ${JSON.stringify(name.slice(0, 200))} is a link or a special file, which no signature covers`,
    remedy: "Put the file itself into the model's folder.",
  });
}

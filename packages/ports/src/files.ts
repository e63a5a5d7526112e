import type { Subject } from "@slipway/contracts";

/** Files that a job may read and write. Paths are relative to the workspace, with `/` between their parts. */
export interface Files {
  /** Reads UTF-8 text. @throws UserError SW1301 where it is missing or unreadable, SW1302 where it leads out */
  readText(path: string): Promise<string>;
  /** The first `limit` bytes. @throws UserError SW1301, SW1302 */
  readBytes(path: string, limit: number): Promise<Uint8Array>;
  /** Reads a file piece by piece. @throws UserError SW1301, SW1302 */
  stream(path: string): AsyncIterable<Uint8Array>;
  /** Whether a file is there. @throws UserError SW1302 */
  exists(path: string): Promise<boolean>;
  /** The files that a path or a glob names, sorted by name; empty where there are none. @throws UserError SW1302 */
  list(pattern: string): Promise<readonly string[]>;
  /** Name, SHA-256 and size of a file. @throws UserError SW1301, SW1302 */
  describe(path: string): Promise<Subject>;
  /** The absolute path, for an engine. @throws UserError SW1302 */
  readonly locate: (path: string) => string;
  /** Writes a whole file, or nothing of it. @throws UserError SW1302, SW1304 */
  write(path: string, content: string | Uint8Array): Promise<void>;
}

import type { Platform } from "./platform.ts";

/** A file of a platform package: its name inside the folder, its size and its digest. */
export type PinnedFile = {
  readonly name: string;
  readonly sizeBytes: number;
  readonly sha256: string;
};

/** A platform package: the digest of its tarball as npm writes it (`sha512-…`), and the files that are needed of it. */
export type PinnedPackage = {
  readonly integrity: string;
  readonly tarballBytes: number;
  readonly files: readonly PinnedFile[];
};

/** The version of DuckDB's packages, and what each platform's package must be. */
export type Pins = {
  readonly version: string;
  readonly packages: Readonly<Record<Platform, PinnedPackage>>;
};

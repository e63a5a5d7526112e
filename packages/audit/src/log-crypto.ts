/** The two primitives of the log, SHA-256 and Ed25519 (RFC 8032), over raw bytes; handed in, since domain code imports none. */
export type LogCrypto = {
  readonly sha256: (bytes: Uint8Array) => Uint8Array;
  /** The 32 bytes of the public key of a 32-byte seed. */
  readonly publicKeyOf: (seed: Uint8Array) => Uint8Array;
  /** The 64 bytes of the signature of `message`. */
  readonly sign: (seed: Uint8Array, message: Uint8Array) => Uint8Array;
  readonly verify: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;
};

/** Reads files of the log by path, all of them at once; a path that is not there is not in the map. */
export type ReadFiles = (paths: readonly string[]) => Promise<ReadonlyMap<string, Uint8Array>>;

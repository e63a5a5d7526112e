import {
  appendEntry,
  generateLogKey,
  openLog,
  parseSignerKey,
  type Log,
  type SignerKey,
} from "../src/index.ts";
import type { LogEntry, PromotedEntry, RefusedEntry, RegisteredEntry } from "@slipway/contracts";
import { logCrypto } from "@slipway/runner";

/** Files of a log in memory, as a branch would hold them. */
export type Files = Map<string, Uint8Array>;

const encoder = new TextEncoder();

export const origin = "example.com/octo/model";

/** The key pair whose seed is 32 times one byte. */
export function aKey(byte = 7, name = origin): SignerKey {
  const { secret } = generateLogKey(name, new Uint8Array(32).fill(byte), logCrypto);
  return parseSignerKey(secret, logCrypto);
}

/** The hexadecimal digest of a text. */
export function digestOf(text: string): string {
  return Buffer.from(logCrypto.sha256(encoder.encode(text))).toString("hex");
}

const common = (index: number) => ({
  schema: "slipway/log-entry/v1" as const,
  index,
  time: new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString(),
  key: `run-${index}`,
  model: "late",
  commit: "a".repeat(40),
  actor: { login: "mona", id: 1 },
  run: { commit: "a".repeat(40) },
  tool: { name: "slipway" as const, version: "0.1.0" },
});

/** A registration of a version whose bytes are its name. */
export function aRegistration(
  index: number,
  change: Partial<RegisteredEntry> = {},
): RegisteredEntry {
  const version = change.version ?? `v1.${index}.0`;
  return {
    ...common(index),
    type: "registered",
    version,
    digest: { sha256: digestOf(version) },
    evidence: [],
    files: 1,
    sizeBytes: 10,
    order: "oms-reference",
    signature: null,
    ...change,
  };
}

const decision = {
  environment: "production",
  direction: "promotion" as const,
  from: null,
  reason: null,
  policy: {
    file: "slipway.yaml",
    ref: "main",
    commit: "b".repeat(40),
    digest: { sha256: "c".repeat(64) },
  },
  rules: [],
  approvals: [],
  evidenceLevel: "none" as const,
  authors: [],
  gate: null,
};

/** The promotion of what `source` registered. */
export function aPromotion(
  index: number,
  source: RegisteredEntry,
  change: Partial<PromotedEntry> = {},
): PromotedEntry {
  const { version, digest } = source;
  const about = { type: "promoted" as const, version, digest, registered: source.index };
  return { ...common(index), ...decision, ...about, hold: false, ...change };
}

/** A refusal to promote what `source` registered. */
export function aRefusal(
  index: number,
  source: RegisteredEntry,
  change: Partial<RefusedEntry> = {},
): RefusedEntry {
  const { version, digest } = source;
  const about = { type: "refused" as const, version, digest, registered: source.index };
  return { ...common(index), ...decision, ...about, ...change };
}

/** The reference to what a promotion put somewhere. */
export function referenceTo({ version, digest, index }: PromotedEntry) {
  return { version, digest, entry: index };
}

/** A log in memory that grows entry by entry. */
export class LogInMemory {
  readonly files: Files = new Map();
  readonly signer: SignerKey;
  readonly keepsPartials: boolean;
  reads: string[] = [];
  log: Log | undefined;

  constructor(options: { signer?: SignerKey; keepsPartials?: boolean } = {}) {
    this.signer = options.signer ?? aKey();
    this.keepsPartials = options.keepsPartials ?? false;
  }

  readonly read = (paths: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> => {
    this.reads.push(...paths);
    const found = paths.flatMap((path) => {
      const bytes = this.files.get(path);
      return bytes === undefined ? [] : [[path, bytes] as const];
    });
    return Promise.resolve(new Map(found));
  };

  readonly list = (folder: string): Promise<readonly string[]> =>
    Promise.resolve([...this.files.keys()].filter((path) => path.startsWith(`${folder}/`)).sort());

  open(): Promise<Log> {
    return openLog(this.read, this.signer.verifierKey, logCrypto);
  }

  async append(draft: (index: number) => LogEntry) {
    this.log ??= await this.open();
    const appended = appendEntry(this.log, draft, { signer: this.signer, crypto: logCrypto });
    for (const { path, content } of appended.files)
      this.files.set(path, typeof content === "string" ? encoder.encode(content) : content);
    if (!this.keepsPartials) for (const path of appended.superseded) this.files.delete(path);
    this.log = appended.log;
    return appended;
  }

  async appendMany(count: number): Promise<this> {
    for (let step = 0; step < count; step += 1) await this.append((index) => aRegistration(index));
    return this;
  }

  text(path: string): string {
    return new TextDecoder().decode(this.files.get(path));
  }

  write(path: string, content: string | Uint8Array): void {
    this.files.set(path, typeof content === "string" ? encoder.encode(content) : content);
  }
}

import { type JsonRecord } from "../http/json.ts";

/** One request that the fake answered, with all that a contract check or a count needs. */
export type LoggedRequest = {
  readonly id: number;
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** GitHub's path template, `null` where the fake has no such endpoint. */
  readonly route: string | null;
  readonly params: Readonly<Record<string, string>>;
  /** 0 where the connection was reset. */
  readonly status: number;
  readonly token: string | null;
  readonly permission: string | null;
  /** Whether it was meant to change something, refused or not. */
  readonly isWrite: boolean;
  readonly fault: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly requestBody: JsonRecord | null;
  readonly responseBody: unknown;
};

/** A rule of ours or of GitHub's that a client broke without being refused. */
export type ClientViolation = { readonly requestId: number; readonly message: string };

/** The requests so far, and what was wrong with them. */
export type RequestLog = {
  readonly entries: LoggedRequest[];
  readonly violations: ClientViolation[];
  /** Requests that were meant to change something, refused ones included. */
  writes(): readonly LoggedRequest[];
  clear(): void;
};

/** An empty log. */
export function createRequestLog(): RequestLog {
  const entries: LoggedRequest[] = [];
  const violations: ClientViolation[] = [];
  return {
    entries,
    violations,
    writes: () => entries.filter((entry) => entry.isWrite),
    clear: () => {
      entries.length = 0;
      violations.length = 0;
    },
  };
}

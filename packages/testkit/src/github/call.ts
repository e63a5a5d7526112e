import { type JsonRecord } from "../http/json.ts";
import { type BlobStore } from "../artifacts/blob-store.ts";
import { type Need } from "./need.ts";
import { GitHubProblem, notFound } from "./problem.ts";
import { type RateLimits } from "./rate-limits.ts";
import { type FakeRepository, type FakeState } from "./state.ts";
import { type FakeToken } from "./tokens.ts";

/** What every handler may use: addresses, the clock, stored bytes. */
export type FakeCore = {
  readonly apiUrl: string;
  readonly serverUrl: string;
  readonly blobs: BlobStore;
  readonly limits: RateLimits;
  now(): Date;
};

/** One authorised request, parsed. */
export type Call = {
  readonly core: FakeCore;
  readonly state: FakeState;
  readonly caller: FakeToken;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: JsonRecord;
  readonly accept: string;
  repository(): FakeRepository;
};

/** What a handler answers: JSON, raw bytes, or nothing. */
export type Answer = {
  readonly status: number;
  readonly json?: unknown;
  readonly bytes?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
};

/** One endpoint: method, GitHub's path template, what it needs, what it does. */
export type Route = {
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  readonly path: string;
  readonly need: Need;
  /** Whether it is meant to change something; without it every method but GET is. */
  readonly isWrite?: (body: JsonRecord) => boolean;
  handle(call: Call): Answer | Promise<Answer>;
};

/** A 200 with a JSON body. */
export function ok(json: unknown): Answer {
  return { status: 200, json };
}

/** A 201 with a JSON body. */
export function created(json: unknown): Answer {
  return { status: 201, json };
}

/** The path parameter of that name. */
export function param(call: Call, name: string): string {
  const value = call.params[name];
  if (value === undefined) throw new Error(`no path parameter ${name}`);
  return value;
}

/** The numeric path parameter of that name; GitHub's 404 where it is not a number. */
export function numberParam(call: Call, name: string): number {
  const value = Number(param(call, name));
  if (!Number.isSafeInteger(value)) throw notFound();
  return value;
}

/** The bare repository behind the call; a 409 like an empty repository's where there is none. */
export function gitDirectory(call: Call): string {
  const directory = call.repository().gitDirectory;
  if (directory === null) throw new GitHubProblem(409, "Git Repository is empty.");
  return directory;
}

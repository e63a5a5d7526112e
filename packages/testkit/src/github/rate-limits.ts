import { GitHubProblem } from "./problem.ts";
import { type FakeToken } from "./tokens.ts";

/** A primary limit as GitHub reports it; `reset` is in seconds since 1970. */
export type RateLimit = { limit: number; remaining: number; reset: number; used: number };

/** Counts requests per token and refuses those beyond the hour's limit or too many new contents a minute. */
export type RateLimits = {
  of(token: FakeToken): RateLimit;
  count(token: FakeToken): void;
  /** Gives back what a 304 must not cost. */
  refund(token: FakeToken): void;
  countContent(token: FakeToken): void;
  /** Uses up a token's limit until `resetInSeconds` from now; GitHub answers 403 or 429. */
  exhaust(tokenName: string, options?: { resetInSeconds?: number; status?: 403 | 429 }): void;
};

type Bucket = RateLimit & { status: 403 | 429; creations: number[] };

const contentsPerMinute = 80;

/** Primary limits (1,000 an hour for a workflow's token, 5,000 for a person) and 80 new contents a minute. */
export function createRateLimits(now: () => Date): RateLimits {
  const buckets = new Map<string, Bucket>();
  const seconds = (): number => Math.floor(now().getTime() / 1000);
  const bucketOf = (name: string, limit: number): Bucket => {
    const known = buckets.get(name);
    if (known !== undefined && known.reset > seconds()) return known;
    const reset = seconds() + 3600;
    const bucket = { limit, remaining: limit, reset, used: 0, status: 403 as const, creations: [] };
    buckets.set(name, bucket);
    return bucket;
  };
  const ofToken = (token: FakeToken): Bucket => {
    return bucketOf(token.name, token.kind === "user" ? 5000 : 1000);
  };
  return {
    of: (token) => {
      const { limit, remaining, reset, used } = ofToken(token);
      return { limit, remaining, reset, used };
    },
    count: (token) => {
      const bucket = ofToken(token);
      if (bucket.remaining === 0) {
        throw new GitHubProblem(bucket.status, "API rate limit exceeded for installation ID 1.");
      }
      bucket.remaining -= 1;
      bucket.used += 1;
    },
    refund: (token) => {
      const bucket = ofToken(token);
      bucket.remaining += 1;
      bucket.used -= 1;
    },
    countContent: (token) => {
      const bucket = ofToken(token);
      const minuteAgo = now().getTime() - 60_000;
      bucket.creations = bucket.creations.filter((time) => time > minuteAgo);
      if (bucket.creations.length >= contentsPerMinute) throw secondaryLimit(60);
      bucket.creations.push(now().getTime());
    },
    exhaust: (tokenName, options = {}) => {
      const bucket = bucketOf(tokenName, 1000);
      bucket.used = bucket.limit;
      bucket.remaining = 0;
      bucket.reset = seconds() + (options.resetInSeconds ?? 3600);
      bucket.status = options.status ?? 403;
    },
  };
}

/** GitHub's answer to requests that come too fast. */
export function secondaryLimit(retryAfterSeconds: number): GitHubProblem {
  return new GitHubProblem(
    403,
    "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
    { headers: { "retry-after": String(retryAfterSeconds) } },
  );
}

/** The headers that every answer carries. */
export function rateHeaders(limit: RateLimit): Record<string, string> {
  return {
    "x-ratelimit-limit": String(limit.limit),
    "x-ratelimit-remaining": String(limit.remaining),
    "x-ratelimit-reset": String(limit.reset),
    "x-ratelimit-used": String(limit.used),
    "x-ratelimit-resource": "core",
  };
}

import { normalQuantile } from "./distributions.ts";
import { type DrawOptions } from "./poisson-draws.ts";
import { randomStream } from "./random.ts";

/** Deviations of an estimate whose error is known and normal. */
export function normalDraws(
  standardError: number,
  { seed, resamples }: DrawOptions,
  stream = 0,
): Float64Array {
  const random = randomStream(seed, stream);
  return Float64Array.from(
    { length: resamples },
    () => standardError * normalQuantile((random() + 0.5) / 4294967296),
  );
}

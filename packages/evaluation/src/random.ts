/** A stream of uniform numbers, as integers from 0 to 2^32 − 1. */
export type RandomStream = () => number;

/** The stream of (seed, stream): Doty-Humphrey's sfc32, whose draws no other stream can disturb. */
export function randomStream(seed: number, stream: number): RandomStream {
  let a = scramble(seed ^ 0x9e3779b9);
  let b = scramble(stream >>> 0);
  let c = scramble(Math.floor(stream / 4294967296) ^ 0x85ebca6b);
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let warm = 0; warm < 12; warm += 1) next();
  return next;
}

/** Mixes the bits of an integer (the finaliser of MurmurHash3). */
export function scramble(value: number): number {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

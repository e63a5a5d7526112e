import { crc32, deflateSync, inflateSync } from "node:zlib";

const signatureBytes = 8;

/**
 * A screenshot with at most 256 colours: a third of its size, and alike to the eye. Takes what Chromium writes, 8 bits
 * a channel without interlacing; throws for anything else. Nothing that is transparent stays so.
 */
export function shrinkPng(png: Buffer): Buffer {
  const chunks = readChunks(png);
  const header = chunks.find(({ type }) => type === "IHDR")?.data ?? Buffer.alloc(13);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const channels = { 2: 3, 6: 4 }[header[9] ?? 0];
  if (header[8] !== 8 || header[12] !== 0 || channels === undefined) {
    throw new Error("a PNG with 8 bits a channel and without interlacing is needed");
  }
  const packed = chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data);
  const pixels = unfilter(inflateSync(Buffer.concat(packed)), { width, height, channels });
  const { palette, rows } = toPalette(pixels, { width, height, channels });
  const indexed = Buffer.from(header);
  indexed[9] = 3;
  return Buffer.concat([
    png.subarray(0, signatureBytes),
    writeChunk("IHDR", indexed),
    writeChunk("PLTE", palette),
    writeChunk("IDAT", deflateSync(rows, { level: 9, memLevel: 9 })),
    writeChunk("IEND", Buffer.alloc(0)),
  ]);
}

type Chunk = { readonly type: string; readonly data: Buffer };
type Form = { readonly width: number; readonly height: number; readonly channels: number };

function readChunks(png: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = signatureBytes; at + 12 <= png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString("latin1", at + 4, at + 8);
    chunks.push({ type, data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

function writeChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

/** Undoes the filter of each row, https://www.w3.org/TR/png-3/#9Filters. */
function unfilter(bytes: Buffer, { width, height, channels }: Form): Buffer {
  const stride = width * channels;
  const pixels = Buffer.alloc(stride * height);
  for (let row = 0; row < height; row += 1) {
    const filter = bytes[row * (stride + 1)] ?? 0;
    for (let column = 0; column < stride; column += 1) {
      const at = row * stride + column;
      const left = column < channels ? 0 : (pixels[at - channels] ?? 0);
      const up = row === 0 ? 0 : (pixels[at - stride] ?? 0);
      const corner = row === 0 || column < channels ? 0 : (pixels[at - stride - channels] ?? 0);
      const guess = predict(filter, { left, up, corner });
      pixels[at] = ((bytes[row * (stride + 1) + 1 + column] ?? 0) + guess) & 255;
    }
  }
  return pixels;
}

type Near = { readonly left: number; readonly up: number; readonly corner: number };

function predict(filter: number, { left, up, corner }: Near): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const guess = left + up - corner;
  const [byLeft, byUp, byCorner] = [left, up, corner].map((value) => Math.abs(guess - value));
  if ((byLeft ?? 0) <= (byUp ?? 0) && (byLeft ?? 0) <= (byCorner ?? 0)) return left;
  return (byUp ?? 0) <= (byCorner ?? 0) ? up : corner;
}

/** Keeps the 256 most frequent colours; every other becomes the nearest of them. */
function toPalette(pixels: Buffer, { width, height, channels }: Form) {
  const colorAt = (at: number) => pixels.readUIntBE(at * channels, 3);
  const counts = new Map<number, number>();
  for (let at = 0; at < width * height; at += 1) {
    counts.set(colorAt(at), (counts.get(colorAt(at)) ?? 0) + 1);
  }
  const byCount = [...counts].toSorted(([, left], [, right]) => right - left);
  const kept = byCount.slice(0, 256).map(([color]) => color);
  const codes = new Map([...counts.keys()].map((color) => [color, nearest(color, kept)]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let at = 0; at < width * height; at += 1) {
    rows[at + Math.floor(at / width) + 1] = codes.get(colorAt(at)) ?? 0;
  }
  return { palette: Buffer.from(kept.flatMap(partsOf)), rows };
}

function nearest(color: number, kept: readonly number[]): number {
  const parts = partsOf(color);
  const distances = kept.map((other) =>
    partsOf(other).reduce((sum, part, index) => sum + (part - (parts[index] ?? 0)) ** 2, 0),
  );
  return distances.indexOf(Math.min(...distances));
}

function partsOf(color: number): number[] {
  return [color >> 16, (color >> 8) & 255, color & 255];
}

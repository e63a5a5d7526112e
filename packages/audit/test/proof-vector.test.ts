import { logCrypto } from "@slipway/runner";
import { expect, test } from "vitest";
import { bytesOf, bytesOfBase64, concatBytes, hexOf } from "../src/bytes.ts";
import { openCheckpoint, parseVerifierKey } from "../src/index.ts";
import { rootOfInclusion } from "../src/proof-ranges.ts";
import { leafHash } from "../src/tree-hash.ts";

// A C2SP proof file of leaf 5 of the eight of Certificate Transparency, with a witness; Go accepted it.
const proof = `c2sp.org/tlog-proof@v1
index 5
vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=
yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=
037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=

example.com/slipway-test
8
XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=

— example.com/slipway-test EWzlg1BhiJp44bVhehIJRgjxX+gHwpzUr49x4iST00vf9SMNbWShEugmFP/gEWb7h+fDcdT8DLemEg1ZXh8asip9Iw0=
— witness.example/w1 BNLYMwAAAABkGFDLJ0M/bTo2c+9/u3CwzLrx1zFszbaF00LOypni0L+WkcS+1wOt64RbAm1zPqDnE2H7PUM+uPN4DQnM0HqA5gx0Dw==
`;
const key = parseVerifierKey(
  "example.com/slipway-test+116ce583+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea",
);
const note = proof.slice(proof.indexOf("\n\n") + 2);

test("the hashes of the proof lead from the leaf to the root that its checkpoint signs", () => {
  const { size, root } = openCheckpoint(note, key, logCrypto);
  const hashes = proof
    .split("\n")
    .slice(2, 5)
    .map((line) => bytesOfBase64(line) ?? new Uint8Array());
  const leaf = leafHash(Uint8Array.from([0x40, 0x41, 0x42, 0x43]), logCrypto);

  const found = rootOfInclusion({ leaf, index: 5, size, hashes }, logCrypto);
  expect(found && hexOf(found)).toBe(hexOf(root));
});

test("the witness signed the same text, with its time before it", () => {
  const witness = Buffer.from(
    "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    "hex",
  );
  const line = bytesOfBase64(note.trimEnd().split(" ").at(-1) ?? "") ?? new Uint8Array();
  const text = note.slice(0, note.indexOf("\n\n") + 1);
  const message = concatBytes(bytesOf("cosignature/v1\ntime 1679315147\n"), bytesOf(text));

  expect(logCrypto.verify(witness, message, line.subarray(12))).toBe(true);
  expect(logCrypto.verify(witness, bytesOf(text), line.subarray(12))).toBe(false);
});

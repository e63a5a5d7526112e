import { logCrypto } from "@slipway/runner";
import { describe, expect, test } from "vitest";
import { bytesOf, hexOf } from "../src/bytes.ts";
import {
  demandKeyId,
  demandPair,
  generateLogKey,
  openCheckpoint,
  parseSignerKey,
  parseVerifierKey,
  signCheckpoint,
} from "../src/index.ts";

// RFC 8032 section 7.1, test 1; the notes were accepted by Go's sumdb/note.
const seed = Uint8Array.from(
  Buffer.from("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "hex"),
);
const name = "example.com/slipway-test";
const vkey = "example.com/slipway-test+116ce583+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea";
const ofThree = `example.com/slipway-test
3
rra8/idLcKFPsGel5VeCZNsPqbUa9eC6FZFY8yngbnc=

— example.com/slipway-test EWzlgwp4OaQQauJloe+nhPEglg5PukOASqdDLktDGdHe00QHcRDaBjNUiN2JdzsfxO8FaUIQgDj504Nq9mgfdxW2lg8=
`;
const ofEight = `example.com/slipway-test
8
XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=

— example.com/slipway-test EWzlg1BhiJp44bVhehIJRgjxX+gHwpzUr49x4iST00vf9SMNbWShEugmFP/gEWb7h+fDcdT8DLemEg1ZXh8asip9Iw0=
`;
const witness = `— witness.example/w1 BNLYMwAAAABkGFDLJ0M/bTo2c+9/u3CwzLrx1zFszbaF00LOypni0L+WkcS+1wOt64RbAm1zPqDnE2H7PUM+uPN4DQnM0HqA5gx0Dw==\n`;
const key = parseVerifierKey(vkey);
const { secret, verifierKey } = generateLogKey(name, seed, logCrypto);
const signer = parseSignerKey(secret, logCrypto);

/** The code of the error that `run` throws, or nothing. */
function codeOf(run: () => unknown): unknown {
  try {
    run();
    return undefined;
  } catch (error) {
    return error instanceof Error && "code" in error ? error.code : error;
  }
}

function openingCode(note: string): unknown {
  return codeOf(() => openCheckpoint(note, key, logCrypto));
}

describe("a log key", () => {
  test("is made in the form of C2SP and of Go's sumdb/note", () => {
    expect(verifierKey).toEqual(key);
    expect(hexOf(key.publicKey)).toBe(
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    );
    expect(secret.startsWith(`PRIVATE+KEY+${name}+116ce583+AZ1hsZ3v`)).toBe(true);
    expect(signer).toEqual({ verifierKey: key, seed });
  });

  test("of the specification is read, white space around it ignored", () => {
    const text = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    const example = parseVerifierKey(` ${text}\n`);

    demandKeyId(example, logCrypto);
    expect({ ...example, publicKey: hexOf(example.publicKey).slice(0, 8) }).toEqual({
      name: "example.com/foo",
      id: "530d903a",
      publicKey: "e932791a",
      text,
    });
  });

  test.each([
    ["nothing", ""],
    ["no parts", "example.com"],
    ["no name", vkey.slice(vkey.indexOf("+"))],
    ["a space in the name", vkey.replace("/", " ")],
    ["an id of another length", vkey.replace("116ce583", "116ce58")],
    ["an id in capitals", vkey.replace("116ce583", "116CE583")],
    ["a key cut short", vkey.slice(0, -4)],
    ["a space in the key", vkey.replace("+Add", "+ Add")],
    ["another algorithm", vkey.replace("+Add", "+Bdd")],
  ])("with %s is refused", (_, text) => {
    expect(codeOf(() => parseVerifierKey(text))).toBe("SW4301");
  });

  test("whose id is not the one of its bytes is refused as soon as it is used", () => {
    const mistyped = parseVerifierKey(vkey.replace("116ce583", "116ce584"));

    expect(codeOf(() => openCheckpoint(ofThree, mistyped, logCrypto))).toBe("SW4301");
  });

  test("that is the secret one is refused as a public one, and never repeated", () => {
    expect(() => parseVerifierKey(secret)).toThrow(/secret key of the log stands where/);
    expect(() => parseVerifierKey(secret)).not.toThrow(/AZ1hsZ3v/);
  });

  test.each([
    ["nothing", ""],
    ["the public key", vkey],
    ["a cut line", secret.slice(0, -6)],
    ["another id", secret.replace("116ce583", "116ce584")],
    ["another name", secret.replace("example", "exempla")],
  ])("given as secret as %s is refused without being repeated", (_, text) => {
    expect(codeOf(() => parseSignerKey(text, logCrypto))).toBe("SW4302");
    expect(() => parseSignerKey(text, logCrypto)).not.toThrow(/1hsZ3v/);
  });

  test("is no pair with the public key of another seed or another name", () => {
    const other = generateLogKey(name, seed.with(0, 1), logCrypto).verifierKey;
    const renamed = generateLogKey(`${name}2`, seed, logCrypto).verifierKey;

    const codes = [key, other, renamed].map((each) => codeOf(() => demandPair(signer, each)));

    expect(codes).toEqual([undefined, "SW4303", "SW4303"]);
  });

  test.each(["", "a b", "a+b", "a\nb", "a\u00a0b"])("cannot be called %j", (bad) => {
    expect(codeOf(() => generateLogKey(bad, seed, logCrypto))).toBe("SW4301");
  });
});

describe("a checkpoint", () => {
  test("is signed byte for byte as Go's sumdb/note does", () => {
    const root = Uint8Array.from(
      Buffer.from("rra8/idLcKFPsGel5VeCZNsPqbUa9eC6FZFY8yngbnc=", "base64"),
    );

    expect(signCheckpoint({ origin: name, size: 3, root }, signer, logCrypto)).toBe(ofThree);
    expect(openCheckpoint(ofThree, key, logCrypto)).toEqual({ origin: name, size: 3, root });
  });

  test("may carry signatures of witnesses and of any unknown key, 16 and more", () => {
    const many = Array.from({ length: 20 }, (_, index) => witness.replace("w1", `w${index}`));

    expect(openCheckpoint(ofEight + many.join(""), key, logCrypto).size).toBe(8);
    expect(openCheckpoint(ofEight.replace("\n\n", `\n\n${witness}`), key, logCrypto).size).toBe(8);
  });

  test("with a signature of the same name but an unknown id beside ours is accepted", () => {
    const other = "— example.com/slipway-test AAAAAAAAAAAA\n";

    expect(openCheckpoint(ofEight + other, key, logCrypto).size).toBe(8);
  });

  test.each([
    ["nothing", ""],
    ["known key with bad signature", ofEight.replace("EWzlg1Bh", "EWzlg1Bi")],
    [
      "known key with one good and one bad signature",
      ofEight + ofThree.slice(ofThree.indexOf("—")),
    ],
    ["another size", ofEight.replace("\n8\n", "\n9\n")],
    ["another root", ofEight.replace("Xcna", "Ycna")],
    ["other key", ofEight.replace("EWzlg1Bh", "FWzlg1Bh")],
    ["a witness alone", ofEight.replace(/— example.*\n/, witness)],
    ["CRLF", ofEight.replaceAll("\n", "\r\n")],
    ["a carriage return at the end", `${ofEight}\r\n`],
    ["a tab", ofEight.replace("8", "8\t")],
    ["a NUL", ofEight.replace("8", "8\u0000")],
    ["non-canonical base64", ofEight.replace("Iw0=", "Iw1=")],
    ["base64 without padding", ofEight.replace("Iw0=", "Iw0")],
    ["base64 of the URL alphabet", ofEight.replace("X+gH", "X-gH")],
    ["a hyphen for the em dash", ofEight.replace("—", "-")],
    ["two spaces in a signature line", ofEight.replace("test EWz", "test  EWz")],
    ["no final newline", ofEight.slice(0, -1)],
    ["no signatures", ofEight.slice(0, ofEight.indexOf("—"))],
    ["no blank line", ofEight.replace("\n\n", "\n")],
    ["an empty line among the signatures", `${ofEight}\n${witness}`],
    ["more than 100 signatures", ofEight + witness.repeat(101)],
  ])("with %s is refused", (_, note) => {
    expect(openingCode(note)).toBe("SW4304");
  });

  test.each([
    ["an extension line", `${name}\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\nmore\n`],
    ["a leading zero in the size", `${name}\n08\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n`],
    ["a negative size", `${name}\n-8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n`],
    [
      "a size beyond 2^53",
      `${name}\n9007199254740993\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n`,
    ],
    ["a short root", `${name}\n8\nXcnaeacG\n`],
    ["a root that is not canonical", `${name}\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyh=\n`],
    ["another origin", `example.com/other\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n`],
    ["an empty line inside", `${name}\n8\n\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n`],
  ])("that our key signed with %s is refused", (_, text) => {
    const id = Buffer.from("116ce583", "hex");
    const signature = Buffer.concat([id, logCrypto.sign(seed, bytesOf(text))]).toString("base64");

    expect(openingCode(`${text}\n— ${name} ${signature}\n`)).toBe("SW4304");
  });

  test("with one bit of any byte turned is refused", () => {
    const bytes = bytesOf(ofThree);
    const accepted = [...bytes.keys()].filter((place) => {
      const changed = bytes.with(place, (bytes[place] ?? 0) ^ 1);
      return openingCode(new TextDecoder().decode(changed)) === undefined;
    });

    expect(accepted).toEqual([]);
  });
});

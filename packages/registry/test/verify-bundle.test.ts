import { ecdsaKeys } from "@slipway/runner";
import { expect, test } from "vitest";
import { verifyModelBundle, type ModelFile } from "../src/index.ts";
import {
  aFile,
  aPredicate,
  aStatement,
  forge,
  key,
  kindsOf,
  m1,
  m1Root,
  rootOf,
  sha256,
  verify,
} from "./models.ts";

const [config = aFile("", ""), weights = aFile("", "")] = m1;
const good = aStatement(m1Root, aPredicate(m1));

test("a bundle of another tool, with all its freedoms, is verified", () => {
  const loose = aStatement(m1Root.toUpperCase(), {
    ...aPredicate([], { ignore_paths: ["model.sig"] }),
    resources: m1.map(({ name, digest }) => ({
      digest: digest.sha256.toUpperCase(),
      name,
      size: 7,
      algorithm: "sha256",
    })),
  });
  const bundle = forge(loose, (all) => ({
    ...all,
    verificationMaterial: { publicKey: { hint: sha256(key.pem) } },
    dsseEnvelope: {
      ...all.dsseEnvelope,
      signatures: all.dsseEnvelope.signatures.map(({ sig }) => ({ sig, keyid: null })),
    },
  }));

  expect(verify(bundle, m1)).toEqual({
    ok: true,
    rootDigest: { sha256: m1Root },
    referenceDigest: undefined,
    problems: [],
    ignored: [],
  });
});

test.each<{ what: string; files: readonly ModelFile[]; message: string; kind: string }>([
  {
    what: "a changed file",
    files: [config, aFile("weights.bin", "other")],
    kind: "changed-file",
    message: '"weights.bin" has other bytes',
  },
  {
    what: "a missing file",
    files: [config],
    kind: "missing-file",
    message: '"weights.bin" is signed, but not there',
  },
  {
    what: "an extra file",
    files: [...m1, aFile("sub/\u001b[31mextra\n", "x")],
    kind: "extra-file",
    message: '"sub/\\u001b[31mextra\\n" is there, but not signed',
  },
])("$what is named", ({ files, message, kind }) => {
  const found = verify(forge(good), files);

  expect(found.ok).toBe(false);
  expect(found.problems).toEqual([{ kind, message }]);
});

test("a renamed file is missing under one name and extra under the other", () => {
  const found = verify(forge(good), [config, { ...weights, name: "Weights.bin" }]);

  expect(kindsOf(found)).toEqual(["missing-file", "extra-file"]);
});

test("an order that is not the reference implementation's is followed, and told", () => {
  const files = [aFile("a-b", "2\n"), aFile("a/x", "1\n")];
  const bundle = forge(aStatement(rootOf(files), aPredicate(files)));

  expect(verify(bundle, files)).toEqual({
    ok: true,
    // The specification's order, and the reference implementation's.
    rootDigest: { sha256: "4be7945a997d44bb50624c8c81040877b0db6e137614eb83a7fd29f194f4a45d" },
    referenceDigest: { sha256: "bd222050252384e92856fccad34ff9842ed411f042ca3209bf9fc5e3bd447872" },
    problems: [],
    ignored: [],
  });
});

test("whatever the signature does not cover is listed", () => {
  const extra = [
    aFile(".git/HEAD", "x"),
    aFile(".git/config", "x"),
    aFile("cache/a/b", "x"),
    aFile("cache/c", "x"),
    aFile("sub/model.sig", "x"),
  ];
  const ignored = aPredicate(m1, { ignore_paths: ["cache", "unused", ".git"] });
  const request = {
    files: [...m1, ...extra],
    publicKeyPem: key.pem,
    signatureFile: "sub/model.sig",
  };

  expect(
    verifyModelBundle(
      { ...request, bundle: forge(aStatement(m1Root, ignored)) },
      ecdsaKeys,
      sha256,
    ),
  ).toEqual({
    ok: true,
    rootDigest: { sha256: m1Root },
    referenceDigest: undefined,
    problems: [],
    ignored: [".git", "cache", "sub/model.sig"],
  });
});

test("files of git that were signed all the same are verified", () => {
  const files = [aFile(".gitattributes", "x"), ...m1];
  const bundle = forge(aStatement(rootOf(files), aPredicate(files)));

  expect(verify(bundle, files).ok).toBe(true);
  expect(kindsOf(verify(bundle, [aFile(".gitattributes", "y"), ...m1]))).toEqual(["changed-file"]);
});

test("a model that is one file is verified under its own name and under the dot", () => {
  const one = [weights];
  const dot = [{ ...weights, name: "." }];

  for (const signed of [one, dot]) {
    const found = verify(forge(aStatement(rootOf(one), aPredicate(signed))), one);
    expect(found.ok).toBe(true);
    // The vector M5 of the reference implementation.
    expect(found.rootDigest?.sha256).toBe(
      "60bd11c69262f84ddfea5f0d116d40af862c4dd8c2a92fb90e368b132e8fa89c",
    );
  }
});

const withNames = (...names: readonly string[]) => {
  const files = names.map((name) => ({ ...config, name }));
  return aStatement(rootOf(files), aPredicate(files));
};
const ignoring = (...paths: readonly string[]) =>
  aStatement(m1Root, aPredicate(m1, { ignore_paths: paths }));

test.each([
  {
    what: "a file that is signed twice",
    statement: withNames("config.json", "config.json"),
    kinds: ["duplicate-name"],
  },
  { what: "no file at all", statement: withNames(), kinds: ["no-resources"] },
  {
    what: "no file, and everything ignored",
    statement: aStatement(rootOf([]), aPredicate([], { ignore_paths: ["."] })),
    kinds: ["no-resources", "ignored-resource"],
  },
  { what: "an absolute name", statement: withNames("/etc/passwd"), kinds: ["unsafe-name"] },
  { what: "a name with ..", statement: withNames("a/../config.json"), kinds: ["unsafe-name"] },
  { what: "a name with .", statement: withNames("./config.json"), kinds: ["unsafe-name"] },
  { what: "a name with //", statement: withNames("a//b"), kinds: ["unsafe-name"] },
  { what: "a dot among others", statement: withNames(".", "b"), kinds: ["unsafe-name"] },
  { what: "half a character", statement: withNames("\ud800"), kinds: ["unsafe-name"] },
  { what: "the whole model ignored", statement: ignoring("."), kinds: ["ignored-resource"] },
  {
    what: "a signed file ignored",
    statement: ignoring("weights.bin"),
    kinds: ["ignored-resource"],
  },
  {
    what: "the folder of a signed file ignored",
    statement: aStatement(
      rootOf([config]),
      aPredicate([{ ...config, name: "a/b/c" }], { ignore_paths: ["a"] }),
    ),
    kinds: ["ignored-resource"],
  },
  { what: "a path outside ignored", statement: ignoring("../other"), kinds: ["unsafe-name"] },
  { what: "an absolute path ignored", statement: ignoring("/"), kinds: ["unsafe-name"] },
  {
    what: "an unknown key of the predicate",
    statement: aStatement(m1Root, { ...aPredicate(m1), policy: "any" }),
    kinds: ["unknown-key"],
  },
  {
    what: "an unknown key of the serialization",
    statement: aStatement(m1Root, aPredicate(m1, { follow: true })),
    kinds: ["unknown-key"],
  },
  {
    what: "an unknown key of the statement",
    statement: aStatement(m1Root, aPredicate(m1), { extra: 1 }),
    kinds: ["unknown-key"],
  },
  {
    what: "two subjects",
    statement: aStatement(m1Root, aPredicate(m1), {
      subject: [
        { name: "a", digest: { sha256: m1Root } },
        { name: "b", digest: { sha256: m1Root } },
      ],
    }),
    kinds: ["malformed"],
  },
  {
    what: "another predicate",
    statement: aStatement(m1Root, aPredicate(m1), {
      predicateType: "https://slsa.dev/provenance/v1",
    }),
    kinds: ["malformed"],
  },
  {
    what: "a root digest that the files do not give",
    statement: aStatement(rootOf(m1.toReversed()), aPredicate(m1)),
    kinds: ["root-digest"],
  },
  {
    what: "shards",
    statement: aStatement(m1Root, aPredicate(m1, { method: "shards", shard_size: 100 })),
    kinds: ["serialization"],
  },
  {
    what: "another hash",
    statement: aStatement(m1Root, aPredicate(m1, { hash_type: "blake3" })),
    kinds: ["serialization"],
  },
  {
    what: "whole files with a shard size",
    statement: aStatement(m1Root, aPredicate(m1, { shard_size: 100 })),
    kinds: ["serialization"],
  },
])("a valid signature over $what is refused by name", ({ statement, kinds }) => {
  const found = verify(forge(statement), m1);

  expect(found.ok).toBe(false);
  expect(kindsOf(found).filter((kind) => !kind.endsWith("-file"))).toEqual(kinds);
});

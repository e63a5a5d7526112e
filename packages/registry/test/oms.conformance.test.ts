import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { ecdsaKeys } from "@slipway/runner";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { verifyModelBundle, type BundleVerification, type ModelFile } from "../src/index.ts";
import { aFile, aKey, kindsOf, sha256 } from "./models.ts";

const folder = "../shared/conformance/oms";
const isThere = existsSync(folder);
if (!isThere) console.warn(`SKIPPED: ${folder} is not there, no signed model was verified`);

/** Cases that do not behave as the suite says, each with the reason. */
const skipped: Readonly<Record<string, string>> = {
  "v1.0.0-certificate": "certificate chains are of a later piece of work",
  "v1.1.0-certificate": "certificate chains are of a later piece of work",
  "v1.0.0-sigstore": "keyless signatures are of a later piece of work",
  "v1.1.0-sigstore": "keyless signatures are of a later piece of work",
  "certificate.bundle.json": "certificate chains are of a later piece of work",
  "sigstore.bundle.json": "keyless signatures are of a later piece of work",
};

const caseSchema = z.object({
  id: z.string(),
  signature: z.string(),
  modelPath: z.string(),
  publicKey: z.string().optional(),
  ignoredByVerifier: z.array(z.string()),
});
type Case = z.output<typeof caseSchema>;

const cases = isThere
  ? z.array(caseSchema).parse(JSON.parse(readText("signed-models/cases.json")))
  : [];

function readText(path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

function filesOf({ modelPath }: Case): readonly ModelFile[] {
  const root = join(folder, modelPath);
  if (statSync(root).isFile()) return [aFile(basename(root), readFileSync(root))];
  return readdirSync(root).map((name) => aFile(name, readFileSync(join(root, name))));
}

function verify(each: Case, files: readonly ModelFile[]): BundleVerification {
  const publicKeyPem = each.publicKey === undefined ? aKey().pem : readText(each.publicKey);
  return verifyModelBundle(
    { bundle: readText(each.signature), files, publicKeyPem, signatureFile: "model.sig" },
    ecdsaKeys,
    sha256,
  );
}

/** Everything but the method, which is what the cases on the list lack. */
function besideMethod(found: BundleVerification): readonly string[] {
  return kindsOf(found).filter((kind) => kind !== "method");
}

/** `ignore-me` was left out by an option of the signer of release 1.1.0, which recorded it. */
function isCovered(each: Case, { name }: ModelFile): boolean {
  return !each.ignoredByVerifier.includes(name);
}

describe.runIf(isThere)("signed models of the reference implementation", () => {
  test("every case of the list is there", () => {
    const vectors = readdirSync(join(folder, "test-vectors/v1.0/valid"));
    const known = [...cases.map(({ id }) => id), ...vectors];

    expect(Object.keys(skipped).filter((id) => !known.includes(id))).toEqual([]);
    expect(cases).toHaveLength(6);
  });

  test.each(cases)("$id verifies", (each) => {
    const found = verify(each, filesOf(each));

    // A case on the list that would pass has no place there; its files and digests are checked all the same.
    expect(kindsOf(found)).toEqual(skipped[each.id] === undefined ? [] : ["method"]);
    expect(found.ignored).toEqual(
      filesOf(each)
        .filter((file) => !isCovered(each, file))
        .map(({ name }) => name)
        .sort(),
    );
  });

  test.each(cases)("$id fails with a changed, missing, added or renamed file", (each) => {
    const files = filesOf(each);
    const target = files.find((file) => isCovered(each, file));
    const rest = files.filter((file) => file !== target);
    const name = target?.name ?? "";
    const changed = [...rest, aFile(name, "other bytes")];
    const added = [...files, aFile("added", "x")];
    const isOnlyFile = files.length === 1;

    expect(besideMethod(verify(each, changed))).toEqual(["changed-file"]);
    expect(besideMethod(verify(each, rest))).toContain("missing-file");
    expect(besideMethod(verify(each, added))).toContain("extra-file");
    if (target === undefined || isOnlyFile) return;
    const renamed = [...rest, { ...target, name: "renamed" }];
    expect(besideMethod(verify(each, renamed))).toEqual(["missing-file", "extra-file"]);
  });

  test.each(isThere ? readdirSync(join(folder, "test-vectors/v1.0/valid")) : [])(
    "the vector %s is well formed",
    (file) => {
      const found = verifyModelBundle(
        {
          bundle: readText(`test-vectors/v1.0/valid/${file}`),
          files: [],
          publicKeyPem: readText("keys/signing-key-pub.pem"),
        },
        ecdsaKeys,
        sha256,
      );

      const form = kindsOf(found).filter((kind) => kind !== "missing-file");
      expect(form).toEqual(skipped[file] === undefined ? [] : ["method"]);
    },
  );

  test.each(isThere ? readdirSync(join(folder, "test-vectors/v1.0/invalid")) : [])(
    "the vector %s is refused for its form",
    (file) => {
      const found = verifyModelBundle(
        {
          bundle: readText(`test-vectors/v1.0/invalid/${file}`),
          files: [],
          publicKeyPem: readText("keys/signing-key-pub.pem"),
        },
        ecdsaKeys,
        sha256,
      );

      expect(kindsOf(found)).toEqual(["malformed"]);
    },
  );
});

import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { readModel } from "../src/read-model.ts";

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const digestOf = (text: string) => ({ sha256: sha256(Buffer.from(text)) });

/** A folder `model` with these files. */
function aFolder(...names: string[]) {
  const files = names.map((name) => ({ name, digest: digestOf(name), sizeBytes: 1 }));
  const read = (path: string) => Promise.resolve(path === "missing" ? undefined : files);
  return { models: { read }, sha256 };
}

test("a signature that lies in the folder is no part of the model, however its path is written", async () => {
  const folder = aFolder("weights.bin", "model.sig");
  const plain = await readModel({ path: "model", signature: undefined }, aFolder("weights.bin"));

  for (const signature of ["model/model.sig", "./model//model.sig", "model\\model.sig"]) {
    const { digest } = await readModel({ path: "model", signature }, folder);

    expect(digest).toEqual(plain.digest);
  }
  const beside = await readModel({ path: "model", signature: "model.sig" }, folder);
  expect(beside.digest).not.toEqual(plain.digest);
});

test("what belongs to git is counted neither as a file nor in the digest", async () => {
  const found = await readModel(
    { path: "model", signature: undefined },
    aFolder("weights.bin", ".git/HEAD", ".gitignore"),
  );

  expect(found.manifest.map(({ name }) => name)).toEqual(["weights.bin"]);
});

test("a folder that is not there is refused with its name", async () => {
  const act = readModel({ path: "missing", signature: undefined }, aFolder());

  await expect(act).rejects.toMatchObject({ code: "SW4104" });
});

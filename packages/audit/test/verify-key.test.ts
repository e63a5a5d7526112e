import type { AuditVerification } from "@slipway/contracts";
import { logCrypto } from "@slipway/runner";
import { beforeEach, describe, expect, test } from "vitest";
import { verifyLog, type VerifierKey } from "../src/index.ts";
import { aKey, LogInMemory, origin } from "./a-log.ts";

let log: LogInMemory;

beforeEach(async () => {
  log = await new LogInMemory().appendMany(3);
});

function verify({ read, list }: LogInMemory, key: VerifierKey): Promise<AuditVerification> {
  return verifyLog({ read, list, key, crypto: logCrypto, checkpoints: [] });
}

function failures({ checks }: AuditVerification) {
  return checks.filter(({ outcome }) => outcome === "fail");
}

describe("the key", () => {
  test("other key: a checkpoint of another key is refused", async () => {
    const forged = new LogInMemory({ signer: aKey(8) });
    await forged.appendMany(3);

    const found = failures(await verify(forged, log.signer.verifierKey));

    expect(found.map(({ id, detail }) => [id, detail.replace(/\+[0-9a-f]{8}/, "+ID")])).toEqual([
      ["checkpoint", `the log's checkpoint is refused: it is not signed by ${origin}+ID`],
    ]);
  });

  test("of another log is refused, though its size and root are the same", async () => {
    const forged = await new LogInMemory({ signer: aKey(7, "example.com/other") }).appendMany(3);

    expect(failures(await verify(forged, log.signer.verifierKey)).map(({ id }) => id)).toEqual([
      "checkpoint",
    ]);
  });

  test("in the policy file of the branch is never trusted, and a foreign one is named", async () => {
    log.write("policy.tlog-policy", `log ${aKey(8).verifierKey.text}\nquorum none\n`);

    expect(
      failures(await verify(log, log.signer.verifierKey)).map(({ id, detail }) => [
        id,
        detail.slice(0, 18),
      ]),
    ).toEqual([["files", "policy.tlog-policy"]]);
  });

  test("that is mistyped is a wrong setup, not a verdict", async () => {
    const key = { ...log.signer.verifierKey, id: "00000000" };

    await expect(verify(log, key)).rejects.toMatchObject({ code: "SW4301" });
  });
});

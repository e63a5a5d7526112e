import { generateKeyPairSync, randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { generateLogKey } from "@slipway/audit";
import { environmentPointerSchema, logEntrySchema, type LogEntry } from "@slipway/contracts";
import { logCrypto } from "@slipway/runner";
import { runGit, tryGit, type FakeDeployment } from "@slipway/testkit";
import { root } from "../../scripts/check/run-command.ts";
import { createFlightRepository, type FlightRepository } from "./flight-repository.ts";

/** The example with a log, keys and environments, as the README sets them up; what it remembers is read from git and the fake. */
export type DeliveryRepository = FlightRepository & {
  readonly secrets: Readonly<Record<string, string>>;
  /** What the log holds, entry by entry: `promoted v1.0.0 to staging`. */
  readonly entries: () => Promise<readonly LogEntry[]>;
  /** The version that an environment points at, by the file on the branch; `null` for none. */
  readonly pointer: (environment: string) => Promise<string | null>;
  readonly tags: () => Promise<readonly string[]>;
  readonly deployments: () => readonly FakeDeployment[];
};

/** Who wrote the model, and who looks after production. */
export const people = { author: "mara", approver: "jo", operator: "lena" } as const;

/** Sets it up: the log's key in slipway.yaml, the public half of the models' key beside it, reviewers of production. */
export async function createDeliveryRepository(): Promise<DeliveryRepository> {
  const log = generateLogKey("github.com/octo/flights", randomBytes(32), logCrypto);
  const models = generateKeyPairSync("ec", {
    namedCurve: "prime256v1",
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const config = await readFile(join(root, "examples", "flight-delays", "slipway.yaml"), "utf8");
  const repository = await createFlightRepository({
    "slipway.yaml": `${config}\naudit: { key: ${log.verifierKey.text} }\n`,
    "model-signing.pem": models.publicKey,
  });
  const { github, fullName, remote } = repository;
  // Every commit of the fixture has this address.
  github.linkEmail(people.author, "fixture@example.com");
  github.protectEnvironment(fullName, "production", {
    reviewers: [people.author, people.approver].map((login) => ({ type: "User", login })),
  });
  const list = async (...args: readonly string[]): Promise<readonly string[]> => {
    const { stdout, exitCode } = await tryGit({ directory: remote, args });
    return exitCode === 0 ? stdout.toString().split("\n").filter(Boolean) : [];
  };
  const read = (path: string) =>
    runGit({ directory: remote, args: ["cat-file", "blob", `slipway:${path}`] });
  const listFiles = (folder: string) => list("ls-tree", "-r", "--name-only", "slipway", folder);
  return {
    ...repository,
    secrets: { SLIPWAY_AUDIT_KEY: log.secret, SLIPWAY_SIGNING_KEY: models.privateKey },
    entries: async () => {
      const texts = await Promise.all((await listFiles("entries/")).map(read));
      return texts.map((text) => logEntrySchema.parse(JSON.parse(text)));
    },
    pointer: async (environment) => {
      const path = `environments/${environment}/flight-delays.json`;
      if ((await listFiles(path)).length === 0) return null;
      return environmentPointerSchema.parse(JSON.parse(await read(path))).version;
    },
    tags: () => list("tag", "--list"),
    deployments: () => github.state.repositories.get(fullName)?.deployments ?? [],
  };
}

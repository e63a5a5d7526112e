import { z } from "zod";
import { payloadType } from "./envelope.ts";
import { bundleMediaType, predicateType } from "./sign-model.ts";

const base64 = z.string().min(1);
const publicKey = z
  .looseObject({ hint: z.string().optional(), rawBytes: base64.optional() })
  .refine(
    ({ hint, rawBytes }) => hint !== undefined || rawBytes !== undefined,
    "needs `hint` or `rawBytes`",
  );

const verificationMaterial = z
  .strictObject({
    publicKey: publicKey.optional(),
    certificate: z.unknown().optional(),
    x509CertificateChain: z.unknown().optional(),
    tlogEntries: z.array(z.unknown()).optional(),
    timestampVerificationData: z.unknown().optional(),
  })
  .refine(
    ({ publicKey: key, certificate, x509CertificateChain: chain }) =>
      [key, certificate, chain].filter((each) => each !== undefined).length === 1,
    "must have one of `publicKey`, `certificate` and `x509CertificateChain`",
  )
  .refine(
    ({ certificate, tlogEntries }) => certificate === undefined || tlogEntries !== undefined,
    "has a certificate of the keyless method, but no `tlogEntries`",
  );

/** A Sigstore bundle as OMS uses it. What a later method needs is taken as it is: only `key` is verified here. */
export const bundleSchema = z.strictObject({
  mediaType: z.literal(bundleMediaType),
  verificationMaterial,
  dsseEnvelope: z.strictObject({
    payload: base64,
    payloadType: z.literal(payloadType),
    signatures: z
      .array(z.strictObject({ sig: base64, keyid: z.string().nullable().optional() }))
      .length(1, "must have exactly one signature"),
  }),
});

const hex = z.string().regex(/^[0-9a-fA-F]+$/, "must be hexadecimal");
const algorithm = z.string().min(1);

/** The statement inside. Resources may have further fields, and no other object may. */
export const statementSchema = z.strictObject({
  _type: z.literal("https://in-toto.io/Statement/v1"),
  subject: z
    .array(
      z.looseObject({
        name: z.string().min(1),
        digest: z.looseObject({
          sha256: hex.length(64, "must have 64 digits").transform((text) => text.toLowerCase()),
        }),
      }),
    )
    .length(1, "must have exactly one subject"),
  predicateType: z.literal(predicateType),
  predicate: z.strictObject({
    resources: z.array(
      z.looseObject({
        name: z.string().min(1),
        digest: hex.transform((text) => text.toLowerCase()),
        algorithm,
      }),
    ),
    // The bundles of release 1.0 lack ignore_paths, and those of 1.1 that are sharded spell the algorithm otherwise.
    serialization: z.strictObject({
      method: z.enum(["files", "shards"]),
      hash_type: algorithm,
      shard_size: z.number().int().positive().optional(),
      allow_symlinks: z.boolean(),
      ignore_paths: z.array(z.string().min(1)).optional(),
    }),
  }),
});

/** A bundle that has the right form. */
export type Bundle = z.output<typeof bundleSchema>;
/** A statement that has the right form. */
export type Statement = z.output<typeof statementSchema>;
/** What a statement says of the files. */
export type Predicate = Statement["predicate"];

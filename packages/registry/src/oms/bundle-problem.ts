/** What is wrong with a signed model, by kind. */
export type BundleProblemKind =
  | "malformed"
  | "unknown-key"
  | "method"
  | "key-hint"
  | "signature"
  | "serialization"
  | "no-resources"
  | "duplicate-name"
  | "unsafe-name"
  | "ignored-resource"
  | "root-digest"
  | "missing-file"
  | "changed-file"
  | "extra-file";

/** Something that is wrong, in words; names of files are quoted and escaped. */
export type BundleProblem = { readonly kind: BundleProblemKind; readonly message: string };

/** A permission as workflows spell it. */
export type PermissionName =
  | "actions"
  | "administration"
  | "attestations"
  | "checks"
  | "contents"
  | "deployments"
  | "id-token"
  | "issues"
  | "members"
  | "pull-requests"
  | "statuses";

/** The permission that an endpoint needs; any one of `anyOf` is enough. */
export type Need =
  | {
      readonly kind: "permission";
      readonly anyOf: readonly PermissionName[];
      readonly access: "read" | "write";
    }
  | { readonly kind: "token" }
  | {
      /** Persons only; with `anyOf` their token needs one of these. */
      readonly kind: "user";
      readonly anyOf?: readonly PermissionName[];
      readonly access?: "read" | "write";
    };

/** Reading with any one of these permissions. */
export function reads(...anyOf: readonly PermissionName[]): Need {
  return { kind: "permission", anyOf, access: "read" };
}

/** Writing with any one of these permissions. */
export function writes(...anyOf: readonly PermissionName[]): Need {
  return { kind: "permission", anyOf, access: "write" };
}

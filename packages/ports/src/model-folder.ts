import type { Digest } from "@slipway/kernel";

/** The folder whose bytes are a model. */
export interface ModelFolder {
  /** Every file below `path`, by its name inside it; `undefined` where there is no such folder. @throws UserError SW4102 for a link */
  read(
    path: string,
  ): Promise<
    | readonly { readonly name: string; readonly digest: Digest; readonly sizeBytes: number }[]
    | undefined
  >;
}

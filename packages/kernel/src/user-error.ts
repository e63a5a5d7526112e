import type { ErrorCode } from "./error-codes.ts";

/** A failure that the workflow's author can fix. Anything else that is thrown is a bug of ours. */
export class UserError extends Error {
  readonly code: ErrorCode;
  readonly remedy: string;

  constructor(init: { code: ErrorCode; message: string; remedy: string; cause?: unknown }) {
    super(init.message, { cause: init.cause });
    this.name = "UserError";
    this.code = init.code;
    this.remedy = init.remedy;
  }
}

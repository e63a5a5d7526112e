import type { Log } from "@slipway/ports";
import { printSafely } from "./run-action.ts";

/** The log of a job: progress as plain lines that cannot be taken for commands. */
export const jobLog: Log = {
  info: (message) => printSafely(message),
  notice: (message) => printSafely(`note: ${message}`),
  warning: (message) => printSafely(`warning: ${message}`),
};

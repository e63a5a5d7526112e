import type { RunRecord } from "@slipway/contracts";

/** The time, handed in so that a test decides it. */
export interface Clock {
  /** Now, in UTC, as `2026-03-02T16:40:00.000Z`. */
  now(): string;
}

/** Where progress is told: never on standard output, which belongs to documents. */
export interface Log {
  info(message: string): void;
  notice(message: string): void;
  warning(message: string): void;
}

/** Runs the commands that `slipway.yaml` names. */
export interface CommandRunner {
  /** Runs one line in the system's shell, in the workspace. @throws UserError SW1501 where it fails */
  run(command: string): Promise<void>;
}

/** What the runner says about the job, parsed once. */
export type RunContext = {
  readonly run: RunRecord;
  readonly tool: { readonly name: string; readonly version: string };
};

import { spawn } from "node:child_process";
import { UserError } from "@slipway/kernel";
import type { CommandRunner } from "@slipway/ports";

/** Runs `run:` commands in the system's shell; what they print goes to standard error, beside the progress. */
export function shellCommands(folder: string): CommandRunner {
  return {
    run: (command) =>
      new Promise((resolve, reject) => {
        const child = spawn(command, { cwd: folder, shell: true, stdio: ["ignore", 2, 2] });
        child.on("error", (cause) => reject(failed(command, cause.message, cause)));
        child.on("exit", (code, signal) => {
          if (code === 0) resolve();
          else
            reject(
              failed(
                command,
                signal === null ? `it ended with code ${code ?? 1}` : `it was ended by ${signal}`,
              ),
            );
        });
      }),
  };
}

function failed(command: string, how: string, cause?: unknown): UserError {
  return new UserError({
    code: "SW1501",
    message: `the command of \`run:\` failed: ${how}: ${command.slice(0, 200)}`,
    remedy: "Run it by hand in the repository's folder; its own messages are above.",
    cause,
  });
}

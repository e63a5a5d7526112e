import { spawn } from "node:child_process";
import { UserError } from "@slipway/kernel";
import type { CommandRunner } from "@slipway/ports";
import type { Environment } from "./environment.ts";

/** Runs `run:` commands in the system's shell; what they print goes to standard error, beside the progress. */
export function shellCommands(folder: string): CommandRunner {
  return {
    run: (command) =>
      new Promise((resolve, reject) => {
        const env = withoutCredentials(process.env);
        const child = spawn(command, { cwd: folder, env, shell: true, stdio: ["ignore", 2, 2] });
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

/** The command gets what a step of its own would get: neither our inputs and keys nor the tokens of the runner's services. */
function withoutCredentials(env: Environment): Record<string, string | undefined> {
  const ours = /^(INPUT_|ACTIONS_(RUNTIME|RESULTS|CACHE|ID_TOKEN)|SLIPWAY_(AUDIT|SIGNING)_KEY$)/i;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !ours.test(name)));
}

function failed(command: string, how: string, cause?: unknown): UserError {
  return new UserError({
    code: "SW1501",
    message: `the command of \`run:\` failed: ${how}: ${command.slice(0, 200)}`,
    remedy: "Run it by hand in the repository's folder; its own messages are above.",
    cause,
  });
}

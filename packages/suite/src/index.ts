/** Every program of the suite, loaded only when it is started, so that chunks are shared and nothing waits in vain. */
const programs = {
  "validate-data": () => import("@slipway/validate-data"),
  "evaluate-model": () => import("@slipway/evaluate-model"),
  "comment-metrics": () => import("@slipway/comment-metrics"),
  "store-evidence": () => import("@slipway/store-evidence"),
  "register-model": () => import("@slipway/register-model"),
  "promote-model": () => import("@slipway/promote-model"),
  "verify-model": () => import("@slipway/verify-model"),
  "verify-audit": () => import("@slipway/verify-audit"),
  cli: () => import("@slipway/cli"),
} as const;

/** The name of a program: an action's folder, or `cli`. */
export type ProgramName = keyof typeof programs;

/** Loads a program and runs it to its end. */
export async function start(name: ProgramName): Promise<void> {
  const { main } = await programs[name]();
  await main();
}

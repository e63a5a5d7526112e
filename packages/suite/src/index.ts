const delivery = () => import("./delivery.ts");

/**
 * Every program of the suite, loaded only when it is started, so that chunks are shared and nothing waits in vain.
 * Those that register, promote and verify share most of their code, and so one chunk.
 */
const programs = {
  "validate-data": async () => (await import("@slipway/validate-data")).main,
  "evaluate-model": async () => (await import("@slipway/evaluate-model")).main,
  "comment-metrics": async () => (await import("@slipway/comment-metrics")).main,
  "store-evidence": async () => (await import("@slipway/store-evidence")).main,
  "register-model": async () => (await delivery()).registerModel,
  "promote-model": async () => (await delivery()).promoteModel,
  "verify-model": async () => (await delivery()).verifyModel,
  "verify-audit": async () => (await delivery()).verifyAudit,
  cli: async () => (await import("@slipway/cli")).main,
} as const;

/** The name of a program: an action's folder, or `cli`. */
export type ProgramName = keyof typeof programs;

/** Loads a program and runs it to its end. */
export async function start(name: ProgramName): Promise<void> {
  const main = await programs[name]();
  await main();
}

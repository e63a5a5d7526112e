/** Placeholder until the drafting of contracts is in. */
export async function init(): Promise<void> {
  await Promise.resolve();
}

/** How a step of the demo ended. */
export type StepOutcome = "pass" | "warn" | "fail" | "refused" | "done";

/** One line of the table at the end, and one entry of result.json. */
export type DemoStep = {
  readonly id: string;
  readonly outcome: StepOutcome;
  readonly exitCode: number;
  readonly ms: number;
};

/** Collects steps, tells of each while it happens, and knows what was expected of it. */
export class Steps {
  readonly done: DemoStep[] = [];

  /** Runs work that is no action of ours: training, commits. */
  async prepare<T>(id: string, title: string, work: () => Promise<T>): Promise<T> {
    tell(`${title} …`);
    const startedAt = performance.now();
    const result = await work();
    this.#add({ id, outcome: "done", exitCode: 0, ms: performance.now() - startedAt });
    return result;
  }

  /** Runs an action and stops the demo where it does not end as the story says. */
  async act<T extends { exitCode: number; outcome: string; ms: number; log: string }>(
    expected: {
      readonly id: string;
      readonly title: string;
      readonly outcome: StepOutcome;
      readonly exitCode: number;
    },
    work: () => Promise<T>,
  ): Promise<T> {
    const { id, title, outcome, exitCode } = expected;
    tell(`${title} …`);
    const found = await work();
    if (found.outcome !== outcome || found.exitCode !== exitCode) {
      const was = `${found.outcome} (exit ${found.exitCode})`;
      throw new Error(
        `${id} ended as ${was}, but the story expects ${outcome} (exit ${exitCode}):\n${found.log}`,
      );
    }
    this.#add({ id, outcome, exitCode, ms: found.ms });
    return found;
  }

  #add(step: DemoStep): void {
    this.done.push({ ...step, ms: Math.round(step.ms) });
    tell(`  ${step.id}: ${step.outcome} in ${(step.ms / 1000).toFixed(1)} s`);
  }
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

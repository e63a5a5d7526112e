/** How many checks of a suite passed and failed. A suite with no countable parts counts as one. */
export type Counts = { readonly passed: number; readonly failed: number };

/** One part of the gate. `isQuick` parts run in `npm run check` too, not only in CI. */
export type Suite = {
  readonly name: string;
  readonly isQuick: boolean;
  /** Shows its own output; a throw counts as one failure. */
  readonly run: () => Promise<Counts>;
};

/** The whole suite as one check. */
export function oneCheck(isPassed: boolean): Counts {
  return isPassed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A claim as one check, printed as a line with what was found. */
export function claim(text: string, isTrue: boolean, detail: string): Counts {
  process.stdout.write(`${isTrue ? "ok    " : "FAILED"} ${text}: ${detail}\n`);
  return oneCheck(isTrue);
}

/** The counts of several parts together. */
export function addCounts(parts: readonly Counts[]): Counts {
  return {
    passed: parts.reduce((sum, part) => sum + part.passed, 0),
    failed: parts.reduce((sum, part) => sum + part.failed, 0),
  };
}

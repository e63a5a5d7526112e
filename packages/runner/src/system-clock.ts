import type { Clock } from "@slipway/ports";

/** The machine's own time. */
export const systemClock: Clock = { now: () => new Date().toISOString() };

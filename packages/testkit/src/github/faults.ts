/** What goes wrong with a request. With `afterEffect` the write happens and only its answer is lost. */
export type Fault =
  | {
      readonly kind: "status";
      readonly status: number;
      readonly message?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly afterEffect?: boolean;
    }
  | {
      readonly kind: "reset";
      readonly afterEffect?: boolean;
      /** Called before the connection is reset. */
      readonly onReset?: () => void;
    }
  | { readonly kind: "stale" }
  | { readonly kind: "delay"; readonly delayMs: number }
  | { readonly kind: "secondary-limit"; readonly retryAfterSeconds: number };

/** Which requests a fault meets: all that match, the next `times` (default 1) of them. */
export type FaultPlan = {
  readonly method?: string;
  /** A path or GitHub's path template, compared whole, or a pattern for the path. */
  readonly path?: string | RegExp;
  readonly times?: number;
  /** How many that match pass unharmed first; default none. */
  readonly skip?: number;
  readonly fault: Fault;
};

/** A request as faults see it. */
export type FaultTarget = {
  readonly method: string;
  readonly path: string;
  readonly route: string | null;
};

/** The faults that wait for their requests. */
export type Faults = {
  /** Plans a fault; several that match are used in the order they were planned. */
  plan(plan: FaultPlan): void;
  /** Uses up the next fault for a request. */
  take(target: FaultTarget): Fault | null;
  /** How many planned faults have not happened yet. */
  pending(): number;
  /** Forgets a planned fault, whether it happened or not. */
  cancel(plan: FaultPlan): void;
};

/** A list of faults with nothing planned. */
export function createFaults(): Faults {
  const waiting: { plan: FaultPlan; left: number; skip: number }[] = [];
  return {
    plan: (plan) => {
      waiting.push({ plan, left: plan.times ?? 1, skip: plan.skip ?? 0 });
    },
    take: (target) => {
      const meant = waiting.filter((one) => one.left > 0 && isMeant(one.plan, target));
      const entry = meant.find((one) => one.skip === 0);
      for (const one of meant) one.skip = Math.max(0, one.skip - 1);
      if (entry === undefined) return null;
      entry.left -= 1;
      return entry.plan.fault;
    },
    cancel: (plan) => {
      for (const one of waiting) if (one.plan === plan) one.left = 0;
    },
    pending: () => waiting.reduce((sum, one) => sum + one.left, 0),
  };
}

function isMeant(plan: FaultPlan, target: FaultTarget): boolean {
  if (plan.method !== undefined && plan.method !== target.method) return false;
  if (plan.path === undefined) return true;
  if (typeof plan.path === "string") {
    return plan.path === target.path || plan.path === target.route;
  }
  return plan.path.test(target.path);
}

/** What goes wrong with a request. With `afterEffect` the write happens and only its answer is lost. */
export type Fault =
  | {
      readonly kind: "status";
      readonly status: number;
      readonly message?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly afterEffect?: boolean;
    }
  | { readonly kind: "reset"; readonly afterEffect?: boolean }
  | { readonly kind: "stale" }
  | { readonly kind: "delay"; readonly delayMs: number }
  | { readonly kind: "secondary-limit"; readonly retryAfterSeconds: number };

/** Which requests a fault meets: all that match, the next `times` (default 1) of them. */
export type FaultPlan = {
  readonly method?: string;
  /** A path or GitHub's path template, compared whole, or a pattern for the path. */
  readonly path?: string | RegExp;
  readonly times?: number;
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
};

/** A list of faults with nothing planned. */
export function createFaults(): Faults {
  const waiting: { plan: FaultPlan; left: number }[] = [];
  return {
    plan: (plan) => {
      waiting.push({ plan, left: plan.times ?? 1 });
    },
    take: (target) => {
      const entry = waiting.find((one) => one.left > 0 && isMeant(one.plan, target));
      if (entry === undefined) return null;
      entry.left -= 1;
      return entry.plan.fault;
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

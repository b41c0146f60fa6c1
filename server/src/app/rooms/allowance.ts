/** How often each may do something. */
export interface Allowance {
  /** Whether this one may do it now; counts when so. */
  readonly take: (who: string) => boolean;
  readonly forget: (who: string) => void;
}

/** Returns an allowance of so many times a second, with as many at once for who was quiet before. */
export const createAllowance = (perSecond: number, now: () => number = () => performance.now()): Allowance => {
  const left = new Map<string, { readonly count: number; readonly at: number }>();
  return {
    take: (who) => {
      const at = now();
      const before = left.get(who) ?? { count: perSecond, at };
      const count = Math.min(perSecond, before.count + ((at - before.at) / 1_000) * perSecond);
      left.set(who, { count: count < 1 ? count : count - 1, at });
      return count >= 1;
    },
    forget: (who) => void left.delete(who),
  };
};

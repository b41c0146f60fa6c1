/** How often each may do something. */
export interface Allowance {
  /** Whether this one may do it now; counts when so. */
  readonly take: (who: string) => boolean;
  readonly forget: (who: string) => void;
  /** Of how many it is known that they did so lately. */
  readonly size: () => number;
}

/** Returns an allowance of so many times a second, with as many at once for who was quiet before. Who was quiet for a second is forgotten. */
export const createAllowance = (perSecond: number, now: () => number = () => performance.now()): Allowance => {
  const left = new Map<string, { readonly count: number; readonly at: number }>();
  let tidiedAt = now();
  const tidy = (at: number): void => {
    if (at - tidiedAt < 1_000) return;
    tidiedAt = at;
    // After a second everything is allowed again, as to one who is not known.
    for (const [who, known] of left) if (at - known.at >= 1_000) left.delete(who);
  };
  return {
    take: (who) => {
      const at = now();
      tidy(at);
      const before = left.get(who) ?? { count: perSecond, at };
      const count = Math.min(perSecond, before.count + ((at - before.at) / 1_000) * perSecond);
      left.set(who, { count: count < 1 ? count : count - 1, at });
      return count >= 1;
    },
    forget: (who) => void left.delete(who),
    size: () => left.size,
  };
};

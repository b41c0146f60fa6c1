import { Unanswered, type Contestant } from './released.ts';
import { timingOf, type Timing } from './timing.ts';

/** What a contestant gave and how long it took. */
export interface Asked {
  readonly name: string;
  readonly what: string;
  /** A question that was given up counts as the time after which it was. */
  readonly timing: Timing;
  /** How many of the answers are those of the product. */
  readonly same: number;
  readonly answered: number;
  /** How many classes it was asked about; all of them, but for one that is slow. */
  readonly asked: number;
  /** After how many milliseconds a question was given up, where there is such a limit. */
  readonly limit?: number;
  /** How often there was no answer, by the reason. */
  readonly unanswered: Readonly<Record<string, number>>;
}

type Outcome = readonly string[] | Unanswered;

/**
 * Asks a contestant about each class `rounds` times, after one time that does not count. `expected` is the product's answer. One that is slow
 * is asked about fewer classes, spread over all of them, and about each at least once more; what it did not answer it is not asked again.
 */
export const ask = async (
  contestant: Contestant,
  classes: readonly string[],
  rounds: number,
  expected: Contestant['released'],
): Promise<Asked> => {
  const { name, what, patience } = contestant;
  const budget = patience?.budgetMs ?? Infinity;
  const start = performance.now();
  const spent = (): number => performance.now() - start;
  const outcomes = new Map<string, Outcome>();
  for (const dataClass of patience === undefined ? classes : spread(classes)) {
    if (spent() > budget / 2) break;
    outcomes.set(dataClass, (await answerOf(contestant, dataClass))[0]);
  }
  const answered = [...outcomes].filter(([, outcome]) => !(outcome instanceof Unanswered));
  let same = 0;
  for (const [dataClass, outcome] of answered) if (isSame(outcome, await expected(dataClass))) same += 1;
  const times: number[] = [];
  for (let round = 0; round < rounds && (round === 0 || spent() < budget); round += 1) {
    for (const [dataClass] of answered) times.push((await answerOf(contestant, dataClass))[1]);
    for (let at = answered.length; at < outcomes.size; at += 1) times.push(patience?.queryMs ?? 0);
  }
  return {
    name,
    what,
    timing: timingOf(times),
    same,
    answered: answered.length,
    asked: outcomes.size,
    ...(patience === undefined ? {} : { limit: patience.queryMs }),
    unanswered: countReasons([...outcomes.values()]),
  };
};

const isSame = (outcome: Outcome, expected: readonly string[]): boolean =>
  !(outcome instanceof Unanswered) && outcome.join(' ') === expected.join(' ');

const answerOf = async ({ released }: Contestant, dataClass: string): Promise<readonly [Outcome, ms: number]> => {
  const start = performance.now();
  try {
    const given = released(dataClass);
    const outcome = given instanceof Promise ? await given : given;
    return [outcome, performance.now() - start];
  } catch (cause) {
    if (!(cause instanceof Unanswered)) throw cause;
    return [cause, performance.now() - start];
  }
};

const countReasons = (outcomes: readonly Outcome[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes)
    if (outcome instanceof Unanswered) counts[outcome.message] = (counts[outcome.message] ?? 0) + 1;
  return counts;
};

/** The items in an order of which every beginning is spread over all of them: each as far on from the one before as the golden section. */
const spread = <T>(items: readonly T[]): readonly T[] => {
  const place = (at: number): number => (at * 0.618_033_988_75) % 1;
  return items
    .map((item, at) => ({ item, place: place(at) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
};

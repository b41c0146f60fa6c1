import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, ConditionState, Leaf, Truth } from '../../server/src/domain/verdict/index.ts';
import { wayTo } from '../../server/src/domain/verdict/to-reach.ts';
import { truthOf } from '../../server/src/domain/verdict/truth.ts';

const leafOf = (condition: string): Leaf => ({
  kind: 'LEAF',
  condition,
  cite: [condition],
  question: 'Is it?',
  document: false,
  mark: ['R'],
  unverified: false,
});

const stateOf = (condition: string, truth: Truth): ConditionState => ({
  condition,
  cite: [condition],
  question: 'Is it?',
  answer: truth,
  evidenced: truth,
  by: truth === 'UNKNOWN' ? 'NOBODY' : 'ANSWER',
  late: false,
  evidence: [],
  unverified: false,
  ...(truth === 'UNKNOWN' ? { missing: 'An answer.' } : {}),
});

type Shape =
  { readonly kind: 'LEAF' } | { readonly kind: 'ALL' | 'ANY' | 'NONE' | 'IF'; readonly parts: readonly Shape[] };

const shape: fc.Arbitrary<Shape> = fc.letrec<{ node: Shape }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.constant<Shape>({ kind: 'LEAF' }),
    fc.record({
      kind: fc.constantFrom('ALL' as const, 'ANY' as const, 'NONE' as const),
      parts: fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('IF' as const), parts: fc.tuple(tie('node'), tie('node')) }),
  ),
})).node;

/** A tree in which each condition stands once. */
const treeOf = (from: Shape, next: { count: number }): Condition => {
  if (from.kind === 'LEAF') {
    next.count += 1;
    return leafOf(`c${next.count}`);
  }
  const parts = from.parts.map((part) => treeOf(part, next));
  const [when, needs] = parts;
  return from.kind === 'IF' && when !== undefined && needs !== undefined
    ? { kind: 'IF', when, needs }
    : { kind: from.kind === 'IF' ? 'ALL' : from.kind, parts };
};

const truths: readonly Truth[] = ['MET', 'NOT_MET', 'UNKNOWN'];

const largest = 8;

const question = fc
  .tuple(
    shape,
    // Every other claim is one that nobody has begun.
    fc.oneof(
      fc.array(fc.constantFrom(...truths), { minLength: largest, maxLength: largest }),
      fc.constant<readonly Truth[]>(Array.from({ length: largest }, () => 'UNKNOWN')),
    ),
  )
  .map(([from, given]) => {
    const next = { count: 0 };
    const tree = treeOf(from, next);
    return { tree, count: next.count, given };
  })
  .filter(({ count }) => count <= largest);

const truthWith = (tree: Condition, truthById: ReadonlyMap<string, Truth>): Truth =>
  truthOf(tree, ({ condition }) => truthById.get(condition) ?? 'UNKNOWN');

/** Every way to answer the open conditions, by brute force: how many it answers, and whether the tree is met then. */
const everyAnswer = (tree: Condition, truthById: ReadonlyMap<string, Truth>, open: readonly string[]): number => {
  let best = Number.POSITIVE_INFINITY;
  const visit = (at: number, answered: number, now: ReadonlyMap<string, Truth>): void => {
    if (truthWith(tree, now) === 'MET') best = Math.min(best, answered);
    if (at === open.length) return;
    visit(at + 1, answered, now);
    for (const truth of ['MET', 'NOT_MET'] as const)
      visit(at + 1, answered + 1, new Map([...now, [open[at] ?? '', truth]]));
  };
  visit(0, 0, truthById);
  return best;
};

describe('what is still missing', () => {
  it('leads there, by the fewest answers where nothing is begun, and is said to be impossible only where nothing does', () => {
    let reachable = 0;
    fc.assert(
      fc.property(question, ({ tree, count, given }) => {
        const ids = Array.from({ length: count }, (_, index) => `c${index + 1}`);
        const truthById = new Map(ids.map((id, index) => [id, given[index] ?? 'UNKNOWN'] as const));
        const states = new Map(ids.map((id) => [id, stateOf(id, truthById.get(id) ?? 'UNKNOWN')]));
        const open = ids.filter((id) => truthById.get(id) === 'UNKNOWN');
        const fewest = everyAnswer(tree, truthById, open);
        const way = wayTo(tree, states, 'evidenced');
        expect(way.possible).toBe(fewest !== Number.POSITIVE_INFINITY);
        if (!way.possible) {
          for (const id of way.against) expect(truthById.get(id)).not.toBe('UNKNOWN');
          return;
        }
        expect(way.steps.length).toBeGreaterThanOrEqual(fewest);
        if (open.length === ids.length || fewest === 0) expect(way.steps).toHaveLength(fewest);
        const after = new Map<string, Truth>(truthById);
        for (const { condition, wanted } of way.steps) after.set(condition ?? '', wanted ?? 'UNKNOWN');
        expect(truthWith(tree, after)).toBe('MET');
        if (fewest > 0) reachable += 1;
      }),
      { numRuns: 2_000 },
    );
    expect(reachable).toBeGreaterThan(200);
  });

  it('goes on with what somebody has begun, though another alternative takes fewer answers', () => {
    const tree: Condition = {
      kind: 'ANY',
      parts: [leafOf('short'), { kind: 'ALL', parts: [leafOf('begun'), leafOf('b'), leafOf('c')] }],
    };
    const states = new Map(
      ['short', 'begun', 'b', 'c'].map((id) => [id, stateOf(id, id === 'begun' ? 'MET' : 'UNKNOWN')] as const),
    );
    const way = wayTo(tree, states, 'evidenced');
    expect(way.possible && way.steps.map(({ condition }) => condition)).toEqual(['b', 'c']);
  });

  it('is never that a condition comes out both ways', () => {
    const both: Condition = { kind: 'ALL', parts: [leafOf('a'), { kind: 'NONE', parts: [leafOf('a')] }] };
    const states = new Map([['a', stateOf('a', 'UNKNOWN')]]);
    expect(wayTo(both, states, 'evidenced')).toEqual({ possible: false, against: ['a'] });
  });
});

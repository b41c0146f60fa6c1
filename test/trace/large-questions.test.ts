import { describe, expect, it } from 'vitest';
import { createTraceIndex, trace, tracePaths } from '../../server/src/domain/trace/index.ts';
import { answerFrom } from './answer-of.ts';
import { toGraph, type ExpectedPart, type Inventory } from './inventory.ts';

const today = '2026-11-21';
const numbers = (count: number): number[] => Array.from({ length: count }, (_, number) => number);
const pad = (number: number): string => String(number).padStart(2, '0');

/** Every system sends to every other: the number of paths without a repeated system explodes. */
const everyoneToEveryone = (count: number): Inventory => ({
  classes: [{ id: 'lab' }],
  systems: numbers(count).map((number) => ({
    id: `s${pad(number)}`,
    holds: number === 0 ? [{ class: 'lab', role: 'ORIGIN' as const }] : [],
  })),
  flows: numbers(count).flatMap((from) =>
    numbers(count)
      .filter((to) => to !== from)
      .map((to) => ({ id: `f${pad(from)}${pad(to)}`, from: `s${pad(from)}`, to: `s${pad(to)}`, carries: ['lab'] })),
  ),
  channels: [{ id: 'portal', system: `s${pad(count - 1)}`, releases: ['lab'], for: ['PATIENT'] }],
  restrictions: [],
});

describe('questions at the edge of what one pass can hold', () => {
  it('answers forty audiences as it answers each alone', () => {
    const audiences = numbers(40).map((number) => `A${pad(number)}`);
    const inventory: Inventory = {
      classes: [{ id: 'lab' }],
      systems: [
        { id: 'lis', holds: [{ class: 'lab', role: 'ORIGIN' }] },
        { id: 'ehr', holds: [] },
      ],
      flows: [{ id: 'oru', from: 'lis', to: 'ehr', carries: ['lab'] }],
      channels: [
        { id: 'portal', system: 'ehr', releases: ['lab'], for: audiences },
        { id: 'late', system: 'ehr', releases: ['lab'], for: audiences.slice(33) },
      ],
      restrictions: [
        { id: 'cut', appliesTo: 'oru', effect: 'WITHHOLDS', limits: [], audiences: ['A03', 'A35'] },
        { id: 'fee', appliesTo: 'portal', effect: 'CHARGES', limits: [], audiences: ['A35', 'A39'] },
      ],
    };
    const index = createTraceIndex(toGraph(inventory));
    const all = answerFrom(index, { class: 'lab', on: today }) as ExpectedPart;
    const alone = audiences.map((audience) => answerFrom(index, { class: 'lab', audience, on: today }) as ExpectedPart);
    const compare = (a: ExpectedPart['outcomes'][number], b: ExpectedPart['outcomes'][number]): number =>
      `${a.channel} ${a.audience}` < `${b.channel} ${b.audience}` ? -1 : 1;
    expect(all.outcomes).toEqual(alone.flatMap(({ outcomes }) => outcomes).sort(compare));
    expect(all.releasePaths).toEqual(alone.flatMap(({ releasePaths }) => releasePaths));
    expect(all.restrictedPaths).toEqual(alone.flatMap(({ restrictedPaths }) => restrictedPaths));
    expect(all.restrictionsMet).toEqual(['cut', 'fee']);
    expect(all.restrictionsBehind).toEqual([]);
  });

  it('says "at least" where loops make counting too long, and gives the sets exactly all the same', () => {
    const result = trace(createTraceIndex(toGraph(everyoneToEveryone(14))), { dataClass: 'lab', asOf: today });
    if (!result.ok) throw new Error('the class exists');
    const [answer] = result.value.answers;
    expect(answer?.pathCounts[0]?.release.exact).toBe(false);
    expect(answer?.pathCounts[0]?.release.value).toBeGreaterThan(1000);
    expect(result.value.outcomes).toEqual([{ channel: 'portal', audience: 'PATIENT', outcome: 'RELEASED' }]);
    expect(result.value.completeness.pathCounts).toBe(false);
    expect(result.value.completeness.notes).toHaveLength(1);
    expect(result.value.sentence).toContain('At least');
  });

  it('spends one budget on all parts and audiences of a question', () => {
    const parts = numbers(40).map((number) => ({ id: `part${pad(number)}`, partOf: 'lab' }));
    const mesh = everyoneToEveryone(13);
    const inventory: Inventory = {
      ...mesh,
      classes: [...mesh.classes, ...parts],
      channels: [
        { id: 'portal', system: 's12', releases: ['lab'], for: numbers(13).map((number) => `A${pad(number)}`) },
      ],
      restrictions: parts.map(({ id }) => ({
        id: `r-${id}`,
        appliesTo: 'portal',
        effect: 'DELAYS',
        limits: [id],
        audiences: [],
      })),
    };
    const result = trace(createTraceIndex(toGraph(inventory)), { dataClass: 'lab', asOf: today });
    if (!result.ok) throw new Error('the class exists');
    expect(result.value.answers).toHaveLength(41);
    const counts = result.value.answers.flatMap(({ pathCounts }) => pathCounts);
    expect(counts).toHaveLength(41 * 13);
    // Each count still finds some: what is left of the budget is shared, not refused.
    expect(counts.every(({ release }) => release.value > 100 && !release.exact)).toBe(true);
    expect(result.value.outcomes.every(({ outcome }) => outcome === 'PARTIAL')).toBe(true);
  });

  it('pages through paths it could never list whole', () => {
    const index = createTraceIndex(toGraph(everyoneToEveryone(20)));
    const question = { dataClass: 'lab', asOf: today };
    const first = tracePaths(index, question, { part: 'lab', first: 50 });
    if (!first.ok || first.value.endCursor === undefined) throw new Error('there is a page');
    const second = tracePaths(index, question, { part: 'lab', first: 50, after: first.value.endCursor });
    if (!second.ok) throw new Error('there is a next page');
    const ids = [...first.value.paths, ...second.value.paths].map(({ id }) => id);
    expect(new Set(ids).size).toBe(100);
    expect(second.value.hasMore).toBe(true);
  });

  it('counts exactly without loops, however many paths there are', () => {
    const layers = 16;
    const inventory: Inventory = {
      classes: [{ id: 'lab' }],
      systems: numbers(layers).map((number) => ({
        id: `s${pad(number)}`,
        holds: number === 0 ? [{ class: 'lab', role: 'ORIGIN' as const }] : [],
      })),
      flows: numbers(layers - 1).flatMap((from) =>
        numbers(4).map((copy) => ({
          id: `f${pad(from)}${copy}`,
          from: `s${pad(from)}`,
          to: `s${pad(from + 1)}`,
          carries: ['lab'],
        })),
      ),
      channels: [{ id: 'portal', system: `s${pad(layers - 1)}`, releases: ['lab'], for: ['PATIENT'] }],
      restrictions: [],
    };
    const result = trace(createTraceIndex(toGraph(inventory)), { dataClass: 'lab', asOf: today });
    expect(result.ok && result.value.answers[0]?.pathCounts[0]?.release).toEqual({ value: 4 ** 15, exact: true });
  });

  it.each([
    [{ dataClass: 'nope', asOf: today }, 'DataClassNotFound'],
    [{ dataClass: 'lab', audience: 'NOBODY', asOf: today }, 'AudienceNotFound'],
    [{ dataClass: 'lab', channel: 'nope', asOf: today }, 'ChannelNotFound'],
    [{ dataClass: 'lab', asOf: '2026-02-30' }, 'DateInvalid'],
  ])('names what is wrong with %o', (question, type) => {
    const result = trace(createTraceIndex(toGraph(everyoneToEveryone(2))), question);
    expect(result.ok ? '' : result.error.type).toBe(type);
  });

  it('refuses a cursor that is none', () => {
    const page = tracePaths(
      createTraceIndex(toGraph(everyoneToEveryone(2))),
      { dataClass: 'lab', asOf: today },
      { part: 'lab', first: 1, after: 'x' },
    );
    expect(page.ok ? '' : page.error.type).toBe('CursorInvalid');
  });
});

describe('a question about a purpose', () => {
  it('leaves out restrictions for other purposes only', () => {
    const graph = toGraph({
      classes: [{ id: 'lab' }],
      systems: [{ id: 'ehr', holds: [{ class: 'lab', role: 'ORIGIN' }] }],
      flows: [],
      channels: [{ id: 'portal', system: 'ehr', releases: ['lab'], for: ['PATIENT'] }],
      restrictions: [{ id: 'r', appliesTo: 'portal', effect: 'WITHHOLDS', limits: [], audiences: [] }],
    });
    const [restriction] = [...graph.Restriction.values()];
    if (restriction === undefined) throw new Error('there is one');
    const index = createTraceIndex({
      ...graph,
      Restriction: new Map([['r', { ...restriction, purposes: ['TREATMENT'] }]]),
    });
    const outcome = (purpose?: string): string | undefined => {
      const result = trace(index, { dataClass: 'lab', asOf: today, ...(purpose === undefined ? {} : { purpose }) });
      return result.ok ? result.value.outcomes[0]?.outcome : undefined;
    };
    expect([outcome('TREATMENT'), outcome(), outcome('PAYMENT')]).toEqual(['WITHHELD', 'WITHHELD', 'RELEASED']);
  });
});

describe('a channel for nobody', () => {
  it('is told of in the sentence: an import often knows no audience', () => {
    const index = createTraceIndex(
      toGraph({
        classes: [{ id: 'lab' }],
        systems: [{ id: 'ehr', holds: [{ class: 'lab', role: 'COPY' }] }],
        flows: [],
        channels: [{ id: 'api', system: 'ehr', releases: ['lab'], for: [] }],
        restrictions: [],
      }),
    );
    const result = trace(index, { dataClass: 'lab', asOf: today, channel: 'api' });
    expect(result.ok && result.value.sentence).toBe(
      'For 1 channel nobody recorded an audience. No system of origin is recorded. 0 paths, exact.',
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyGraph, type EhiGraph } from '../model/ehi-graph.ts';
import { findingStates, type FindingReview } from '../model/concepts.ts';
import { attentionOf } from './attention.ts';
import { findingFacets } from './facets.ts';
import { findingLevels } from './finding.ts';
import { narrowFindings, type FindingsFilter } from './narrow-findings.ts';
import type { ReviewedFinding } from './reviewed.ts';
import { sortFindings } from './sort-findings.ts';

const asOf = '2026-11-21';
const rules = ['one', 'two'];
const stamp = '2026-11-01T00:00:00.000Z';

const graph: EhiGraph = {
  ...emptyGraph,
  System: new Map(['a', 'b'].map((id) => [id, { id, name: id, updatedAt: stamp } as never])),
  AccessChannel: new Map([['c', { id: 'c', name: 'c', system: 'a', updatedAt: stamp } as never]]),
};

const review = fc.record(
  {
    owner: fc.constantFrom('Ann', 'Bo'),
    dueOn: fc.constantFrom('2026-11-20', '2026-11-21', '2026-11-28', '2026-11-29', '2027-02-01'),
    updatedAt: fc.constantFrom('2026-11-03T00:00:00.000Z', '2026-11-04T00:00:00.000Z'),
  },
  { requiredKeys: ['updatedAt'] },
);

const findings: fc.Arbitrary<readonly ReviewedFinding[]> = fc
  .array(
    fc.record({
      rule: fc.constantFrom(...rules),
      level: fc.constantFrom(...findingLevels),
      state: fc.constantFrom(...findingStates),
      thing: fc.constantFrom('system=a', 'system=b', 'channel=c'),
      review: fc.option(review, { nil: undefined }),
    }),
    { maxLength: 30, size: 'max' },
  )
  .map((made) =>
    made.map(({ rule, level, state, thing, review: reviewed }, at) => {
      const [kind = '', id = ''] = thing.split('=');
      return {
        id: `${rule}@${at}`,
        rule,
        ruleVersion: 1,
        level,
        entities: [{ kind: kind as 'system', id }],
        explanation: `Finding ${at}`,
        state: reviewed === undefined ? ('OPEN' as const) : state,
        ...(reviewed === undefined ? {} : { review: reviewed as FindingReview }),
      };
    }),
  );

const filters: fc.Arbitrary<FindingsFilter> = fc.record(
  {
    rules: fc.subarray(rules, { minLength: 1 }),
    levels: fc.subarray([...findingLevels], { minLength: 2 }),
    states: fc.subarray([...findingStates], { minLength: 3 }),
    system: fc.constantFrom('a', 'b'),
    owner: fc.constantFrom('Ann', null),
    due: fc.constantFrom({ overdue: true }, { none: true }, { withinDays: 7 }, { before: '2026-11-22' }),
    text: fc.constantFrom('finding', '1'),
  },
  { requiredKeys: [] },
);

describe('the counts beside the choices', () => {
  it('are how many are listed when the choice is made, whatever else is chosen', () => {
    let told = 0;
    fc.assert(
      fc.property(findings, filters, (all, filter) => {
        const list = { graph, asOf, findings: all };
        const facets = findingFacets(list, filter, rules);
        const listed = (change: FindingsFilter): number => narrowFindings(list, { ...filter, ...change }).length;
        expect(facets.total).toBe(listed({}));
        for (const { value, count } of facets.rules) expect(count).toBe(listed({ rules: [value] }));
        for (const { value, count } of facets.levels) expect(count).toBe(listed({ levels: [value] }));
        for (const { value, count } of facets.states) expect(count).toBe(listed({ states: [value] }));
        for (const { value, count } of facets.owners) expect(count).toBe(listed({ owner: value ?? null }));
        for (const { value, count } of facets.systems) expect(count).toBe(listed({ system: value }));
        for (const { value, count } of facets.channels) expect(count).toBe(listed({ channel: value }));
        expect(facets.due.overdue).toBe(listed({ due: { overdue: true } }));
        expect(facets.due.week).toBe(listed({ due: { withinDays: 7 } }));
        expect(facets.due.none).toBe(listed({ due: { none: true } }));
        told += facets.due.overdue + facets.due.week;
      }),
      { numRuns: 500 },
    );
    expect(told).toBeGreaterThan(20);
  });
});

describe('the order of findings', () => {
  it('by due date has the earliest first and those without one last, and loses none', () => {
    fc.assert(
      fc.property(findings, (all) => {
        const sorted = sortFindings({ graph, asOf, findings: all }, 'DUE');
        const dates = sorted.map((finding) => finding.review?.dueOn ?? '9999');
        expect(dates).toEqual(dates.toSorted());
        expect(sorted.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
      }),
    );
  });
});

describe('what is to be dealt with first', () => {
  it('is open, and overdue or of the highest level; the overdue before all others, nobody’s before somebody’s', () => {
    fc.assert(
      fc.property(findings, (all) => {
        const told = attentionOf(all, asOf);
        const order = ['OVERDUE', 'HIGH_WITHOUT_OWNER', 'HIGH'];
        const places = told.map(({ reason }) => order.indexOf(reason));
        expect(places).toEqual(places.toSorted());
        const expected = all.filter(
          ({ state, level, review: seen }) =>
            state === 'OPEN' && (level === 'HIGH' || (seen?.dueOn !== undefined && seen.dueOn < asOf)),
        );
        expect(told.map(({ finding }) => finding.id).sort()).toEqual(expected.map(({ id }) => id).sort());
        for (const { finding, reason } of told)
          if (reason === 'HIGH_WITHOUT_OWNER') expect(finding.review?.owner).toBeUndefined();
      }),
    );
  });
});

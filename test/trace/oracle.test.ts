import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTraceIndex, trace, tracePaths, type TraceQuestion } from '../../server/src/domain/trace/index.ts';
import { answerOf } from './answer-of.ts';
import { inventories } from './arbitrary-inventory.ts';
import { toGraph, type Ask } from './inventory.ts';
import { oracle, oraclePaths } from './oracle.ts';

const runs = { numRuns: 2500 };
const questionOf = (ask: Ask): TraceQuestion => ({
  dataClass: ask.class,
  asOf: ask.on,
  ...(ask.audience === undefined ? {} : { audience: ask.audience }),
  ...(ask.channel === undefined ? {} : { channel: ask.channel }),
});

// Thousands of graphs take their time on a busy machine.
describe('trace against brute force', { timeout: 180_000 }, () => {
  it('gives the same outcomes, restrictions, stranded systems, starts and path counts', () => {
    fc.assert(
      fc.property(inventories, ({ inventory, ask }) => {
        expect(answerOf(inventory, ask)).toEqual(oracle(inventory, ask));
      }),
      runs,
    );
  });

  it('lists exactly the paths there are, each once, page by page', () => {
    fc.assert(
      fc.property(inventories, fc.integer({ min: 1, max: 4 }), ({ inventory, ask }, first) => {
        const index = createTraceIndex(toGraph(inventory));
        const question = questionOf(ask);
        const traced = trace(index, question);
        if (!traced.ok) throw new Error('the class exists');
        for (const answer of traced.value.answers) {
          const listed = [];
          let after: string | undefined;
          for (;;) {
            const page = tracePaths(index, question, {
              part: answer.id,
              first,
              ...(after === undefined ? {} : { after }),
            });
            if (!page.ok) throw new Error(JSON.stringify(page.error));
            expect(page.value.paths.length).toBeLessThanOrEqual(first);
            listed.push(...page.value.paths);
            if (!page.value.hasMore) break;
            expect(page.value.endCursor).not.toBe(after);
            after = page.value.endCursor;
          }
          expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length);
          const expected = traced.value.audiences.flatMap((audience) =>
            oraclePaths(inventory, answer.id, ask, audience).map((path) => {
              const steps = path.systems.flatMap((system, position) => [
                system,
                ...(path.flows[position] === undefined ? [] : [path.flows[position]]),
              ]);
              return `${audience} ${path.status} ${steps.at(-1) === path.at ? steps.join(' ') : [...steps, path.at].join(' ')}`;
            }),
          );
          expect(
            listed
              .map(({ audience, status, steps }) => `${audience} ${status} ${steps.map(({ id }) => id).join(' ')}`)
              .sort(),
          ).toEqual(expected.sort());
          const filtered = tracePaths(index, question, { part: answer.id, first: 1000, status: 'LIMITED' });
          expect(filtered.ok && filtered.value.paths.map(({ id }) => id)).toEqual(
            listed.filter(({ status }) => status === 'LIMITED').map(({ id }) => id),
          );
          for (const counts of answer.pathCounts) {
            const own = listed.filter(({ audience }) => audience === counts.audience);
            expect(counts.limited).toEqual({
              value: own.filter(({ status }) => status === 'LIMITED').length,
              exact: true,
            });
            // No claim is recorded in these inventories, so every restriction met makes a path undocumented.
            expect(counts.undocumented).toEqual({
              value: own.filter(({ restrictions }) => restrictions.length > 0).length,
              exact: true,
            });
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('shows each restriction by a way that is there', () => {
    fc.assert(
      fc.property(inventories, ({ inventory, ask }) => {
        const result = trace(createTraceIndex(toGraph(inventory)), questionOf(ask));
        if (!result.ok) throw new Error('the class exists');
        for (const { starts, restrictions } of result.value.answers) {
          for (const { restriction, place, audiences, witness } of restrictions) {
            const { appliesTo } = inventory.restrictions.find(({ id }) => id === restriction) ?? { appliesTo: '' };
            expect(witness.steps.at(-1)?.id).toBe(appliesTo);
            expect(starts.map(({ system }) => system)).toContain(witness.steps[0]?.id);
            expect(witness.restrictions).toContain(restriction);
            expect(audiences).toContain(witness.audience);
            const hops = witness.steps
              .filter(({ kind }) => kind === 'FLOW')
              .map(({ id }) => inventory.flows.find((flow) => flow.id === id));
            const systems = witness.steps.filter(({ kind }) => kind === 'SYSTEM').map(({ id }) => id);
            hops.forEach((hop, position) => {
              expect(hop?.from).toBe(systems[position]);
              if (position + 1 < systems.length) expect(hop?.to).toBe(systems[position + 1]);
            });
            if (place !== 'BEHIND') continue;
            expect(witness.status).toBe('STOPPED');
            expect(witness.sentence).toMatch(/; were “.*” at .* lifted, “/);
            expect(witness.sentence).toContain(`“${restriction}” would `);
          }
        }
      }),
      runs,
    );
  });

  it('is asked about graphs worth asking about', () => {
    const seen = new Map<string, number>();
    const see = (what: string): void => void seen.set(what, (seen.get(what) ?? 0) + 1);
    for (const { inventory, ask } of fc.sample(inventories, { numRuns: 2000, seed: 7 })) {
      const answer = oracle(inventory, ask);
      for (const { outcome } of answer.outcomes) see(outcome);
      for (const part of 'parts' in answer ? answer.parts : [answer]) {
        for (const { kind } of part.starts) see(kind);
        if (part.restrictionsBehind.length > 0) see('BEHIND');
        if (part.releasePaths.some(({ count }) => count > 3)) see('many paths');
      }
    }
    for (const what of [
      'RELEASED',
      'LIMITED',
      'WITHHELD',
      'NOT_OFFERED',
      'UNREACHED',
      'UNKNOWN',
      'PARTIAL',
      'HOLDER',
      'ORIGIN',
      'UNEXPLAINED_COPY',
      'BEHIND',
      'many paths',
    ]) {
      expect(seen.get(what) ?? 0, what).toBeGreaterThan(20);
    }
  });
});

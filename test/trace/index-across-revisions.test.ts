import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import { createTraceIndex, trace, type TraceIndex } from '../../server/src/domain/trace/index.ts';
import { inventories } from './arbitrary-inventory.ts';
import { toGraph } from './inventory.ts';

const kinds = ['System', 'Flow', 'AccessChannel', 'Restriction', 'DataClass'] as const;
const none: ReadonlySet<string> = new Set();

/** The second graph in those kinds that are chosen, the first in the others: what an edit leaves as it is, it leaves the same. */
const edited = (first: EhiGraph, second: EhiGraph, chosen: readonly (typeof kinds)[number][]): EhiGraph => ({
  ...first,
  ...Object.fromEntries(chosen.map((kind) => [kind, second[kind]])),
  revision: first.revision + 1,
});

/** Every class asked about, on two days, with everything of the answers read. */
const answers = (index: TraceIndex): string =>
  JSON.stringify(
    [...index.graph.DataClass.keys()].flatMap((dataClass) =>
      ['2026-11-21', '2026-11-22'].map((asOf) => trace(index, { dataClass, asOf })),
    ),
  );

describe('an index that takes over what an edit left as it was', () => {
  it('answers as one that is made anew', () => {
    let takenOver = 0;
    fc.assert(
      fc.property(
        inventories,
        inventories,
        fc.array(fc.subarray([...kinds]), { minLength: 1, maxLength: 3 }),
        (first, second, edits) => {
          const [one, other] = [toGraph(first.inventory), toGraph(second.inventory)];
          let index = createTraceIndex(one, none);
          answers(index);
          edits.forEach((chosen, at) => {
            const graph = edited(index.graph, at % 2 === 0 ? other : one, chosen);
            const next = createTraceIndex(graph, none, index);
            if (next.structure === index.structure) takenOver += 1;
            index = next;
            expect(answers(index)).toBe(answers(createTraceIndex(graph, none)));
          });
        },
      ),
      { numRuns: 300 },
    );
    expect(takenOver).toBeGreaterThan(30);
  });

  it('keeps the days of an inventory whose restrictions alone were edited', () => {
    const graph = toGraph(
      fc.sample(inventories, { numRuns: 1, seed: 1 })[0]?.inventory ?? {
        classes: [],
        systems: [],
        flows: [],
        channels: [],
        restrictions: [],
      },
    );
    const index = createTraceIndex(graph, none);
    const later = createTraceIndex({ ...graph, Restriction: new Map(), revision: 2 }, none, index);
    expect(later.structure).toBe(index.structure);
    expect(later.flowsByClass).toBe(index.flowsByClass);
    expect(createTraceIndex({ ...graph, Flow: new Map(), revision: 2 }, none, index).structure).not.toBe(
      index.structure,
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import {
  createTraceIndex,
  dayOf,
  lineageOf,
  trace,
  traceRest,
  traceRestRemembered,
  type TraceIndex,
} from '../../server/src/domain/trace/index.ts';
import { inventories } from './arbitrary-inventory.ts';
import { toGraph } from './inventory.ts';

const kinds = ['System', 'Flow', 'AccessChannel', 'Restriction', 'DataClass', 'BasisClaim'] as const;
const none: ReadonlySet<string> = new Set();
const asOf = '2026-11-21';

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
      [asOf, '2026-11-22'].map((asOf) => trace(index, { dataClass, asOf })),
    ),
  );

const singleEdits = fc.record({
  kind: fc.constantFrom(...kinds),
  how: fc.constantFrom('LIKE_ANOTHER', 'RENAMED', 'ENDED', 'ADDED'),
  at: fc.nat(),
  from: fc.nat(),
});

/** A graph with one thing changed as an edit does it: what it is like comes from another inventory, and may name what is not there. */
const withOneEdited = (
  graph: EhiGraph,
  donor: EhiGraph,
  { kind, how, at, from }: { kind: (typeof kinds)[number]; how: string; at: number; from: number },
): EhiGraph => {
  const all = new Map<string, { readonly id: string }>(graph[kind]);
  const own = [...all.values()];
  const other = [...(donor[kind] as ReadonlyMap<string, { readonly id: string }>).values()];
  const [mine, theirs] = [own[at % own.length], other[from % other.length]];
  const id = how === 'ADDED' ? `${theirs?.id ?? 'new'}-${String(from % 5)}` : (mine?.id ?? '');
  const base = how === 'ADDED' || how === 'LIKE_ANOTHER' ? theirs : mine;
  if (base === undefined || id === '') return { ...graph, revision: graph.revision + 1 };
  // A class that is a part of what is not there, or of itself, is no edit that a store lets in.
  const whole = kind === 'DataClass' ? { ...base, partOf: undefined } : base;
  all.set(id, {
    ...whole,
    id,
    ...(how === 'RENAMED' ? { name: 'renamed' } : how === 'ENDED' ? { endedOn: '2026-11-22' } : {}),
  });
  return { ...graph, [kind]: all, revision: graph.revision + 1 };
};

const shapesOf = (index: TraceIndex): readonly object[] =>
  [...index.graph.DataClass.keys()].map((id) => dayOf(index, asOf).shapeOf(lineageOf(index, id)));

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

  it('answers as one that is made anew after edits of single things, one after another', () => {
    let kept = 0;
    fc.assert(
      fc.property(
        inventories,
        inventories,
        fc.array(singleEdits, { minLength: 1, maxLength: 8 }),
        (first, second, edits) => {
          const donor = toGraph(second.inventory);
          let index = createTraceIndex(toGraph(first.inventory), none);
          answers(index);
          for (const edit of edits) {
            const graph = withOneEdited(index.graph, donor, edit);
            const before = shapesOf(index);
            index = createTraceIndex(graph, none, index);
            const anew = createTraceIndex(graph, none);
            expect(answers(index)).toBe(answers(anew));
            for (const id of graph.DataClass.keys())
              expect(JSON.stringify(traceRestRemembered(index, id, asOf))).toBe(
                JSON.stringify(traceRest(anew, { dataClass: id, asOf })),
              );
            kept += shapesOf(index).filter((shape) => before.includes(shape)).length;
          }
        },
      ),
      { numRuns: 400 },
    );
    // Most shapes outlast an edit.
    expect(kept).toBeGreaterThan(1_000);
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
    expect(later.mentions).toBe(index.mentions);
    expect(createTraceIndex({ ...graph, Flow: new Map(), revision: 2 }, none, index).structure).not.toBe(
      index.structure,
    );
  });
});

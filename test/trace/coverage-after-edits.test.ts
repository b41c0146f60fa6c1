import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOfInventory } from '../../server/src/app/coverage-of.ts';
import { loadCatalogues } from '../../server/src/app/load-catalogues.ts';
import { loadRulePacks } from '../../server/src/app/load-rule-packs.ts';
import { traceJudge } from '../../server/src/app/restriction-judge.ts';
import { projectFolder } from '../../server/src/config.ts';
import { coverageOf, type Coverage } from '../../server/src/domain/coverage/index.ts';
import { createTraceIndex, type TraceIndex } from '../../server/src/domain/trace/index.ts';
import { must, seedGraph } from '../kit/seed-graph.ts';
import { edited, steps } from './edits-of-things.ts';

const asOf = '2026-11-21';
const schema = join(projectFolder, 'schema');
const catalogues = must(await loadCatalogues(schema));
const packs = must(await loadRulePacks(schema, catalogues));
const hospital = await seedGraph('regional-hospital');
const kinds: ReadonlySet<string> = new Set(['SYS-IE']);

const taken = (index: TraceIndex): Coverage =>
  must(coverageOfInventory(index, { graph: index.graph, catalogues, packs }, { asOf, filter: {} }));
/** Of a copy, which has nothing in common with what was worked out before. */
const anew = (of: TraceIndex): Coverage => {
  const index = createTraceIndex(structuredClone(of.graph), kinds);
  const judge = must(traceJudge({ graph: index.graph, catalogues, packs }, asOf, undefined));
  return coverageOf({ index, catalogues, asOf, judge });
};

describe('the coverage after edits', () => {
  it('is that of working everything out anew', () => {
    const atFirst = createTraceIndex(hospital, kinds);
    const before = JSON.stringify({ ...taken(atFirst), revision: 0 });
    const different = new Set<string>();
    fc.assert(
      fc.property(steps, (some) => {
        let index = atFirst;
        for (const step of some) {
          index = createTraceIndex(edited(index.graph, step), kinds, index);
          const now = taken(index);
          expect(now).toEqual(anew(index));
          if (JSON.stringify({ ...now, revision: 0 }) !== before) different.add(step.concept);
        }
      }),
      { numRuns: 60 },
    );
    // Edits of what bears on it change it.
    expect(different.size).toBeGreaterThan(4);
  });

  it('has the very same row of a class that the edit does not bear on, and another of one that it does', () => {
    // Restrictions of their own: of each, only the verdicts of a few histories are kept.
    const inventory = structuredClone(hospital);
    const first = createTraceIndex(inventory, kinds);
    const before = new Map(taken(first).rows.map(({ dataClass, cells }) => [dataClass, cells]));
    const flow = [...inventory.Flow.values()].find(({ carries }) => carries.length === 1);
    if (flow === undefined) throw new Error('no flow of one class');
    const flows = new Map(inventory.Flow).set(flow.id, { ...flow, name: 'Called otherwise' });
    const after = taken(
      createTraceIndex({ ...inventory, Flow: flows, revision: inventory.revision + 1 }, kinds, first),
    );
    const kept = after.rows.filter(({ dataClass, cells }) => before.get(dataClass) === cells);
    expect(kept.length).toBeGreaterThan(before.size / 2);
    expect(kept.length).toBeLessThan(before.size);
    for (const { dataClass } of flow.carries) expect(kept.some((row) => row.dataClass === dataClass)).toBe(false);
  });
});

import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogues } from '../../server/src/app/load-catalogues.ts';
import { projectFolder } from '../../server/src/config.ts';
import { findFindings } from '../../server/src/domain/findings/index.ts';
import {
  createTraceIndex,
  traceRest,
  traceRestRemembered,
  type TraceIndex,
} from '../../server/src/domain/trace/index.ts';
import { must, seedGraph } from '../kit/seed-graph.ts';
import { edited, steps } from './edits-of-things.ts';

const asOf = '2026-11-21';
const catalogues = must(await loadCatalogues(join(projectFolder, 'schema')));
const hospital = await seedGraph('regional-hospital');
const kinds: ReadonlySet<string> = new Set(['SYS-IE']);

/** What a trace of each class says of restrictions. */
const restrictionsIn = (index: TraceIndex, ask: typeof traceRestRemembered): string =>
  JSON.stringify(index.classes.map(({ id }) => must(ask(index, id, asOf)).restrictions));

describe('findings after edits', () => {
  it('rest on answers that know of every claim that came, changed and went', () => {
    const claimSteps = steps.map((taken) => taken.map((step) => ({ ...step, concept: 'BasisClaim' })));
    const anew: typeof traceRestRemembered = (index, dataClass, day) => traceRest(index, { dataClass, asOf: day });
    fc.assert(
      fc.property(claimSteps, (taken) => {
        let index = createTraceIndex(hospital, kinds);
        for (const step of taken) {
          index = createTraceIndex(edited(index.graph, step), kinds, index);
          expect(restrictionsIn(index, traceRestRemembered)).toBe(restrictionsIn(index, anew));
        }
      }),
      { numRuns: 10 },
    );
  });

  it('are those of working everything out anew', () => {
    const found = (index: TraceIndex): string => JSON.stringify(findFindings({ index, catalogues, asOf }));
    const atFirst = createTraceIndex(hospital, kinds);
    const before = found(atFirst);
    const different = new Set<string>();
    fc.assert(
      fc.property(steps, (taken) => {
        let index = atFirst;
        for (const step of taken) {
          index = createTraceIndex(edited(index.graph, step), kinds, index);
          const now = found(index);
          // A copy has nothing in common with what was worked out before.
          expect(now).toBe(found(createTraceIndex(structuredClone(index.graph), kinds)));
          if (now !== before) different.add(step.concept);
        }
      }),
      { numRuns: 60 },
    );
    // Edits of most concepts change what is found.
    expect(different.size).toBeGreaterThan(6);
  });
});

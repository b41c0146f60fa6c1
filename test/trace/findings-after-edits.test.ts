import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogues } from '../../server/src/app/load-catalogues.ts';
import { projectFolder } from '../../server/src/config.ts';
import { findFindings } from '../../server/src/domain/findings/index.ts';
import type { EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import {
  createTraceIndex,
  traceRest,
  traceRestRemembered,
  type TraceIndex,
} from '../../server/src/domain/trace/index.ts';
import { must, seedGraph } from '../kit/seed-graph.ts';

const asOf = '2026-11-21';
const catalogues = must(await loadCatalogues(join(projectFolder, 'schema')));
const hospital = await seedGraph('regional-hospital');
const kinds: ReadonlySet<string> = new Set(['SYS-IE']);

type Thing = Readonly<Record<string, unknown>> & { readonly id: string };

/** What people do to single things, as it bears on what rules find. Each gives the fields that differ. */
const edits: Readonly<Record<string, readonly ((thing: Thing) => object)[]>> = {
  Flow: [
    ({ carries }) => ({ carries: (carries as unknown[]).slice(1) }),
    ({ from, to }) => ({ from: to, to: from }),
    () => ({ endedOn: '2026-01-01' }),
    ({ name }) => ({ name: `${String(name)} (renamed)` }),
    () => ({ source: 'import:nowhere' }),
  ],
  System: [
    () => ({ custodian: undefined }),
    ({ holds }) => ({ holds: (holds as unknown[]).slice(1) }),
    ({ holds }) => ({ holds: (holds as object[]).map((hold) => ({ ...hold, role: 'COPY' })) }),
    () => ({ endedOn: '2026-01-01' }),
  ],
  AccessChannel: [
    () => ({ audiences: [] }),
    ({ releases }) => ({ releases: (releases as unknown[]).slice(2) }),
    ({ name }) => ({ name: `${String(name)} (renamed)` }),
    () => ({ kind: 'CH-B10-SP' }),
  ],
  DataClass: [
    () => ({ drsStatus: 'UNDECIDED' }),
    () => ({ drsStatus: 'NO', rationale: 'Not used for decisions.' }),
    ({ name }) => ({ name: `${String(name)} (renamed)`, uscdi: 'v1' }),
  ],
  Restriction: [
    () => ({ limits: [] }),
    () => ({ effect: 'DELAYS' }),
    () => ({ audiences: ['PATIENT'] }),
    () => ({ endedOn: '2026-01-01' }),
  ],
  BasisClaim: [
    () => ({ answers: [] }),
    () => ({ reviewBy: '2020-01-01' }),
    () => ({ exception: 'EX-SEC' }),
    () => ({ endedOn: '2020-01-01' }),
  ],
  Evidence: [() => ({ dated: '2026-11-20' })],
  Observation: [() => ({ matches: undefined }), () => ({ decision: 'REJECTED' }), () => ({ endedOn: '2026-01-01' })],
  ImportRun: [() => ({ finishedAt: '2020-01-01T00:00:00.000Z' }), () => ({ status: 'FAILED' })],
  Audience: [({ name }) => ({ name: `${String(name)} (renamed)` })],
};

const steps = fc.array(fc.record({ concept: fc.constantFrom(...Object.keys(edits)), at: fc.nat(), how: fc.nat() }), {
  minLength: 1,
  maxLength: 5,
});

const edited = (graph: EhiGraph, { concept, at, how }: { concept: string; at: number; how: number }): EhiGraph => {
  const all = new Map((graph as unknown as Record<string, ReadonlyMap<string, Thing>>)[concept]);
  const thing = [...all.values()][at % all.size];
  const choices = edits[concept] ?? [];
  const change = choices[how % choices.length];
  if (thing === undefined || change === undefined) return graph;
  all.set(thing.id, { ...thing, ...change(thing) });
  return { ...graph, [concept]: all, revision: graph.revision + 1 };
};

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

import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogues } from '../../server/src/app/load-catalogues.ts';
import { loadRulePacks } from '../../server/src/app/load-rule-packs.ts';
import { verdictsOf } from '../../server/src/app/verdicts-of.ts';
import { projectFolder } from '../../server/src/config.ts';
import type { EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import type { Verdict } from '../../server/src/domain/verdict/index.ts';
import { must, seedGraph } from '../kit/seed-graph.ts';

const asOf = '2026-11-21';
const catalogues = must(await loadCatalogues(join(projectFolder, 'schema')));
const packs = must(await loadRulePacks(join(projectFolder, 'schema'), catalogues));
const hospital = await seedGraph('regional-hospital');

const judge = (graph: EhiGraph): readonly Verdict[] => must(verdictsOf({ graph, catalogues, packs }, { asOf }));

/** What an edit can do to a thing a verdict looks at: every field that a judgement reads, and taking the thing away. */
const edits = {
  Restriction: [{ limits: [] }, { audiences: ['PATIENT'] }, { effect: 'CHARGES' }, { startedOn: '2026-11-20' }, null],
  BasisClaim: [{ answers: [] }, { status: 'DRAFT' }, { endedOn: '2026-01-01' }, { lawCitation: '42 CFR 2.31' }, null],
  Evidence: [{ dated: '2026-12-24' }, { recordedAt: '2030-01-01T00:00:00.000Z' }, null],
  DataClass: [{ overlays: [] }, { overlays: ['OVL-SUD'] }, { drsStatus: 'EXCLUDED', rationale: 'Not kept.' }],
  AccessChannel: [{ audiences: ['PATIENT'] }, { standards: ['FHIR R4'] }, { kind: 'CH-PORTAL' }],
  System: [{ organization: undefined }, { name: 'Another name' }],
  Organization: [{ actorRoles: ['DEVELOPER'] }, { actorRoles: [] }],
} as const;

const steps = fc.array(
  fc.record({ kind: fc.constantFrom(...(Object.keys(edits) as (keyof typeof edits)[])), at: fc.nat(), how: fc.nat() }),
  { minLength: 1, maxLength: 6 },
);

const edited = (
  graph: EhiGraph,
  { kind, at, how }: { kind: keyof typeof edits; at: number; how: number },
): EhiGraph => {
  const all = new Map<string, object>(graph[kind]);
  const ids = [...all.keys()];
  const id = ids[at % ids.length];
  const change = edits[kind][how % edits[kind].length];
  const before = all.get(id ?? '');
  if (id === undefined || before === undefined) return graph;
  if (change === null || change === undefined) all.delete(id);
  else all.set(id, { ...before, ...change });
  return { ...graph, [kind]: all, revision: graph.revision + 1 };
};

/** How many verdicts are other ones than before. */
const anew = (before: readonly Verdict[], after: readonly Verdict[]): number => {
  const known = new Set(before);
  return after.filter((verdict) => !known.has(verdict)).length;
};

describe('verdicts that an edit left alone', () => {
  it('are those of judging everything anew', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        let graph = hospital;
        judge(graph);
        for (const step of taken) {
          graph = edited(graph, step);
          // A copy has nothing in common with what was judged before.
          expect(judge(graph)).toEqual(judge(structuredClone(graph)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are not judged again: an edit costs by what it bears on', () => {
    const graph = structuredClone(hospital);
    const before = judge(graph);
    const withoutAnswers = edited(graph, { kind: 'BasisClaim', at: 0, how: 0 });
    expect(anew(before, judge(withoutAnswers))).toBe(1);
    const renamed = edited(graph, { kind: 'System', at: 0, how: 1 });
    expect(anew(before, judge(renamed))).toBeLessThan(before.length / 4);
    expect(anew(before, judge({ ...graph, Flow: new Map(graph.Flow), revision: graph.revision + 1 }))).toBe(0);
  });
});

import fc from 'fast-check';
import type { EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';

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

/** Some edits, one after the other. */
export const steps = fc.array(
  fc.record({ concept: fc.constantFrom(...Object.keys(edits)), at: fc.nat(), how: fc.nat() }),
  {
    minLength: 1,
    maxLength: 5,
  },
);

/** The inventory after one of them. */
export const edited = (
  graph: EhiGraph,
  { concept, at, how }: { concept: string; at: number; how: number },
): EhiGraph => {
  const all = new Map((graph as unknown as Record<string, ReadonlyMap<string, Thing>>)[concept]);
  const thing = [...all.values()][at % all.size];
  const choices = edits[concept] ?? [];
  const change = choices[how % choices.length];
  if (thing === undefined || change === undefined) return graph;
  all.set(thing.id, { ...thing, ...change(thing) });
  return { ...graph, [concept]: all, revision: graph.revision + 1 };
};

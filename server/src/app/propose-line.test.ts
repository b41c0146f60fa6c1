import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { anyGraph } from '../../../test/kit/arbitraries.ts';
import { must, seedGraph } from '../../../test/kit/seed-graph.ts';
import type { Catalogues } from '../domain/catalogue/index.ts';
import type { Proposal } from '../domain/capture/index.ts';
import type { ClassLink } from '../domain/model/concepts.ts';
import { emptyGraph, type EhiGraph } from '../domain/model/ehi-graph.ts';
import { ok } from '../domain/result.ts';
import { projectFolder } from '../config.ts';
import { toSetChange } from './change-input.ts';
import { createKnownCodes } from './known-codes.ts';
import { loadCatalogues } from './load-catalogues.ts';
import { planChangeSet } from './plan-change-set.ts';
import { createProposeLine, type ChosenName } from './propose-line.ts';

const now = '2026-11-30T12:00:00.000Z';
let catalogues: Catalogues;
let clinic: EhiGraph;
beforeAll(async () => {
  catalogues = must(await loadCatalogues(`${projectFolder}/schema`));
  clinic = await seedGraph('clinic');
});

const propose = async (graph: EhiGraph, line: string, chosen: readonly ChosenName[] = []): Promise<Proposal> => {
  const currentGraph = { get: async () => ok({ graph, index: undefined as never }) };
  const search = async () => ok([]);
  return must(await createProposeLine({ catalogues, currentGraph, search, now: () => now })(line, chosen));
};

/** Random inventories may have links that end before they start, or a class twice: no way of writing lets those in. */
const withoutImpossibleLinks = (graph: EhiGraph): EhiGraph => {
  const mend = <T extends object>(things: ReadonlyMap<string, T>, field: keyof T): ReadonlyMap<string, T> =>
    new Map(
      [...things].map(([id, thing]) => {
        const links = thing[field] as readonly ClassLink[];
        const isFirst = (link: ClassLink, at: number): boolean =>
          links.findIndex(({ dataClass }) => dataClass === link.dataClass) === at;
        return [id, { ...thing, [field]: links.filter((link, at) => isInOrder(link) && isFirst(link, at)) }];
      }),
    );
  return {
    ...graph,
    System: mend(graph.System, 'holds'),
    Flow: mend(graph.Flow, 'carries'),
    AccessChannel: mend(graph.AccessChannel, 'releases'),
  };
};

const isInOrder = ({ startedOn, endedOn }: ClassLink): boolean =>
  startedOn === undefined || endedOn === undefined || startedOn <= endedOn;

/** The inventory as the changes of a proposal would leave it; fails when they are not taken as they are. */
const expectTaken = (graph: EhiGraph, { changes }: Proposal): EhiGraph => {
  const stamp = { actor: 'tester', now };
  const plan = planChangeSet(graph, changes.map(toSetChange), { stamp, codes: createKnownCodes(catalogues) });
  expect(plan.problems, JSON.stringify(changes)).toEqual([]);
  const after: Record<string, unknown> = { ...graph };
  for (const { write } of plan.writes)
    after[write.concept] = new Map([
      ...(after[write.concept] as ReadonlyMap<string, unknown>),
      [write.document.id, { ...write.document, revision: 1, createdAt: now, updatedAt: now }],
    ]);
  return after as unknown as EhiGraph;
};

describe('a proposal', () => {
  it('finds names by id, initials, kind, product and the words of the catalogue', async () => {
    const lis = expectTaken(clinic, await propose(clinic, '"Lumen Intake Suite" sends lab results to EHR'));
    const { names } = await propose(lis, 'LIS sends lab results to xray');
    expect(names.map(({ role, matches }) => [role, matches[0]?.id, matches[0]?.matched])).toEqual([
      ['from', 'lumen-intake-suite', 'its acronym'],
      ['to', 'xray', 'its id'],
      ['class', 'laboratory', 'another name in the catalogue'],
    ]);
    const pacs = await propose(lis, 'PACS holds images');
    expect(pacs.names.find(({ role }) => role === 'holder')?.matches[0]).toMatchObject({
      id: 'xray',
      matched: 'its kind, Picture archive',
    });
    expect(pacs.already).toBe(true);
  });

  it('adds to the flow that is there where the protocol is the same or unsaid, and is a new one where it is not', async () => {
    const added = await propose(clinic, 'EHR sends legacy-records to portal');
    expect(added.changes).toMatchObject([{ updateFlow: { id: 'chart-to-portal' } }]);
    const input = added.changes[0]?.['updateFlow']?.['input'] as { carries: readonly { dataClass: string }[] };
    expect(input.carries.map(({ dataClass }) => dataClass)).toContain('legacy-records');
    expect(input.carries).toHaveLength((clinic.Flow.get('chart-to-portal')?.carries.length ?? 0) + 1);
    const other = await propose(clinic, 'EHR sends problems to portal via FHIR');
    expect(other.changes).toMatchObject([{ createFlow: { from: 'ehr', to: 'portal', protocol: 'FHIR' } }]);
    expect(await propose(clinic, 'EHR sends problems to portal via vendor service')).toMatchObject({
      already: true,
      changes: [],
    });
  });

  it('says what it replaces where a class that was held before is held again', async () => {
    const [xray] = [...clinic.System.values()].filter(({ id }) => id === 'xray');
    if (xray === undefined) throw new Error('no such system');
    const past = { dataClass: 'problems', role: 'COPY', startedOn: '2010-01-01', endedOn: '2015-06-30' } as const;
    const link = { ...past, source: 'tester', grade: 'ASSERTED', recordedAt: now } as const;
    const graph = {
      ...clinic,
      System: new Map([...clinic.System, ['xray', { ...xray, holds: [...xray.holds, link] }]]),
    };
    const proposal = await propose(graph, 'xray holds problems');
    expect(proposal.sentence).toContain('(from 2010-01-01 until 2015-06-30), which stays in the history alone');
    expect(expectTaken(graph, proposal).System.get('xray')?.holds).toHaveLength(xray.holds.length + 1);
  });

  it('never takes for certain a new name with a verb or "to" in it', async () => {
    for (const name of ['Alpha asks to send', 'Alpha tries to', 'Alpha receives'])
      expect(await propose(clinic, `"${name}" sends problems to EHR`), name).toMatchObject({ certain: false });
    expect(await propose(clinic, 'Frobnicator sends problems to EHR')).toMatchObject({ certain: true });
  });

  it('makes what is unknown new: a guessed kind or one to be chosen, a class that is undecided', async () => {
    const { changes, names } = await propose(emptyGraph, 'LIS sends lab results to Frobnicator');
    expect(changes).toMatchObject([
      { createSystem: { id: 'lis', kind: 'SYS-LIS', grade: 'ASSERTED' } },
      { createSystem: { id: 'frobnicator', kind: 'SYS-OTHER' } },
      { createDataClass: { id: 'laboratory', catalogue: 'UC-LAB', drsStatus: 'UNDECIDED' } },
      { createFlow: { from: 'lis', to: 'frobnicator', carries: [{ dataClass: 'laboratory' }] } },
    ]);
    expect(names.map(({ isKindGuessed }) => isKindGuessed)).toEqual([true, false, false]);
  });

  it('takes the thing somebody chose, or something new', async () => {
    const chosen = await propose(clinic, 'EHR sends problems to portal', [{ words: 'ehr', id: 'old-ehr' }]);
    expect(chosen.changes).toMatchObject([{ createFlow: { from: 'old-ehr', to: 'portal' } }]);
    const fresh = await propose(clinic, 'EHR sends problems to portal', [{ words: 'EHR' }]);
    expect(fresh.changes).toMatchObject([
      { createSystem: { id: 'ehr-2', name: 'EHR' } },
      { createFlow: { from: 'ehr-2' } },
    ]);
  });

  it('writes nothing for two names of one system, and says so', async () => {
    const proposal = await propose(clinic, 'X-ray image store sends problems to xray');
    expect(proposal).toMatchObject({ understood: false, changes: [] });
    expect(proposal.sentence).toContain('same system');
  });

  it('puts a restriction on the channel of that name, with the ground that the reason says', async () => {
    const { changes } = await propose(
      clinic,
      'Portal delays problems for 72 hours for patients because our policy says so',
    );
    expect(changes).toMatchObject([
      {
        createRestriction: {
          appliesTo: { channel: 'portal-web' },
          effect: 'DELAYS',
          basis: 'POLICY',
          audiences: ['PATIENT'],
          limits: ['problems'],
          description: 'For 72 hours. Because our policy says so.',
        },
      },
    ]);
  });

  it('refuses a line that is too long', async () => {
    const currentGraph = { get: async () => ok({ graph: clinic, index: undefined as never }) };
    const read = createProposeLine({ catalogues, currentGraph, search: async () => ok([]), now: () => now });
    expect(await read('x'.repeat(501), [])).toMatchObject({
      ok: false,
      error: { type: 'InputInvalid', field: 'line' },
    });
    expect((await read('LIS sends '.repeat(50), [])).ok).toBe(true);
  });

  it('is taken as it is on any inventory, and is already so after that', async () => {
    const seen = { understood: 0, already: 0 };
    const things = (graph: EhiGraph): readonly string[] => [
      ...[graph.System, graph.DataClass, graph.AccessChannel, graph.Audience].flatMap((each) =>
        [...each.values()].flatMap(({ id, name }) => [id, name.replace(/["\s]+/g, ' ')]),
      ),
      'LIS',
      'EHR',
      'lab results',
      'images',
      'patients',
      'Frobnicator',
      'portal',
      'ECG',
      '検査',
    ];
    const patterns = [
      '"A" sends "X" to "B"',
      '"A" sends "X" and "Y" to "B" via FHIR every night',
      '"B" gets "X" from "A" since 2019',
      '"A" holds "X"',
      '"A" is the source of "X" and "Y"',
      '"A" releases "X" to patients',
      'portal releases "X" and "Y" to "B"',
      '"A" withholds "X" from patients because the law says so',
      'portal delays "X" for 3 days',
    ];
    await fc.assert(
      fc.asyncProperty(
        anyGraph,
        fc.constantFrom(...patterns),
        fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
        async (drawn, pattern, picks) => {
          const graph = withoutImpossibleLinks(drawn);
          const all = things(graph);
          const line = pattern.replace(
            /"([ABXY])"/g,
            (_, letter: string) => `"${all[(picks['ABXY'.indexOf(letter)] ?? 0) % all.length] ?? ''}"`,
          );
          if ([...line].length > 500) return;
          const proposal = await propose(graph, line);
          expect(proposal.sentence).not.toBe('');
          if (!proposal.understood) {
            expect(proposal.changes).toEqual([]);
            return;
          }
          seen.understood += 1;
          if (proposal.already) seen.already += 1;
          expect(proposal.already).toBe(proposal.changes.length === 0);
          const after = expectTaken(graph, proposal);
          if (proposal.names.some(({ matches }) => matches.length > 1)) return;
          expect((await propose(after, line)).changes, line).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
    expect(seen.understood).toBeGreaterThan(100);
  });
});

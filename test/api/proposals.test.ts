import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ seed: 'clinic' });
});
afterAll(() => server.stop());

interface Proposal {
  readonly line: string;
  readonly understood: boolean;
  readonly certain: boolean;
  readonly sentence: string;
  readonly kind: string | null;
  readonly protocol: string | null;
  readonly schedule: string | null;
  readonly rest: string | null;
  readonly already: boolean;
  readonly changes: readonly object[];
  readonly names: readonly {
    readonly words: string;
    readonly concept: string;
    readonly role: string;
    readonly newKind: string | null;
    readonly isKindGuessed: boolean;
    readonly isCertain: boolean;
    readonly matches: readonly { readonly concept: string; readonly id: string; readonly matched: string }[];
  }[];
}

const query = `query($line: String!, $chosen: [ChosenNameInput!]) { proposal(line: $line, chosen: $chosen) {
  line understood certain sentence kind protocol schedule rest already changes
  names { words concept role newKind isKindGuessed isCertain matches { concept id matched } }
} }`;

const propose = async (line: string, chosen: readonly object[] = []): Promise<Proposal> =>
  (await server.ask<{ proposal: Proposal }>(query, { line, chosen })).proposal;

const apply = (changes: readonly object[]) =>
  server.ask<{ applyChanges: { ok: boolean; errors: readonly object[]; changes: readonly { revision: number }[] } }>(
    'mutation($changes: [ChangeInput!]!) { applyChanges(changes: $changes) { ok errors { at error { message } } changes { revision } } }',
    { changes },
  );

const lines = [
  'LIS sends lab results to EHR via HL7 v2',
  'EHR gets problems from Pharmacy by FHIR every night',
  'Frobnicator feeds EHR with lab results and frobs',
  'Radiology images flow from PACS to EHR',
  'PACS is the source of ECG waveforms',
  'The portal releases radiology images to patients',
  'Portal withholds radiology images for 72 hours from patients because our policy says so',
];

describe('a proposal', () => {
  it('tells what a line means, and writes nothing', async () => {
    const before = await server.store.revision();
    const proposal = await propose('EHR gets lab results from LIS by HL7 v2 every night since 2019');
    expect(proposal).toMatchObject({
      understood: true,
      kind: 'FLOW',
      protocol: 'HL7 v2',
      schedule: 'every night',
      rest: 'since 2019',
      already: false,
      names: [
        { words: 'LIS', concept: 'SYSTEM', role: 'from', matches: [], newKind: 'SYS-LIS', isKindGuessed: true },
        {
          words: 'EHR',
          concept: 'SYSTEM',
          role: 'to',
          matches: [{ concept: 'SYSTEM', id: 'ehr', matched: 'its id' }, {}],
        },
        { words: 'lab results', concept: 'DATA_CLASS', role: 'class', matches: [{ id: 'laboratory' }, {}] },
      ],
    });
    expect(proposal.sentence).toContain('LIS sends Laboratory to Practice record system by HL7 v2, every night.');
    expect(await server.store.revision()).toEqual(before);
  });

  it.each(lines)('is written as it is, is so already after that, and is taken back: %s', async (line) => {
    const proposal = await propose(line);
    expect(proposal).toMatchObject({ understood: true, already: false });
    const { applyChanges } = await apply(proposal.changes);
    expect(applyChanges).toMatchObject({ ok: true, errors: [] });
    expect(await propose(line)).toMatchObject({ understood: true, already: true, changes: [] });
    const { takeBack } = await server.ask<{ takeBack: { ok: boolean } }>(
      'mutation($revisions: [Int!]!) { takeBack(revisions: $revisions) { ok } }',
      { revisions: applyChanges.changes.map(({ revision }) => revision) },
    );
    expect(takeBack.ok).toBe(true);
    // New things keep their ids after they were taken back: what is proposed then has others.
    expect((await propose(line)).already).toBe(false);
  });

  it('takes what was chosen instead of the first match', async () => {
    const proposal = await propose('EHR sends problems to portal', [{ words: 'EHR', id: 'old-ehr' }]);
    expect(proposal.changes).toMatchObject([{ createFlow: { from: 'old-ehr', to: 'portal' } }]);
  });

  it('is none for what is not understood, with a reason and an example', async () => {
    for (const line of ['Radiology images never reach the portal', 'Is it so?', 'DROP TABLE systems; --', '"""', '{}'])
      expect(await propose(line)).toMatchObject({ understood: false, kind: null, changes: [], already: false });
  });

  it('reads at most 500 characters', async () => {
    const answer = await server.send(query, { line: 'x'.repeat(501) });
    expect(answer.errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', field: 'line' } });
    expect((await propose(`${'"'.repeat(250)}${' and'.repeat(60)}`)).understood).toBe(false);
  });
});

describe('templates of systems', () => {
  it('say what a kind of system usually holds, by the classes of the inventory, and what the inventory has not', async () => {
    const { systemTemplates } = await server.ask<{
      systemTemplates: readonly {
        kind: string;
        name: string;
        holds: readonly { id: string }[];
        missing: readonly string[];
        interfaces: readonly string[];
        custodian: string | null;
      }[];
    }>('{ systemTemplates { kind name holds { id } missing interfaces custodian note unverified } }');
    expect(systemTemplates.find(({ kind }) => kind === 'SYS-PACS')).toMatchObject({
      name: 'Picture archive',
      holds: [{ id: 'radiology-images' }],
      missing: ['Echo, catheterization, angiography, stress and Holter studies'],
      interfaces: ['DICOM', 'DICOMweb'],
      custodian: 'Radiology',
    });
    expect(systemTemplates.find(({ kind }) => kind === 'SYS-LIS')).toMatchObject({
      holds: [{ id: 'laboratory' }],
      missing: [],
      interfaces: ['HL7 v2 ORU'],
    });
    expect(systemTemplates.find(({ kind }) => kind === 'SYS-PHARM')?.holds[0]?.id).toBe('medications');
    expect(systemTemplates.length).toBeGreaterThan(40);
  });
});

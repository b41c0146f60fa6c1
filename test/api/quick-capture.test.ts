import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ seed: 'regional-hospital' });
});
afterAll(() => server.stop());

interface Proposal {
  readonly understood: boolean;
  readonly certain: boolean;
  readonly sentence: string;
  readonly rest: string | null;
  readonly already: boolean;
  readonly changes: readonly object[];
  readonly names: readonly {
    readonly words: string;
    readonly role: string;
    readonly isCertain: boolean;
    readonly matches: readonly { readonly id: string; readonly name: string; readonly matched: string }[];
  }[];
}

const query = `query($line: String!, $chosen: [ChosenNameInput!]) { proposal(line: $line, chosen: $chosen) {
  understood certain sentence rest already changes names { words role isCertain matches { id name matched } }
} }`;

const propose = async (line: string, chosen: readonly object[] = []): Promise<Proposal> =>
  (await server.ask<{ proposal: Proposal }>(query, { line, chosen })).proposal;

const nameOf = ({ names }: Proposal, words: string) => names.find((name) => name.words === words);

describe('quick capture in a hospital', () => {
  it('says that a general word is not certain, and takes the whole class before any of a special category', async () => {
    const proposal = await propose('Lab sends results to Epic');
    expect(proposal).toMatchObject({ understood: true, certain: false });
    const results = nameOf(proposal, 'results');
    expect(results?.isCertain).toBe(false);
    expect(results?.matches[0]?.id).toBe('laboratory');
    expect(results?.matches.map(({ id }) => id)).toContain('laboratory.hiv-results');
    expect(proposal.sentence).not.toContain('HIV');
    for (const [words, id] of [
      ['labs', 'laboratory'],
      ['lab results', 'laboratory'],
      ['notes', 'clinical-notes'],
      ['images', 'radiology-images'],
      ['tests', 'laboratory'],
    ] as const)
      expect(nameOf(await propose(`LIS sends ${words} to EHR`), words)?.matches[0]?.id, words).toBe(id);
  });

  it('is certain once what is not certain was chosen', async () => {
    const chosen = [
      { words: 'Lab', id: 'lis' },
      { words: 'results', id: 'laboratory' },
    ];
    expect(await propose('Lab sends results to Epic', chosen)).toMatchObject({ certain: true });
    expect(await propose('Lab sends results to Epic', chosen.slice(1))).toMatchObject({ certain: false });
    expect(await propose('LIS sends lab results to EHR')).toMatchObject({ certain: true });
  });

  it('is never certain of a special category that only has the words in its name', async () => {
    const proposal = await propose('LIS sends HIV results to EHR');
    expect(nameOf(proposal, 'HIV results')).toMatchObject({
      isCertain: false,
      matches: [{ id: 'laboratory.hiv-results', matched: 'words in its name' }],
    });
  });

  it.each([
    ['MyChart delays lab results 36 hours', '36 hours'],
    ['MyChart delays lab results for 36 hours', '36 hours'],
    ['MyChart delays lab results by 3 days', '3 days'],
    ['MyChart delays lab results 72h', '72h'],
    ['MyChart withholds lab results until reviewed', 'until reviewed'],
  ])('keeps the time: %s', async (line, time) => {
    const proposal = await propose(line, [{ words: 'MyChart' }]);
    expect(proposal.sentence).toContain(time);
    const [restriction] = proposal.changes.flatMap((change) =>
      'createRestriction' in change ? [change.createRestriction as { name: string; description: string }] : [],
    );
    expect(restriction?.name).toContain(time);
    expect(restriction?.description.toLowerCase()).toContain(time);
  });

  it('is already so with a time only where the time is there', async () => {
    expect(await propose('Patient portal delays lab results 72h for patients')).toMatchObject({ already: true });
    const other = await propose('Patient portal delays lab results for 36 hours for patients');
    expect(other).toMatchObject({ already: false });
    expect(other.sentence).toContain('It names another time');
  });

  it('asks for two lines where two things are said', async () => {
    const proposal = await propose('The pathology system holds slides and feeds the LIS');
    expect(proposal).toMatchObject({ understood: false, changes: [] });
    expect(proposal.sentence).toContain('"feeds the LIS". Write two lines');
  });

  it('is not already so while something was not understood, and says what', async () => {
    const proposal = await propose('Fetal monitor stores strips in OB archive');
    expect(proposal).toMatchObject({ already: false, rest: 'in OB archive' });
    expect(proposal.sentence).toContain('Not understood, and kept in the description: "in OB archive"');
    const part = await propose('LIS sends monthly lab extract to EHR');
    expect(part).toMatchObject({ certain: false, rest: 'monthly extract' });
  });

  it('offers what is nearly the name before anything new', async () => {
    const proposal = await propose('Labratory informaton system sends orders to Pharmcy system');
    expect(proposal.certain).toBe(false);
    for (const [words, id] of [
      ['Labratory informaton system', 'lis'],
      ['Pharmcy system', 'pharmacy'],
    ] as const) {
      const name = nameOf(proposal, words);
      expect(name?.isCertain).toBe(false);
      expect(name?.matches[0]).toMatchObject({ id, matched: 'nearly the name' });
    }
    expect(proposal.changes).toMatchObject([{ createFlow: { from: 'lis', to: 'pharmacy' } }]);
    const nearest = nameOf(await propose('Pharmacy sends medicatons to EHR'), 'medicatons');
    expect(nearest?.matches[0]?.id).toBe('medications');
  });

  it('offers the system of the kind that a product is known for, and never takes it for certain', async () => {
    const place = nameOf(await propose('MyChart delays lab results 36 hours'), 'MyChart');
    expect(place?.isCertain).toBe(false);
    expect(place?.matches.map(({ id }) => id)).toContain('portal-web');
  });

  it('takes an arrow alone for a flow whose classes nobody named', async () => {
    for (const arrow of ['->', '→', '=>']) {
      const proposal = await propose(`LIS ${arrow} EHR by HL7 v2 ORU`);
      expect(proposal.changes).toMatchObject([{ createFlow: { from: 'lis', to: 'ehr', carries: [] } }]);
      expect(proposal.sentence).toContain('No data class is named');
    }
  });

  it('speaks in plain words, without codes', async () => {
    for (const line of [
      'Patient portal withholds notes from patients because the law says so',
      'Patient portal withholds notes from patients',
      'LIS sends orders and results to EHR',
      'PACS holds images',
      'LIS sends labs to EHR by HL7 v2',
      'Frobnicator sends notes to LIS',
    ]) {
      const { sentence, names } = await propose(line);
      for (const text of [sentence, ...names.flatMap(({ matches }) => matches.map(({ matched }) => matched))])
        expect(text).not.toMatch(/\b(?:LAW|UNKNOWN|(?:UC|DR|SYS|CH|PT|OV)-[A-Z]+)\b/);
    }
    const { sentence } = await propose('Patient portal withholds notes from patients because the law says so');
    expect(sentence).toContain('It is said to rest on a law.');
  });
});

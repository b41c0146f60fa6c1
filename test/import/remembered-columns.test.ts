import { describe, expect, it } from 'vitest';
import { importColumns } from '../../server/src/app/import-columns.ts';
import { sourceOfBytes } from '../../server/src/importers/artefact/open-artefact.ts';
import { must } from '../kit/seed-graph.ts';
import { openImports } from './import-kit.ts';

const list = (rows: readonly string[]): Uint8Array =>
  Buffer.from(['Application name,Vendor,Custodian,Zebra', ...rows].join('\n'));

describe('the columns of a list', () => {
  it('are proposed with reasons, named once by a person, and found again for the next list with the same titles', async () => {
    const { run, graph } = await openImports();
    const first = list(['Northwind LIS,Northwind,Laboratory,x', 'Contoso RIS,Contoso,Radiology,y']);
    const ask = async (bytes: Uint8Array) => must(await importColumns(await graph(), sourceOfBytes('list.csv', bytes)));
    const proposed = await ask(first);
    expect(proposed).toMatchObject({ list: 'systems list', remembered: false });
    expect(proposed?.columns.map(({ title, target }) => [title, target])).toEqual([
      ['Application name', 'system.name'],
      ['Vendor', 'system.vendor'],
      ['Custodian', 'system.custodian'],
      ['Zebra', undefined],
    ]);
    const descriptionOf = async (name: string): Promise<string | undefined> => {
      const seen = [...(await graph()).Observation.values()].find((each) => each.name === name);
      return (JSON.parse(seen?.statement ?? '{}') as { readonly description?: string }).description;
    };
    must(await run({ fileName: 'list.csv', bytes: first, options: { columns: { Zebra: 'system.description' } } }));
    expect(await descriptionOf('Northwind LIS')).toBe('Zebra: x');
    const next = list(['Northwind LIS,Northwind,Laboratory,changed']);
    expect(await ask(next)).toMatchObject({ remembered: true });
    expect((await ask(next))?.columns.at(-1)).toMatchObject({ title: 'Zebra', target: 'system.description' });
    const report = must(await run({ fileName: 'list-2.csv', bytes: next }));
    expect(await descriptionOf('Northwind LIS')).toBe('Zebra: changed');
    // The list is complete for itself: what it no longer has, vanished.
    expect(report.seen.filter(({ change }) => change === 'VANISHED').map(({ name }) => name)).toContain('Contoso RIS');
  });

  it.each([
    [
      'interfaces under title rows',
      'Interface catalogue FY26,,,\nPrepared by,Integration team,,\n\n#,Snd Ap,Rcv Ap,Msg Typ\n1,Lab one,Chart,ORU\n2,Chart,Billing one,DFT\n3,Lab one,Portal,ORU\n',
      ['#', 'Snd Ap', 'Rcv Ap', 'Msg Typ'],
      { 'Snd Ap': 'flow.from', 'Rcv Ap': 'flow.to', '#': 'flow.engineRef' },
      { flows: 3, systems: 4 },
    ],
    [
      'applications in quotation marks',
      '"App Nm";"Mkr / Mfr";"Ver"\n"Ward board";"Acme";"2.1"\n"Chart vault";"Acme";"7"\n',
      ['App Nm', 'Mkr / Mfr', 'Ver'],
      { 'App Nm': 'system.name' },
      { flows: 0, systems: 2 },
    ],
  ])('can be said where no title is known: %s', async (_, text, titles, columns, counts) => {
    const { run, graph } = await openImports();
    const bytes = Buffer.from(text);
    const asked = must(await importColumns(await graph(), sourceOfBytes('list.csv', bytes)));
    expect(asked).toMatchObject({ list: '', remembered: false });
    expect(asked?.columns.map(({ title }) => title)).toEqual(titles);
    const { revision } = await graph();
    const refused = await run({ fileName: 'list.csv', bytes });
    expect(refused).toMatchObject({
      ok: false,
      error: { reason: 'NOT_SUPPORTED', message: expect.stringContaining('the titles do not say what the list is') },
    });
    // Titles nobody knows may be anybody's values: nothing of them is kept.
    expect((await graph()).revision).toBe(revision);
    expect(must(await run({ fileName: 'list.csv', bytes, options: { columns } })).factCounts).toMatchObject(counts);
    expect(must(await importColumns(await graph(), sourceOfBytes('list.csv', bytes)))).toMatchObject({
      remembered: true,
    });
  });

  it.each([
    ['prose', 'Dear all,\nas you know, we met, and talked.\nSee you, soon, there\n'],
    ['values without titles', 'Roe,Ann,1961-04-05\nDoe,Bob,1970-01-02\nPoe,Cy,1980-02-03\n'],
    ['one row', 'Snd Ap,Rcv Ap,Msg Typ\nLab,Chart,ORU\n'],
    ['uneven rows', 'aa,bb,cc\nd\ne\nf,g,h\ni,j\nk,l,m\n'],
  ])('are not asked for where a file is not plainly a table: %s', async (_, text) => {
    const { run } = await openImports();
    expect(await run({ fileName: 'f.csv', bytes: Buffer.from(text) })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('of no kind that can be imported') },
    });
  });

  it('are nothing for a file that is no list', async () => {
    const { graph } = await openImports();
    const ask = async (text: string) => must(await importColumns(await graph(), sourceOfBytes('f', Buffer.from(text))));
    expect(await ask('{"resourceType": "CapabilityStatement"}')).toBeUndefined();
    expect(await ask('dataset:\n- fides_key: a\n')).toBeUndefined();
  });
});

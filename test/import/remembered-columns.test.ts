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

  it('are nothing for a file that is no list', async () => {
    const { graph } = await openImports();
    const ask = async (text: string) => must(await importColumns(await graph(), sourceOfBytes('f', Buffer.from(text))));
    expect(await ask('{"resourceType": "CapabilityStatement"}')).toBeUndefined();
    expect(await ask('dataset:\n- fides_key: a\n')).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { threatDragonImporter } from '../../server/src/importers/threat-dragon/index.ts';
import { must } from '../kit/seed-graph.ts';
import { artefactAt, artefactOf, everythingIn, factsOf, fuzz, readWith, samplePath } from './reading-kit.ts';

const model = (cells: readonly object[], version = 2): string =>
  JSON.stringify({
    summary: { title: 'Results to the portal' },
    detail: {
      diagrams: [version === 2 ? { title: 'main', cells } : { title: 'main', diagramJson: { cells } }],
    },
  });

const v2 = model([
  {
    id: 's1',
    shape: 'store',
    data: {
      type: 'tm.Store',
      name: 'Results\nstore',
      description: 'Results of the laboratory',
      storesCredentials: true,
      threats: [{ title: 'Leak', description: 'patient John' }],
    },
  },
  { id: 'p1', shape: 'process', data: { type: 'tm.Process', name: 'Portal' } },
  { id: 'a1', shape: 'actor', data: { type: 'tm.Actor', name: 'Patient' } },
  { id: 'b1', shape: 'trust-broundary-curve', data: { type: 'tm.Boundary', name: 'DMZ' } },
  {
    id: 'f1',
    shape: 'flow',
    source: { cell: 's1' },
    target: { cell: 'p1' },
    data: {
      type: 'tm.Flow',
      name: 'Lab results',
      protocol: 'HTTPS',
      isBidirectional: true,
      isEncrypted: false,
      isPublicNetwork: true,
    },
  },
  { id: 'f2', shape: 'flow', source: { x: 1, y: 2 }, target: { cell: 'p1' }, data: { type: 'tm.Flow', name: 'Loose' } },
]);

const v1 = model(
  [
    { id: 's1', type: 'tm.Store', attrs: { text: { text: 'Results\nstore' } } },
    { id: 'p1', type: 'tm.Process', attrs: { text: { text: 'Portal' } } },
    {
      id: 'f1',
      type: 'tm.Flow',
      source: { id: 's1' },
      target: { id: 'p1' },
      labels: [{ attrs: { text: { text: 'Lab results' } } }],
    },
  ],
  1,
);

describe('a threat model', () => {
  it('gives systems and flows of version 2, both ways where it says so, and leaves threats out', async () => {
    const facts = await factsOf(threatDragonImporter, v2);
    expect(facts.systems.map(({ name, certainty }) => `${name} ${certainty}`)).toEqual([
      'Results store LIKELY',
      'Portal LIKELY',
      'Patient POSSIBLE',
    ]);
    expect(facts.flows.map(({ name, from, to, protocol }) => [name, from, to, protocol])).toEqual([
      ['Lab results', 's1', 'p1', 'HTTPS'],
      ['Lab results (back)', 'p1', 's1', 'HTTPS'],
    ]);
    expect(facts.flows[0]?.carries).toMatchObject([{ classes: ['UC-LAB'], certainty: 'LIKELY' }]);
    expect(facts.notes.map(({ description }) => description)).toEqual([
      'it stores credentials',
      'it is not said to be encrypted; it crosses a public network',
    ]);
    expect(facts.warnings).toEqual([expect.stringMatching(/"Loose".*not joined/)]);
    expect(everythingIn(facts)).not.toMatch(/John|Leak/);
  });

  it('gives the same of version 1, which names things elsewhere', async () => {
    const facts = await factsOf(threatDragonImporter, v1);
    expect(facts.systems.map(({ name }) => name)).toEqual(['Results store', 'Portal']);
    expect(facts.flows).toMatchObject([{ name: 'Lab results', from: 's1', to: 'p1' }]);
  });

  it('is told by what is in it', async () => {
    expect(await threatDragonImporter.recognise(await artefactOf('{"summary": {}, "detail": {}}'))).toBe(false);
    expect(await threatDragonImporter.recognise(await artefactOf('{"resourceType": "CapabilityStatement"}'))).toBe(
      false,
    );
    expect(await threatDragonImporter.recognise(await artefactOf('diagrams, detail'))).toBe(false);
  });

  it('survives damaged files', async () => {
    await expect(fuzz(threatDragonImporter, [v1, v2])).resolves.toBeUndefined();
  });

  it.skipIf(samplePath('arch') === undefined)(
    'reads real ones of both versions to the same systems and flows',
    async () => {
      const read = async (name: string) => {
        const artefact = await artefactAt(samplePath(`arch/${name}`) ?? '');
        expect(await threatDragonImporter.recognise(artefact)).toBe(true);
        return must(await readWith(threatDragonImporter, artefact));
      };
      const [one, two] = [await read('threat-dragon-v1-demo.json'), await read('threat-dragon-v2-demo.json')];
      expect([one.systems.length, one.flows.length]).toEqual([7, 10]);
      expect(two.systems.map(({ name }) => name).toSorted()).toEqual(one.systems.map(({ name }) => name).toSorted());
      expect(two.flows.map(({ name }) => name).toSorted()).toEqual(one.flows.map(({ name }) => name).toSorted());
    },
  );
});

import { describe, expect, it } from 'vitest';
import { fidesImporter } from '../../server/src/importers/fides/index.ts';
import { must } from '../kit/seed-graph.ts';
import { artefactAt, artefactOf, everythingIn, factsOf, fuzz, readWith, samplePath } from './reading-kit.ts';

const manifest = `
dataset:
- fides_key: chart_db
  organization_fides_key: north
  name: Chart database
  collections:
  - name: lab_results
    description: Results
    fields:
    - name: patient
      fields:
      - name: mrn
        data_categories: [user.health_and_medical.record_id]
  - name: people
    data_categories: [user.health_and_medical.genetic]
    fields: []
system:
- fides_key: portal
  name: Portal
  administrating_department: Records office
  ingress: [{ fides_key: chart_db, type: dataset }, { fides_key: elsewhere, type: system }]
  privacy_declarations:
  - name: Show results
    data_categories: [user.health_and_medical]
    data_use: essential
    data_subjects: [patient]
    ingress: [chart_db, genes_db]
- fides_key: archive
  description: "Login password: hunter2"
  ingress: [{ fides_key: portal, type: system }]
- name: no key
`;

describe('a privacy manifest', () => {
  it('gives systems, datasets with their collections, and flows', async () => {
    const facts = await factsOf(fidesImporter, manifest);
    expect(facts.systems.map(({ key, name, custodian }) => [key, name, custodian])).toEqual([
      ['system:portal', 'Portal', 'Records office'],
      ['system:archive', 'archive', undefined],
      ['dataset:chart_db', 'Chart database', undefined],
      ['system:elsewhere', 'elsewhere', undefined],
      ['dataset:genes_db', 'genes_db', undefined],
    ]);
    expect(facts.systems.filter(({ isUnresolved }) => isUnresolved)).toHaveLength(2);
    expect(everythingIn(facts)).not.toMatch(/hunter2/);
    expect(facts.flows).toMatchObject([
      {
        key: 'dataset:chart_db>system:portal',
        carries: [{ classes: ['UC-PROB', 'UC-OBS', 'UC-NOTE'], certainty: 'POSSIBLE' }],
      },
      { key: 'system:elsewhere>system:portal' },
      { key: 'dataset:genes_db>system:portal' },
      { key: 'system:portal>system:archive', name: 'portal to archive', carries: [] },
    ]);
    expect(facts.holdings.map(({ key, classes }) => [key, classes.map((sign) => sign.classes.join())])).toEqual([
      ['chart_db.lab_results', ['UC-LAB']],
      ['chart_db.people', ['DR-GENOMIC']],
    ]);
    expect(facts.holdings[0]?.parts.map(({ name, classes }) => [name, classes[0]?.classes])).toEqual([
      ['patient', undefined],
      ['patient.mrn', ['UC-DEM']],
    ]);
    expect(facts.notes).toMatchObject([
      {
        name: 'Show results',
        code: 'data-use',
        description: 'Use essential, of user.health_and_medical, about patient',
      },
    ]);
    expect(facts.warnings).toEqual([
      expect.stringMatching(/no fides_key/),
      expect.stringMatching(/does not describe: elsewhere, genes_db/),
    ]);
  });

  it('refuses what is no YAML, at its line, and what would grow without end', async () => {
    const broken = await artefactOf('dataset:\n- fides_key: a\n  name: "x\n');
    expect(await fidesImporter.recognise(broken)).toBe(true);
    expect(await readWith(fidesImporter, broken)).toMatchObject({
      ok: false,
      error: { reason: 'MALFORMED', mend: expect.stringMatching(/line/) },
    });
    const levels = Array.from(
      { length: 12 },
      (_, at) => `l${at + 1}: &l${at + 1} [${Array(9).fill(`*l${at}`).join(', ')}]`,
    ).join('\n');
    const bomb = await artefactOf(`l0: &l0 x\n${levels}\ndataset:\n- fides_key: a\n  collections: *l12\n`);
    expect(await readWith(fidesImporter, bomb)).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/references/) },
    });
  });

  it('survives damaged files', async () => {
    await expect(fuzz(fidesImporter, [manifest])).resolves.toBeUndefined();
  });

  it.skipIf(samplePath('arch') === undefined).each([
    ['fides-demo-dataset.yml', [1, 0, 1]],
    ['fides-demo-system.yml', [3, 1, 0]],
  ])('reads the real %s', async (name, counts) => {
    const artefact = await artefactAt(samplePath(`arch/${name}`) ?? '');
    expect(await fidesImporter.recognise(artefact)).toBe(true);
    const { systems, flows, holdings } = must(await readWith(fidesImporter, artefact));
    expect([systems.length, flows.length, holdings.length]).toEqual(counts);
  });
});

import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ccdaImporter } from '../../server/src/importers/ccda/index.ts';
import { isReadable } from '../../server/src/importers/ccda/read-document.ts';
import { must } from '../kit/seed-graph.ts';
import {
  artefactAt,
  artefactOf,
  everythingIn,
  factsOf,
  fixtureText,
  fuzz,
  readWith,
  samplePath,
} from './reading-kit.ts';

const summary = fixtureText('ccda/summary.xml');
const read = (text: string, systemName?: string) =>
  factsOf(ccdaImporter, text, systemName === undefined ? {} : { systemName });
const withHead = (head: string): string =>
  summary.replace(/<templateId[^>]*10\.20\.22\.1[^>]*>\s*/g, '').replace('<typeId', `${head}<typeId`);
const withBody = (body: string): string =>
  summary.replace(/<component>[\s\S]*<\/component>/, `<component>${body}</component>`);
const section = (inside: string): string =>
  withBody(`<structuredBody><component><section>${inside}</section></component></structuredBody>`);
const without = (text: string): string => text.replace(/<author>[\s\S]*<\/author>/, '');

describe('a clinical document', () => {
  it('gives the system that made it, the organization that keeps it and what it releases', async () => {
    const { title, origin, date, describes, systems, channels, covers, grade } = await read(summary);
    expect([title, origin, date, grade, covers]).toEqual([
      'Continuity of care document (C-CDA R2.1), 13 sections',
      'Northwind Care 9: Continuity of care document',
      '2026-01-02',
      'OBSERVED',
      [],
    ]);
    expect(describes).toEqual({
      type: '34133-9',
      standard: 'C-CDA R2.1',
      sections: 13,
      withEntries: 7,
      narrativeOnly: 2,
      empty: 3,
    });
    expect(systems).toMatchObject([
      {
        key: 'system:Northwind Care 9',
        name: 'Northwind Care 9',
        product: 'Northwind Care 9',
        organization: 'North Clinic',
        isSelf: true,
        certainty: 'CERTAIN',
      },
    ]);
    expect(channels).toMatchObject([
      {
        key: 'documents:Northwind Care 9:34133-9',
        scope: 'document:34133-9',
        system: 'system:Northwind Care 9',
        kind: 'CH-B1-CCDA',
        standards: ['C-CDA R2.1'],
        isComplete: false,
        certainty: 'LIKELY',
      },
    ]);
  });

  it('says how surely each class is there: data, narrative, by code, template or title', async () => {
    const { channels } = await read(summary);
    expect(
      channels[0]?.releases.map(({ classes, certainty, reason }) => `${classes.join('/')} ${certainty}: ${reason}`),
    ).toEqual([
      'UC-ALG CERTAIN: the section "Allergies and intolerances" has 2 entries',
      'UC-PROB LIKELY: the section "Problems" has narrative only, no entry',
      'UC-FHX LIKELY: the section "Family history" has 1 entry; it is known by its title',
      'UC-LAB CERTAIN: the section "Results" has 1 entry; it is known by its template',
      'UC-MED CERTAIN: the section "Medications" has 1 entry',
      'UC-HSA/DR-SDOH POSSIBLE: the section "Social history" has 1 entry',
    ]);
  });

  it('notes sections that hold less than they could, and names those it cannot tell without their title', async () => {
    const { notes, cannotTell } = await read(summary);
    expect(notes.map(({ code, name, key }) => [code, name, key])).toEqual([
      [
        'section-narrative-only',
        'The section "Problems" has narrative only',
        'documents:Northwind Care 9:34133-9/SC-PROBLEMS/NARRATIVE',
      ],
      ['section-empty', 'The section "Vital signs" is empty', 'documents:Northwind Care 9:34133-9/SC-VITALS/EMPTY'],
      [
        'section-empty',
        'The section "Immunizations" says that there is no information',
        'documents:Northwind Care 9:34133-9/SC-IMMUNIZATIONS/NO_INFORMATION',
      ],
      [
        'section-empty',
        'The section "Procedures" says that there is no information',
        'documents:Northwind Care 9:34133-9/SC-PROCEDURES/NO_INFORMATION',
      ],
      [
        'section-narrative-only',
        'The section with code 99999-9 has narrative only',
        'documents:Northwind Care 9:34133-9/code 99999-9/NARRATIVE',
      ],
    ]);
    expect(cannotTell.map(({ subject }) => subject)).toEqual([
      'section with code 99999-9',
      '1 section without a code or template, on line 98',
    ]);
  });

  it('never gives a value, a narrative, a person, or a title that could be one', async () => {
    expect(everythingIn(await read(summary))).not.toMatch(/SECRET|1970/);
    expect(JSON.stringify(await readWith(ccdaImporter, await artefactOf(summary.slice(0, -60))))).not.toMatch(/SECRET/);
  });

  it('has no text read but titles of sections and names of organizations and software', () => {
    const readable = (path: string) => isReadable(`ClinicalDocument/${path}`.split('/'));
    const body = 'component/structuredBody/component/section';
    for (const path of [
      `${body}/title`,
      'custodian/assignedCustodian/representedCustodianOrganization/name',
      'author/assignedAuthor/assignedAuthoringDevice/softwareName',
    ])
      expect([path, readable(path)]).toEqual([path, true]);
    for (const path of [
      'title',
      `${body}/text`,
      `${body}/text/table/tbody/tr/td`,
      `${body}/entry/observation/value`,
      `${body}/entry/act/title`,
      'component/nonXMLBody/text',
      'recordTarget/patientRole/patient/name/family',
      'author/assignedAuthor/assignedPerson/name',
      'author/assignedAuthor/assignedPerson/name/given',
    ])
      expect([path, readable(path)]).toEqual([path, false]);
  });

  it('is the same with prefixes, on one line, and in another encoding', async () => {
    const expected = await read(summary);
    const plain = (facts: typeof expected) => everythingIn(facts).replace(/lines? \d+/g, 'line n');
    const prefixed = summary.replace(/<(\/?)(?![?!])([A-Za-z])/g, '<$1cda:$2').replace('xmlns=', 'xmlns:cda=');
    expect(plain(await read(prefixed))).toBe(plain(expected));
    expect(plain(await read(summary.replace(/>\s+</g, '><')))).not.toContain('SECRET');
    expect(plain(await read(summary.replace(/\n\s*/g, ' ')))).toBe(plain(expected));
    const wide = Buffer.from(`\uFEFF${summary.replace('UTF-8', 'UTF-16')}`, 'utf16le');
    expect(plain(await factsOf(ccdaImporter, wide))).toBe(plain(expected));
    const artefact = await artefactOf(summary);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 400 }), async (size) => {
        const pieces = async function* () {
          for (let at = 0; at < summary.length; at += size) yield summary.slice(at, at + size);
          await Promise.resolve();
        };
        expect(must(await readWith(ccdaImporter, { ...artefact, text: pieces }))).toEqual(expected);
      }),
      { numRuns: 15 },
    );
  });

  it('tells releases of C-CDA, and documents of the same format that are something else', async () => {
    const standardOf = async (head: string) => {
      const { channels, warnings } = await read(withHead(head));
      return [channels[0]?.standards[0], channels[0]?.kind, channels[0]?.certainty, warnings.length];
    };
    const header = '2.16.840.1.113883.10.20.22.1.1';
    expect(await standardOf(`<templateId root="${header}"/>`)).toEqual(['C-CDA R1.1', 'CH-B1-CCDA', 'LIKELY', 1]);
    expect(await standardOf(`<templateId root="${header}" extension="2014-06-09"/>`)).toEqual([
      'C-CDA R2.0',
      'CH-B1-CCDA',
      'LIKELY',
      1,
    ]);
    expect(await standardOf(`<templateId root="${header}" extension="2023-05-01"/>`)).toEqual([
      'C-CDA R2.1',
      'CH-B1-CCDA',
      'LIKELY',
      1,
    ]);
    expect(await standardOf(`<templateId root="${header}" extension="2024-05-01"/>`)).toEqual([
      'C-CDA R3.0 or later',
      'CH-B1-CCDA',
      'LIKELY',
      1,
    ]);
    expect(await standardOf('<templateId root="2.16.840.1.113883.10.20.24.1.1"/>')).toEqual([
      'QRDA',
      'CH-QM',
      'POSSIBLE',
      2,
    ]);
    expect(await standardOf('<templateId root="2.16.840.1.113883.10.20.15.2" extension="2022-05-01"/>')).toEqual([
      'eICR',
      'CH-PH',
      'POSSIBLE',
      2,
    ]);
    expect(await standardOf('')).toEqual(['CDA R2', 'CH-B1-CCDA', 'POSSIBLE', 2]);
  });

  it('may be a file, have no section, or not say who made it', async () => {
    const file = await read(
      withBody('<nonXMLBody><text mediaType="application/pdf" representation="B64">SECRETFILE</text></nonXMLBody>'),
    );
    expect(everythingIn(file)).not.toContain('SECRET');
    expect(file.notes.map(({ code, description }) => `${code}: ${description ?? ''}`)).toEqual([
      'document-unstructured: A file of type application/pdf instead of sections: people can read it; no system can take data out of it.',
    ]);
    expect(file.cannotTell.map(({ subject }) => subject)).toEqual(['the body of the document']);
    expect((await read(withBody('<structuredBody/>'))).warnings.join(' ')).toContain('has no section');
    const unnamed = await read(without(summary));
    expect([unnamed.systems[0]?.name, unnamed.systems[0]?.certainty]).toEqual([
      'Record system of North Clinic',
      'LIKELY',
    ]);
    expect(unnamed.warnings.join(' ')).toContain('does not name the software');
    expect((await read(without(summary), 'Clinic EHR')).channels[0]?.key).toBe('documents:Clinic EHR:34133-9');
    const versioned = await read(
      summary.replace('Northwind Care 9', ' 11.4.1; Transform').replace('Northwind Health', '11'),
    );
    expect(versioned.systems[0]).toMatchObject({ name: 'Record system of North Clinic', version: '11.4.1; Transform' });
  });

  it('is bounded: deep, wide and huge', async () => {
    const deep = '<section><title>x</title><component>'.repeat(60) + '</component></section>'.repeat(60);
    expect((await read(section(`<component>${deep}</component>`))).describes['sections']).toBe(41);
    const wide = await read(
      withBody(
        `<structuredBody>${'<component><section><text>a</text></section></component>'.repeat(1_200)}</structuredBody>`,
      ),
    );
    expect(wide.describes['sections']).toBe(1_000);
    expect(wide.warnings.join(' ')).toContain('200 sections were passed over');
    expect(everythingIn(wide).length).toBeLessThan(5_000);
    const tooDeep = await readWith(ccdaImporter, await artefactOf(section('<a>'.repeat(400) + '</a>'.repeat(400))));
    expect(tooDeep).toMatchObject({
      ok: false,
      error: { reason: 'MALFORMED', message: expect.stringContaining('nested') },
    });
  });

  it('is told by its root, refused when it is cut off, and survives damage', async () => {
    const knows = async (text: string) => ccdaImporter.recognise(await artefactOf(text));
    expect(await knows(summary)).toBe(true);
    for (const other of [
      '<ClinicalDocument xmlns="urn:other"/>',
      '<OldClinicalDocument xmlns="urn:hl7-org:v3"/>',
      '<list xmlns="urn:hl7-org:v3"/>',
      'ClinicalDocument urn:hl7-org:v3',
    ])
      expect([other, await knows(other)]).toEqual([other, false]);
    expect(await readWith(ccdaImporter, await artefactOf(summary.slice(0, -60)))).toMatchObject({
      ok: false,
      error: { reason: 'MALFORMED', line: expect.any(Number) },
    });
    await expect(fuzz(ccdaImporter, [summary, without(summary)], 120)).resolves.toBeUndefined();
  });

  it.skipIf(samplePath('ccda') === undefined)('of the world is read', async () => {
    const counts: Record<string, string> = {};
    for (const name of readdirSync(samplePath('ccda') ?? '').toSorted()) {
      const artefact = await artefactAt(samplePath(`ccda/${name}`) ?? '');
      expect([name, await ccdaImporter.recognise(artefact)]).toEqual([name, true]);
      const { describes, channels, notes, cannotTell, warnings } = must(await readWith(ccdaImporter, artefact));
      counts[name] = [
        describes['sections'],
        describes['withEntries'],
        describes['narrativeOnly'],
        channels[0]?.releases.length,
        notes.length,
        cannotTell.length,
        warnings.length,
      ].join(' ');
    }
    // Sections, of those with entries and with narrative only; classes; notes, sections that cannot be told, warnings.
    expect(counts).toEqual({
      'allscripts-enterprise-toc.xml': '16 13 3 16 3 0 2',
      'cerner-toc.xml': '12 9 3 12 3 0 1',
      'greenway-26840-export-summary.xml': '11 10 1 11 1 0 2',
      'hl7-ccd-sample.xml': '14 14 0 14 0 0 2',
      'hl7-unstructured-document.xml': '0 0 0 0 1 1 3',
      'kareo-summary.xml': '14 7 3 10 7 0 2',
      'mtuitive-opnote-knee.xml': '35 4 25 1 1 1 2',
    });
  });
});

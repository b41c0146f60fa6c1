import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ccdaImporter } from '../../server/src/importers/clinical-document/index.ts';
import { must } from '../kit/seed-graph.ts';
import { artefactAt, artefactOf, everythingIn, factsOf, fuzz, readWith, samplePath } from './reading-kit.ts';

const section = (code: string, title: string, body: string): string =>
  `<component><section>${code}<title>${title}</title>${body}</section></component>`;
const loinc = (code: string): string =>
  `<code code="${code}" codeSystem="2.16.840.1.113883.6.1" displayName="SECRETDISPLAY"/>`;
const text = '<text><table><tr><td>SECRETNARRATIVE</td></tr></table></text>';
const entry =
  '<entry><observation><value value="SECRETVALUE"/><originalText>SECRETORIGINAL</originalText></observation></entry>';

const whole = (body: string): string => `<?xml version="1.0"?>
<ClinicalDocument xmlns="urn:hl7-org:v3">
<templateId root="2.16.840.1.113883.10.20.22.1.2" extension="2015-08-01"/>
<code code="34133-9" displayName="Summarization of Episode Note"/><title>Summary</title><effectiveTime value="20260102"/>
<recordTarget><patientRole><id extension="SECRETID"/><patient><name><given>SECRETGIVEN</given><family>SECRETFAMILY</family></name></patient></patientRole></recordTarget>
<author><assignedAuthor><assignedPerson><name><family>SECRETDOCTOR</family></name></assignedPerson><assignedAuthoringDevice><softwareName>Northwind Care 9</softwareName></assignedAuthoringDevice></assignedAuthor></author>
<custodian><assignedCustodian><representedCustodianOrganization><name>North Clinic</name></representedCustodianOrganization></assignedCustodian></custodian>
${body}
</ClinicalDocument>`;

const summary = whole(`<component><structuredBody>
${section(loinc('48765-2'), 'Allergies', text + entry + entry)}
${section(loinc('11450-4'), 'Problems', text)}
${section(loinc('8716-3'), 'Vital signs', '<text>   </text>')}
${section('', 'Advance Directives', '<text>SECRETPLAIN</text>')}
${section('<templateId root="2.16.840.1.113883.10.20.22.2.3.1"/>', 'Lab things', text + entry + section(loinc('10160-0'), 'Inner', text + entry))}
${section('', 'Zebra', text)}
</structuredBody></component>`);

describe('a clinical document', () => {
  it('gives the classes of its sections by code, template or title, as surely as there is data', async () => {
    const { systems, channels, notes, cannotTell, date } = await factsOf(ccdaImporter, summary);
    expect(systems).toMatchObject([{ name: 'Northwind Care 9', organization: 'North Clinic', isSelf: true }]);
    expect(channels).toMatchObject([{ kind: 'CH-B1-CCDA', standards: ['C-CDA R2.1'], isComplete: false }]);
    expect(channels[0]?.releases.map(({ classes, certainty }) => [classes.join('/'), certainty])).toEqual([
      ['UC-ALG', 'CERTAIN'],
      ['UC-PROB', 'LIKELY'],
      ['DR-CONSENT', 'LIKELY'],
      ['UC-LAB', 'CERTAIN'],
      ['UC-MED', 'CERTAIN'],
    ]);
    expect(notes.map(({ code, name }) => `${code} ${name}`)).toEqual([
      'section-narrative-only The section Problems has narrative only',
      'section-empty The section Vital signs is empty',
      'section-narrative-only The section Advance directives has narrative only',
      'section-narrative-only The section Zebra has narrative only',
    ]);
    expect(cannotTell.map(({ subject }) => subject)).toEqual(['section Zebra']);
    expect(date).toBe('2026-01-02');
  });

  it('never gives a value, a narrative or a person', async () => {
    expect(everythingIn(await factsOf(ccdaImporter, summary))).not.toMatch(/SECRET/);
  });

  it('is read with prefixes, and without a structured body', async () => {
    const prefixed = summary.replace(/<(\/?)(?!\?)([A-Za-z])/g, '<$1h:$2').replace('xmlns=', 'xmlns:h=');
    expect((await factsOf(ccdaImporter, prefixed)).channels[0]?.releases).toHaveLength(5);
    const scan = await factsOf(
      ccdaImporter,
      whole('<component><nonXMLBody><text>SECRETFILE</text></nonXMLBody></component>'),
    );
    expect(scan.warnings.join(' ')).toMatch(/not structured/);
    expect(everythingIn(scan)).not.toMatch(/SECRET/);
  });

  it('is told by its root, refused when it is cut off, and survives damage', async () => {
    expect(await ccdaImporter.recognise(await artefactOf('<ClinicalDocument xmlns="urn:other"/>'))).toBe(false);
    expect(await readWith(ccdaImporter, await artefactOf(summary.slice(0, -40)))).toMatchObject({
      ok: false,
      error: { reason: 'MALFORMED' },
    });
    await expect(fuzz(ccdaImporter, [summary])).resolves.toBeUndefined();
  });

  it.skipIf(samplePath('ccda') === undefined)('of the world is read', async () => {
    const counts: Record<string, string> = {};
    for (const name of readdirSync(samplePath('ccda') ?? '')) {
      const artefact = await artefactAt(samplePath(`ccda/${name}`) ?? '');
      expect([name, await ccdaImporter.recognise(artefact)]).toEqual([name, true]);
      const { describes, channels } = must(await readWith(ccdaImporter, artefact));
      counts[name] = `${describes['sections']} ${describes['withEntries']} ${channels[0]?.releases.length ?? 0}`;
    }
    expect(counts).toMatchObject({
      'cerner-toc.xml': expect.stringMatching(/^12 9 /),
      'greenway-26840-export-summary.xml': expect.stringMatching(/^11 10 /),
      'hl7-ccd-sample.xml': expect.stringMatching(/^14 14 /),
      'hl7-unstructured-document.xml': '0 0 0',
    });
  });
});

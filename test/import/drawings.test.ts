import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { drawioImporter } from '../../server/src/importers/diagram/index.ts';
import { structurizrImporter } from '../../server/src/importers/structurizr-dsl/index.ts';
import { must } from '../kit/seed-graph.ts';
import { artefactAt, artefactOf, everythingIn, factsOf, fuzz, readWith, samplePath } from './reading-kit.ts';

const model = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
<mxCell id="z" value="Hospital zone" style="swimlane" vertex="1" parent="1"/>
<mxCell id="lis" value="&lt;b&gt;LIS&lt;/b&gt;&lt;br&gt;Northwind" style="rounded=1" vertex="1" parent="z"/>
<object id="ehr" label="EHR" owner="IT"><mxCell style="rounded=1" vertex="1" parent="z"/></object>
<mxCell id="t" value="Drawn in May" style="text;html=1" vertex="1" parent="1"/>
<mxCell id="pic" value="" style="shape=image;image=data:image/png,AAAA" vertex="1" parent="1"/>
<mxCell id="e1" style="endArrow=classic" edge="1" parent="1" source="lis" target="ehr"/>
<mxCell id="e1l" value="Lab results, HL7 v2" style="edgeLabel" vertex="1" connectable="0" parent="e1"/>
<mxCell id="e2" value="orders" style="startArrow=classic;endArrow=none" edge="1" parent="1" source="lis" target="ehr"/>
<mxCell id="e3" value="loose" edge="1" parent="1" source="lis"/>
</root></mxGraphModel>`;
const plain = `<mxfile host="app"><diagram id="d" name="Overview">${model}</diagram></mxfile>`;
const pack = (xml: string): string => deflateRawSync(encodeURIComponent(xml)).toString('base64');
const packed = `<mxfile><diagram id="d" name="Overview">${pack(model)}</diagram></mxfile>`;

describe('a drawing', () => {
  it('gives boxes as systems and arrows as flows, with labels that are cells of their own', async () => {
    const facts = await factsOf(drawioImporter, plain);
    expect(facts.systems.map(({ name, description }) => [name, description])).toEqual([
      ['LIS Northwind', 'In Hospital zone'],
      ['EHR', 'In Hospital zone'],
    ]);
    expect(
      facts.flows.map(({ name, from, to, protocol, carries }) => [
        name,
        from,
        to,
        protocol,
        carries.map(({ classes }) => classes.join()),
      ]),
    ).toEqual([
      ['Lab results, HL7 v2', 'box:lis northwind', 'box:ehr', 'HL7 v2', ['UC-LAB']],
      ['orders', 'box:ehr', 'box:lis northwind', undefined, ['UC-ORD']],
    ]);
    expect(facts.notes.map(({ name }) => name)).toEqual(['Drawn in May']);
    expect(facts.warnings).toEqual([expect.stringMatching(/"loose".*not joined/)]);
    expect(everythingIn(facts)).not.toMatch(/AAAA|<b>/);
  });

  it('says the same packed', async () => {
    const names = async (xml: string) => (await factsOf(drawioImporter, xml)).flows.map(({ key }) => key);
    expect(await names(packed)).toEqual(await names(plain));
    expect(await names(model)).toEqual(await names(plain));
  });

  it('does not grow without end, and is refused at the page that is broken', async () => {
    const bomb = `<mxfile><diagram name="Bomb">${deflateRawSync(Buffer.alloc(40 * 1024 * 1024, 'x')).toString('base64')}</diagram></mxfile>`;
    expect(await readWith(drawioImporter, await artefactOf(bomb))).toMatchObject({
      ok: false,
      error: { message: 'the page "Bomb" unpacks to more than 32 MiB' },
    });
    expect(
      await readWith(drawioImporter, await artefactOf('<mxfile><diagram name="X">!!!</diagram></mxfile>')),
    ).toMatchObject({ ok: false, error: { reason: 'MALFORMED', line: 1 } });
    expect(await readWith(drawioImporter, await artefactOf('<mxfile></mxfile>'))).toMatchObject({
      ok: false,
      error: { message: 'there is no page in the drawing' },
    });
    await expect(fuzz(drawioImporter, [plain, packed])).resolves.toBeUndefined();
  });
});

const workspace = `
workspace "North" "The whole" {
  !identifiers hierarchical
  // a comment -> with an arrow
  model {
    archetypes {
      store = container { technology "PostgreSQL" }
    }
    properties { "a" "b" }
    nurse = person "Nurse" "Looks after patients"
    group "Hospital" {
      lis = softwareSystem "LIS" "Laboratory system" "Core,Lab" {
        db = store "Result database" "Lab results"
        api = container "API" "Gives results" "FHIR server"
      }
      ehr = softwareSystem "EHR" {
        description "The chart"
        front = container "Front" {
          screen = component "Screen"
          this -> lis.api "asks for lab results" "FHIR R4"
        }
        -> lis "sends orders" \\
           "HL7 v2"
      }
    }
    nurse -> ehr "reads"
    lis.api -> lis.db "stores"
    ehr.front.screen -> elsewhere "goes nowhere"
    lis -> ehr """
       reports
    """
    live = deploymentEnvironment "Live" { node = deploymentNode "x" { containerInstance lis.api } }
  }
  views { systemContext lis { include * } styles { element "Lab" { background #fff } } }
}`;

describe('an architecture model', () => {
  it('gives systems and what flows between them, rolled up from their parts', async () => {
    const facts = await factsOf(structurizrImporter, workspace);
    expect(facts.describes).toEqual({ systems: 2, containers: 3, components: 1, persons: 1, relationships: 6 });
    expect(facts.systems.map(({ key, name, description }) => [key, name, description])).toEqual([
      ['lis', 'LIS', 'Laboratory system. In Hospital. Tags: Core,Lab'],
      ['ehr', 'EHR', 'The chart. In Hospital'],
    ]);
    expect(
      facts.flows.map(({ name, from, to, protocol, carries }) => [
        name.trim(),
        from,
        to,
        protocol,
        carries.map(({ classes }) => classes.join()),
      ]),
    ).toEqual([
      ['asks for lab results', 'ehr', 'lis', 'FHIR R4', ['UC-LAB']],
      ['sends orders', 'ehr', 'lis', 'HL7 v2', ['UC-ORD']],
      ['reports', 'lis', 'ehr', undefined, []],
    ]);
    expect(facts.holdings).toMatchObject([
      { name: 'Result database', system: 'lis', classes: [{ classes: ['UC-LAB'] }] },
      { name: 'API', format: 'FHIR server' },
    ]);
    expect(facts.notes.map(({ name }) => name)).toEqual(['Nurse uses it']);
    expect(facts.warnings).toEqual([expect.stringMatching(/"elsewhere", which is not in the model/)]);
    expect(facts.covers).toEqual(['workspace:North']);
  });

  it('is refused at the line where a text or brace is not closed, and claims nothing whole that includes others', async () => {
    const refuse = async (text: string) => readWith(structurizrImporter, await artefactOf(text));
    expect(await refuse('workspace {\n model {\n a = softwareSystem "x\n }\n}')).toMatchObject({
      ok: false,
      error: { line: 3, message: 'a text has no closing quote' },
    });
    expect(await refuse('workspace {\n model {\n')).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/brace/) },
    });
    expect(await refuse('workspace {\n}\n}\n')).toMatchObject({ ok: false, error: { line: 3 } });
    const partly = await factsOf(
      structurizrImporter,
      'workspace {\n model {\n !include rest.dsl\n a = softwareSystem "A"\n }\n}',
    );
    expect([partly.covers, partly.warnings]).toEqual([[], [expect.stringMatching(/Line 3 includes "rest\.dsl"/)]]);
  });

  it('survives damage', async () => {
    await expect(fuzz(structurizrImporter, [workspace])).resolves.toBeUndefined();
  });

  it.skipIf(samplePath('arch') === undefined)('of the world is read', async () => {
    const artefact = await artefactAt(samplePath('arch/nuts-knooppunt-c4.dsl') ?? '');
    expect(await structurizrImporter.recognise(artefact)).toBe(true);
    const { describes, flows, warnings } = must(await readWith(structurizrImporter, artefact));
    expect(describes).toMatchObject({ systems: 8, containers: 10, components: 10 });
    expect([flows.length, warnings]).toEqual([12, []]);
  });
});

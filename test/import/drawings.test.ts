import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { drawioImporter } from '../../server/src/importers/diagram/index.ts';
import { directionOf } from '../../server/src/importers/architecture/direction.ts';
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

const graph = (cells: string): string =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel>`;
const drawn = (cells: string): string => `<mxfile><diagram name="Page-1">${graph(cells)}</diagram></mxfile>`;
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const vertex = (id: string, value: string, style = '', parent = '1'): string =>
  `<mxCell id="${id}" value="${escaped(value)}" style="${style}" vertex="1" parent="${parent}"/>`;
const edge = (source: string, target: string, value = '', style = ''): string =>
  `<mxCell id="${source}-${target}-${value}" value="${value}" style="${style}" edge="1" parent="1" source="${source}" target="${target}"/>`;
const picture = `<img src="data:image/png;base64,${'iVBOR'.repeat(20_000)}"/>`;
const many = [
  '<object id="portal" label="Portal of %owner%" placeholders="1" owner="North" vendor="Acme" version="4" link="https://x/?token=hunter2"><mxCell vertex="1" parent="1"/></object>',
  vertex('ehr', `${picture}<script>alert(1)</script><style>p{}</style><p>EHR</p>`, 'swimlane;childLayout=stackLayout;'),
  vertex('ehr1', 'Medications', 'text;html=1', 'ehr'),
  vertex('ehr2', 'Allergies', 'text;html=1', 'ehr'),
  vertex('zone', 'DMZ', 'rounded=0'),
  vertex('archive', 'Archive', 'shape=cylinder3;', 'zone'),
  vertex('address', '10.1.2.3:6661'),
  vertex('nurse', 'Nurse', 'shape=umlActor;'),
  vertex('remark', 'As of May,&nbsp;all of&#32;it password: hunter2', 'text;html=1'),
  vertex('note', 'Ask Ann', 'shape=note;'),
  vertex('t1', 'Patient', 'shape=table;childLayout=tableLayout;'),
  vertex('t1r', '', 'shape=tableRow;', 't1'),
  vertex('t1c', 'mrn', 'shape=partialRectangle;', 't1r'),
  vertex('t2', 'Visit', 'shape=table;childLayout=tableLayout;'),
  '<mxCell id="hiddenlayer" value="Old" visible="0" parent="0"/>',
  vertex('secret', 'Secret box', '', 'hiddenlayer'),
  edge('t1r', 't2', '', 'startArrow=ERone;endArrow=ERmany'),
  edge('ehr2', 'portal', 'FHIR R4 API', 'startArrow=classic;endArrow=classic'),
  edge('ehr', 'address', '', 'endArrow=none'),
  edge('ehr', 'address', 'Wobble via SFTP'),
  edge('ehr', 'ehr1', 'itself'),
  edge('nurse', 'ehr', 'reads'),
].join('');
const svg = `<svg xmlns="http://www.w3.org/2000/svg" content="${escaped(drawn(many))}"><g/></svg>`;

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
    const page = `<diagram name="Big">${deflateRawSync(Buffer.from(`<a>${' '.repeat(20 * 1024 * 1024)}</a>`)).toString('base64')}</diagram>`;
    expect(await readWith(drawioImporter, await artefactOf(`<mxfile>${page}${page}</mxfile>`))).toMatchObject({
      ok: false,
      error: { message: 'the page "Big" unpacks to more than 32 MiB' },
    });
    await expect(fuzz(drawioImporter, [plain, packed, drawn(many), svg])).resolves.toBeUndefined();
  });

  it('tells boxes from people, remarks, zones, lists, tables of a data model, and what is hidden', async () => {
    const facts = await factsOf(drawioImporter, drawn(many));
    expect(facts.systems.map(({ name, certainty, description }) => [name, certainty, description])).toEqual([
      ['Portal of North', 'LIKELY', undefined],
      ['EHR', 'LIKELY', 'Lists Medications, Allergies'],
      ['Archive', 'POSSIBLE', 'In DMZ. Drawn as a database'],
      ['10.1.2.3:6661', 'LIKELY', undefined],
      ['Patient', 'POSSIBLE', undefined],
      ['Visit', 'POSSIBLE', undefined],
    ]);
    expect(facts.systems[0]).toMatchObject({ custodian: 'North', vendor: 'Acme', version: '4' });
    expect(facts.systems[3]).toMatchObject({ isUnresolved: true, identifiers: ['10.1.2.3:6661'] });
    expect(
      facts.flows.map(({ from, to, name, protocol, certainty, carries }) => [
        `${from} > ${to}`,
        name,
        protocol,
        certainty,
        carries.map((sign) => sign.classes.join() || sign.name),
      ]),
    ).toEqual([
      ['box:ehr > box:portal of north', 'FHIR R4 API', 'FHIR R4', 'LIKELY', []],
      ['box:portal of north > box:ehr', 'FHIR R4 API', 'FHIR R4', 'LIKELY', []],
      ['box:ehr > box:10.1.2.3:6661', 'EHR to 10.1.2.3:6661', undefined, 'POSSIBLE', []],
      ['box:ehr > box:10.1.2.3:6661', 'Wobble via SFTP', 'SFTP', 'LIKELY', ['Wobble via SFTP']],
    ]);
    expect(facts.notes.map(({ code, name, description }) => [code, name, description])).toEqual([
      ['person', 'Nurse uses EHR', 'reads'],
      ['remark', 'As of May, all of it password: [hidden]', undefined],
      ['remark', 'Ask Ann', undefined],
    ]);
    expect(facts.warnings).toEqual([
      expect.stringMatching(/2 shapes and lines on page Page-1 are hidden/),
      expect.stringMatching(/1 lines on page Page-1 join tables/),
    ]);
    expect(everythingIn(facts)).not.toMatch(/iVBOR|alert|hunter2|Secret box/);
  });

  it('is read out of a picture, and says the same whichever way it is saved', async () => {
    const expected = everythingIn(await factsOf(drawioImporter, drawn(many))).replaceAll(/line \d+/g, '');
    for (const text of [
      svg,
      drawn(many).replaceAll('><', '>\n<'),
      `<mxfile><diagram name="Page-1">${pack(graph(many))}</diagram></mxfile>`,
    ])
      expect(everythingIn(await factsOf(drawioImporter, text)).replaceAll(/line \d+/g, '')).toBe(expected);
    const unencoded = deflateRawSync(graph(many)).toString('base64');
    expect((await factsOf(drawioImporter, `<mxfile><diagram>${unencoded}</diagram></mxfile>`)).systems).toHaveLength(6);
    expect(await drawioImporter.recognise(await artefactOf('<svg xmlns="x" content="none"/>'))).toBe(false);
  });

  it('names a box of several pages once, and claims only whole pages', async () => {
    const page = (name: string, cells: string) => `<diagram name="${name}">${graph(cells)}</diagram>`;
    const box = '<mxCell id="a" value="EHR" vertex="1" parent="1"/>';
    const facts = await factsOf(drawioImporter, `<mxfile>${page('A', box)}${page('B', box)}${page('B', '')}</mxfile>`);
    expect([facts.systems.length, facts.covers, facts.origin]).toEqual([1, ['page:A', 'page:B'], 'file']);
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

const spread = `workspace "Spread" {
  !const SITE "North"
  !var TOKEN "password=hunter2"
  model {
    archetypes {
      store = container {
        technology "PostgreSQL"
        tags "Database"
      }
      oldStore = store {
        technology Oracle
      }
      https = -> {
        technology "HTTPS"
      }
      secure = --https-> {
      }
    }
    enterprise "\${SITE}" {
      group "Lab" {
        lis = softwareSystem "LIS of \${SITE}" {
          properties {
            "owner" "Lab office"
          }
          results = store "Results"
          engine = container "Engine" {
            --secure-> ehr "stores results"
          }
          engine -> results "stores"
        }
      }
    }
    softwareSystem "Old archive" "" "Legacy"
    nurse = person Nurse
    auditor = person "Auditor" "Looks on"
    robot = element "Robot" "Hardware" "Moves samples"
    ehr = softwareSystem "EHR"
    !element ehr {
      chart = oldStore "Chart"
      nurse -> this "reads"
    }
    lis --https-> chart "reads from and writes to"
    lis -> ehr
    nurse -> ehr.chart "prints"
    robot -> lis "brings samples"
    !elements "element.tag==Database" {
      -> ehr "backs up"
    }
    live = deploymentEnvironment "Live" {
      deploymentNode "Host" {
        db = infrastructureNode "DB"
        db -> nowhere "copies"
      }
    }
  }
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
      ['asks for lab results', 'lis', 'ehr', 'FHIR R4', ['UC-LAB']],
      ['sends orders', 'ehr', 'lis', 'HL7 v2', ['UC-ORD']],
      ['reports', 'lis', 'ehr', undefined, []],
    ]);
    expect(facts.holdings).toMatchObject([
      { name: 'Result database', system: 'lis', classes: [{ classes: ['UC-LAB'] }] },
      { name: 'API', format: 'FHIR server' },
    ]);
    expect(facts.notes.map(({ name }) => name)).toEqual(['Nurse uses EHR']);
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

  it('knows identifiers written whole or short, words that are made up, values with names, and blocks that add to others', async () => {
    const facts = await factsOf(structurizrImporter, spread);
    expect(facts.systems.map(({ key, name, description, custodian }) => [key, name, description, custodian])).toEqual([
      ['lis', 'LIS of North', 'In North, in Lab', 'Lab office'],
      ['"old archive"', 'Old archive', 'Tags: Legacy', undefined],
      ['ehr', 'EHR', undefined, undefined],
    ]);
    expect(
      facts.flows.map(({ name, from, to, protocol, certainty, description }) => [
        name,
        `${from} > ${to}`,
        protocol,
        certainty,
        description,
      ]),
    ).toEqual([
      ['stores results', 'lis > ehr', 'HTTPS', 'CERTAIN', 'Engine to EHR.'],
      ['reads from and writes to', 'lis > ehr', 'HTTPS', 'LIKELY', 'LIS of North to Chart. Data goes both ways.'],
      ['reads from and writes to', 'ehr > lis', 'HTTPS', 'LIKELY', 'LIS of North to Chart. Data goes both ways.'],
      ['LIS of North to EHR', 'lis > ehr', undefined, 'POSSIBLE', expect.stringMatching(/does not say which way/)],
    ]);
    expect(facts.holdings.map(({ name, system, format }) => [name, system, format])).toEqual([
      ['Results', 'lis', 'PostgreSQL'],
      ['Chart', 'ehr', 'Oracle'],
    ]);
    expect(facts.notes.map(({ name, description, about }) => [name, description, about?.key])).toEqual([
      ['Nurse uses EHR', 'reads; prints', 'ehr'],
      ['Auditor', 'Looks on', undefined],
    ]);
    expect(facts.warnings).toEqual([expect.stringMatching(/Line 46 changes many elements/)]);
    expect(everythingIn(facts)).not.toMatch(/hunter2|Robot/);
  });

  it('is the same however it is laid out, with comments and other ends of lines', async () => {
    const expected = everythingIn(await factsOf(structurizrImporter, spread)).replaceAll(/[Ll]ine \d+/g, '');
    for (const text of [
      spread.replaceAll('\n', '\r\n'),
      `// first\n!const EARLY "x"\n${spread}`,
      spread.replaceAll('\n', '\n\n  # more\n'),
      spread.replaceAll(' "', '  \\\n "'),
      `/* head\n*/${spread}`,
    ])
      expect(everythingIn(await factsOf(structurizrImporter, text)).replaceAll(/[Ll]ine \d+/g, '')).toBe(expected);
  });

  it('does not grow or slow down without end', async () => {
    const deep = `workspace {\n model {\n${'x = softwareSystem "X" {\n'.repeat(5_000)}${'}\n'.repeat(5_000)}}\n}`;
    const facts = await factsOf(structurizrImporter, deep);
    expect(facts.systems).toHaveLength(20);
    expect([facts.covers, facts.warnings]).toEqual([[], [expect.stringMatching(/too many and are left out/)]]);
    const grown = Array.from({ length: 40 }, (_, at) => `!const C${at + 1} "\${C${at}}\${C${at}}"`).join('\n');
    const named = await factsOf(
      structurizrImporter,
      `workspace {\n!const C0 "ab "\n${grown}\nmodel {\na = softwareSystem "\${C40}" {\n}\n}\n}`,
    );
    expect(named.systems[0]?.name.length).toBe(200);
    const large = await artefactOf(`workspace {\n model {\n ${'a '.repeat(2_200_000)}}\n}`);
    expect(await readWith(structurizrImporter, large)).toMatchObject({ ok: false, error: { reason: 'TOO_LARGE' } });
  });

  it.each([
    ['', 'UNKNOWN'],
    ['Uses', 'UNKNOWN'],
    ['sends orders to', 'ALONG'],
    ['Sends requests', 'ALONG'],
    ['reports', 'ALONG'],
    ['ITI-41: Provides documents', 'ALONG'],
    ['Reads from', 'AGAINST'],
    ['Gets orders and looks up patients', 'AGAINST'],
    ['Request access', 'AGAINST'],
    ['Reads from and writes to', 'BOTH'],
    ['Synchronizes', 'BOTH'],
  ])('says by its words which way data goes: %s', (label, direction) => {
    expect(directionOf(label)).toBe(direction);
  });

  it('survives damage', async () => {
    await expect(fuzz(structurizrImporter, [workspace, spread])).resolves.toBeUndefined();
  });

  it.skipIf(samplePath('arch') === undefined)('of the world is read', async () => {
    const artefact = await artefactAt(samplePath('arch/nuts-knooppunt-c4.dsl') ?? '');
    expect(await structurizrImporter.recognise(artefact)).toBe(true);
    const { describes, flows, warnings } = must(await readWith(structurizrImporter, artefact));
    expect(describes).toMatchObject({ systems: 8, containers: 10, components: 10 });
    expect([flows.length, warnings]).toEqual([13, []]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ArtefactFacts } from '../../server/src/importers/facts/facts.ts';
import { mirthImporter } from '../../server/src/importers/interface-engine/index.ts';
import { must } from '../kit/seed-graph.ts';
import { channelXml, type ChannelSketch } from './mirth-kit.ts';
import { artefactAt, artefactOf, everythingIn, factsOf, fuzz, readWith, samplePath } from './reading-kit.ts';

const results: ChannelSketch = {
  id: 'c-1',
  name: 'Lab results',
  enabled: true,
  rules: [
    { name: 'type', field: "msg['MSH']['MSH.9']['MSH.9.1'].toString()", values: ["'ORU'"] },
    { name: 'log', script: 'logger.info("x"); return true;', operator: 'AND' },
    { name: 'final', field: "msg['OBR']['OBR.25']['OBR.25.1'].toString()", values: ["'F'", "'C'"], operator: 'AND' },
  ],
  destinations: [
    {
      name: 'TO_EHR',
      enabled: true,
      host: 'ehr.example',
      port: '6662',
      step: "// delete msg['OBX'];\ndelete msg['NTE'];\nif (msg['PID']['PID.3'] != '') x();",
    },
    { name: 'Destination 2', enabled: false, host: 'old.example', port: '6663' },
  ],
};

/** What facts say, without the lines they stand in. */
const shape = ({ systems, flows, filters, notes }: ArtefactFacts) => ({
  systems: systems.map(({ key, name }) => [key, name]),
  flows: flows.map(({ key, from, to, protocol, engineRef, isActive, carries }) => [
    key,
    from,
    to,
    protocol,
    engineRef,
    isActive,
    carries.map(({ classes }) => classes),
  ]),
  filters: filters.map(({ key, nature, effect, certainty, expression, classes }) => [
    key,
    nature,
    effect,
    certainty,
    expression,
    classes.map((sign) => sign.classes),
  ]),
  notes: notes.map(({ key }) => key),
});

const read = (xml: string): Promise<ArtefactFacts> => factsOf(mirthImporter, xml);

describe('a channel', () => {
  it('gives systems, flows and what holds back', async () => {
    const { systems, flows, filters, notes, covers } = await read(channelXml(results, '4.4'));
    expect(systems.map(({ key, isSelf, isUnresolved }) => [key, isSelf, isUnresolved])).toEqual([
      ['engine', true, false],
      ['end:c-1/0', false, true],
      ['end:ehr.example:6662', false, true],
      ['end:old.example:6663', false, true],
    ]);
    expect(
      flows.map(({ key, from, to, engineRef, isActive, protocol }) => [key, from, to, engineRef, isActive, protocol]),
    ).toEqual([
      ['c-1/0', 'end:c-1/0', 'engine', 'Lab results', true, 'HL7 v2 over MLLP'],
      ['c-1/1', 'engine', 'end:ehr.example:6662', 'TO_EHR', true, 'HL7 v2 over MLLP'],
      ['c-1/2', 'engine', 'end:old.example:6663', 'Lab results / Destination 2', false, 'HL7 v2 over MLLP'],
    ]);
    // ORU could be laboratory or imaging; the name settles it.
    expect(flows[0]?.carries.map(({ classes, certainty }) => [classes, certainty])).toEqual([[['UC-LAB'], 'LIKELY']]);
    expect(
      filters.map(({ name, nature, effect, expression, classes, at }) => [
        name,
        nature,
        effect,
        expression,
        classes.flatMap((sign) => sign.classes),
        at.key,
      ]),
    ).toEqual([
      [
        'Filter of Lab results',
        'RULE',
        'FILTERS',
        'Lets pass what fits: MSH.9.1 is ORU and OBR.25.1 is F or C',
        ['UC-LAB'],
        'c-1/0',
      ],
      [
        "Lab results: TO_EHR: it deletes ['NTE']",
        'SCRIPT',
        'FILTERS',
        'Found in script, line 2 of transformer step "step": it deletes [\'NTE\'].',
        [],
        'c-1/1',
      ],
      [
        'Lab results: Destination 2 is switched off',
        'DISABLED',
        'WITHHOLDS',
        'It is switched off in the engine; nothing passes.',
        [],
        'c-1/2',
      ],
    ]);
    // A rule that always passes filters nothing, and is told as that.
    expect(notes.filter(({ code }) => code === 'rule-without-effect').map(({ name }) => name)).toEqual([
      'Lab results: the rule "log" stops nothing',
    ]);
    expect(covers).toEqual(['channel:c-1']);
  });

  it('gives the same whichever version exported it', async () => {
    const newest = shape(await read(channelXml(results, '4.4')));
    for (const layout of ['2.2', '3.4', '3.5'] as const)
      expect(shape(await read(channelXml(results, layout)))).toEqual(newest);
  });

  it('gives the same alone, in a list, in a group and in a backup, where references are no channels', async () => {
    const one = channelXml(results, '4.4');
    const alone = shape(await read(one));
    for (const whole of [
      `<list>\n  ${one}</list>`,
      `<channelGroup version="4.4.0"><id>g</id><channels>${one}</channels></channelGroup>`,
    ])
      expect(shape(await read(whole))).toEqual(alone);
    const backup = await read(
      `<serverConfiguration version="4.4.0"><channelGroups><list><channelGroup><channels><channel><id>c-1</id><revision>3</revision></channel></channels></channelGroup></list></channelGroups><channels>${one}</channels><configurationMap><entry><string>db.key</string><value>hunter2</value></entry></configurationMap></serverConfiguration>`,
    );
    expect(shape(backup)).toEqual(alone);
    expect(backup.covers).toEqual(['channel:c-1', 'engine', 'templates', '*']);
    // One that names a channel it does not have is not the whole of an engine.
    const partly = await read(
      `<serverConfiguration version="4.4.0"><channels>${one}<channel><id>c-2</id><revision>3</revision></channel></channels></serverConfiguration>`,
    );
    expect(partly.covers).toEqual(['channel:c-1']);
    expect(backup.describes).toMatchObject({ channels: 1, references: 1 });
    expect(everythingIn(backup)).not.toMatch(/hunter2/);
  });

  it('keeps no message, no password and no value of the installation', async () => {
    for (const layout of ['2.2', '3.4', '3.5', '4.4'] as const) {
      const text = everythingIn(await read(channelXml(results, layout)));
      expect(text).not.toMatch(/SECRETNAME|ANNA|9999|hunter2/);
    }
  });

  it('does not tell whether it runs where the file does not', async () => {
    const xml = channelXml(results, '4.4').replace(/<exportData>.*<\/exportData>/s, '');
    const facts = await read(xml);
    expect(facts.flows.map(({ isActive }) => isActive)).toEqual([undefined, undefined, false]);
    expect(facts.warnings).toEqual([expect.stringMatching(/does not tell for every channel/)]);
  });

  it('is off as a whole when it is switched off', async () => {
    const facts = await read(channelXml({ ...results, enabled: false }, '3.4'));
    expect(facts.flows.map(({ isActive }) => isActive)).toEqual([false, false, false]);
    expect(facts.filters.map(({ name }) => name)).toContain('The channel Lab results is switched off');
  });

  it.each([
    ['return false;', 'WITHHOLDS', /^Its code never lets anything pass\.$/],
    [
      "switch (code) { case 'A': return true; default: return false; }",
      'FILTERS',
      /^Lets pass what fits: code: switch/,
    ],
    [
      "var password = 'hunter2'; return msg['ORC']['ORC.1'] == 'NW';",
      'FILTERS',
      /^Lets pass what fits: code: var password = '\[hidden\]'/,
    ],
  ])('tells what the code of a rule does: %s', async (script, effect, expression) => {
    const { filters } = await read(channelXml({ ...results, rules: [{ name: 'r', script }], destinations: [] }, '4.4'));
    expect(filters).toMatchObject([{ effect, expression: expect.stringMatching(expression) }]);
  });
});

describe('what scripts give away', () => {
  const writer = (script: string): string =>
    `<channel version="4.4.0"><id>c</id><name>Copy</name><sourceConnector><transportName>Channel Reader</transportName><properties/><enabled>true</enabled></sourceConnector><destinationConnectors><connector><metaDataId>1</metaDataId><name>writer</name><properties><script>${script.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</script></properties><transportName>JavaScript Writer</transportName><enabled>true</enabled></connector></destinationConnectors></channel>`;

  it('is told with its line, never as certain, and a database it opens is a flow nobody would see otherwise', async () => {
    const { flows, systems, notes } = await read(
      writer(
        "// a comment: new java.net.URL('https://not.example')\nvar db = DatabaseConnectionFactory.createDatabaseConnection('org.postgresql.Driver',\n 'pool:jdbc:postgresql://other.example/z', 'u', 'hunter2');\nvar c = DatabaseConnectionFactory.createDatabaseConnection('d', 'jdbc:postgresql://user:hunter2@db.example/q?password=hunter2', 'user', 'hunter2');\nc.executeUpdate('INSERT INTO lab_result VALUES (1)');\nrouter.routeMessage('Other channel', msg);\nvar u = new Packages.java.net.URL('https://api.example/x?token=hunter2');",
      ),
    );
    expect(systems.map(({ name, certainty }) => [name, certainty])).toEqual([
      ['Interface engine', 'CERTAIN'],
      ['jdbc:postgresql://other.example/z', 'LIKELY'],
      ['jdbc:postgresql://db.example/q', 'LIKELY'],
      ['https://api.example/x', 'LIKELY'],
    ]);
    expect(
      flows.map(({ to, certainty, carries }) => [to, certainty, carries.map(({ classes }) => classes.join())]),
    ).toEqual([
      ['end:jdbc:postgresql://other.example/z', 'POSSIBLE', ['UC-LAB']],
      ['end:jdbc:postgresql://db.example/q', 'POSSIBLE', ['UC-LAB']],
      ['end:https://api.example/x', 'POSSIBLE', ['UC-LAB']],
    ]);
    expect(notes.map(({ description }) => description)).toContain(
      'Found in script, line 5 of JavaScript Writer: it writes to the table lab_result.',
    );
    expect(notes.map(({ description }) => description)).toContain(
      "Found in script, line 6 of JavaScript Writer: it sends the message on to the channel 'Other channel'.",
    );
    expect(JSON.stringify([systems, flows, notes])).not.toMatch(/hunter2|not\.example/);
  });

  it('is a database without an address, and a script that says nothing', async () => {
    const hidden = await read(writer("db.executeUpdate('UPDATE visit SET x = 1');"));
    expect(hidden.flows).toMatchObject([
      { to: 'end:c/1/script/database', certainty: 'POSSIBLE', carries: [{ classes: ['UC-ENC'] }] },
    ]);
    const silent = await read(writer('go();'));
    expect([silent.flows, silent.notes.map(({ code }) => code)]).toEqual([[], ['script-unknown']]);
  });

  it('is read in templates and global scripts, and channels that lead elsewhere are told', async () => {
    const library = await read(
      `<codeTemplateLibrary version="3.4.0"><name>L</name><codeTemplates><codeTemplate><name>send</name><code>router.routeMessageByChannelId(id, m);</code></codeTemplate></codeTemplates></codeTemplateLibrary>`,
    );
    expect(library.notes.map(({ name }) => name)).toEqual([
      'Code template send: it sends the message on to the channel id',
    ]);
    const scripts = await read(
      '<map><entry><string>Deploy</string><string>FileUtil.write("/out/x", false, m);</string></entry></map>',
    );
    expect(scripts.notes.map(({ code }) => code)).toEqual(['script-file']);
    const link = await read(
      writer('')
        .replace('JavaScript Writer', 'Channel Writer')
        .replace('<script></script>', '<channelId>elsewhere</channelId>'),
    );
    expect(link.cannotTell).toMatchObject([{ subject: 'channel elsewhere' }]);
  });
});

describe('files of an engine', () => {
  it('are told by what is in them', async () => {
    const knows = async (text: string) => mirthImporter.recognise(await artefactOf(text));
    expect(await knows('<list><channel><id>1</id></channel></list>')).toBe(true);
    for (const other of [
      '<list><string>x</string></list>',
      '<rss><channel><title>x</title></channel></rss>',
      '<ClinicalDocument/>',
      '{"channel": 1}',
      '<map><entry/></map>',
      '<serverConfiguration><listen>8080</listen></serverConfiguration>',
      '<channel><id>news</id><code>N1</code></channel>',
      '<codeTemplate><text>x</text></codeTemplate>',
    ])
      expect(await knows(other)).toBe(false);
  });

  it('are accepted with references strict XML forbids, and refused when they are cut off, with the place', async () => {
    const xml = channelXml(results, '4.4').replace('logger.info', '&#xb;logger.info');
    expect((await read(xml)).warnings[0]).toMatch(/control characters/);
    const cut = await artefactOf(channelXml(results, '4.4').slice(0, -200));
    expect(await readWith(mirthImporter, cut)).toMatchObject({
      ok: false,
      error: { reason: 'MALFORMED', line: expect.any(Number) },
    });
  });

  it('survive damage', async () => {
    await expect(
      fuzz(mirthImporter, [
        channelXml(results, '2.2'),
        channelXml(results, '4.4'),
        `<list>\n${channelXml(results, '3.4')}</list>`,
      ]),
    ).resolves.toBeUndefined();
  });

  it.skipIf(samplePath('mirth') === undefined)(
    'of the world are read whole, without what they hold of messages and passwords',
    async () => {
      const counts: Record<string, readonly number[]> = {};
      for (const name of readdirSync(samplePath('mirth') ?? '')) {
        const artefact = await artefactAt(samplePath(`mirth/${name}`) ?? '');
        expect([name, await mirthImporter.recognise(artefact)]).toEqual([name, true]);
        const facts = must(await readWith(mirthImporter, artefact));
        counts[name] = [facts.systems.length, facts.flows.length, facts.filters.length];
        const text = everythingIn(facts);
        const whole = readFileSync(samplePath(`mirth/${name}`) ?? '', 'utf8');
        for (const [, secret] of whole.matchAll(/<(?:password|username)>([^<]{4,})</g))
          expect([name, text.includes(`"${secret ?? ''}"`)]).toEqual([name, false]);
        for (const [, template] of whole.matchAll(/<inboundTemplate encoding="base64">([^<]{40,})</g))
          expect(text.includes((template ?? '').slice(0, 40))).toBe(false);
        expect(text).not.toMatch(/PID\|/);
      }
      expect(counts).toEqual({
        'cabolabs-3.4.2-ltw-new-lab-order.xml': [3, 3, 1],
        'cabolabs-3.4.2-swf-orm.xml': [3, 2, 1],
        'cabolabs-3.5.2-group-clase1.xml': [6, 5, 1],
        'cabolabs-3.6.1-db-writer.xml': [3, 2, 1],
        'cabolabs-4.4.0-channel-router.xml': [2, 1, 0],
        'cabolabs-4.4.0-dicom.xml': [2, 1, 1],
        'connect-examples-3.4.0-route-with-sources-library.xml': [1, 0, 0],
        'connect-examples-3.6.0-validate-xsd.xml': [1, 0, 1],
        'marlycormar-3.5.1-file-to-mysql.xml': [3, 2, 0],
        'mirthsync-4.0.1-server-backup.xml': [5, 4, 1],
        'pheme-2.2.1-codetemplates.xml': [1, 0, 0],
        'pheme-2.2.1-visit-insert.xml': [2, 1, 0],
        'sedish-3.5.0-get-ccd.xml': [2, 1, 0],
        'sedish-3.5.0-get-pix-NOT-WELL-FORMED.xml': [2, 1, 0],
      });
    },
  );
});

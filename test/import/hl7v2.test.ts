import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hl7v2Importer } from '../../server/src/importers/hl7v2/index.ts';
import { must } from '../kit/seed-graph.ts';
import { artefactAt, artefactOf, everythingIn, factsOf, fuzz, readWith, samplePath } from './reading-kit.ts';

const result = (code: string, service: string, system = 'LN'): readonly string[] => [
  'MSH|^~\\&|LIS^1.2.3.4^ISO|NORTH|EHR|NORTH|20260101|SECRETKEY|ORU^R01^ORU_R01|SECRETCONTROL|P|2.5.1',
  'PID|1||SECRETID^^^MR||SECRETNAME^ANNA||19700101|F|||SECRETSTREET',
  'NK1|1|SECRETKIN',
  `OBR|1|SECRETPLACER||${code}^SECRETTEST^${system}|||20260101${'|'.repeat(17)}${service}|F`,
  `OBX|1|NM|${code}^SECRETTEST^${system}^LOCAL1^SECRETLOCAL^L||SECRETVALUE|mg||||F`,
  'NTE|1||SECRETNOTE',
  'ZLB|1|SECRETOWN',
];
const admission = [
  'MSH|^~\\&|ADT|NORTH|||20260101||ADT^A01|2|P|2.4',
  'PID|1||SECRETID',
  'PV1|1|I',
  'GT1|1||SECRETGUARANTOR',
  'IN1|1|SECRETPLAN',
  'DG1|1||I10^SECRETDX^I10|SECRETDX',
];
const document = [
  'MSH|^~\\&|DICT|NORTH|EHR|NORTH|||MDM^T02|3|P|2.3',
  'PID|1',
  'TXA|1|HP',
  'OBX|1|TX|18842-5^SECRET^LN||SECRETTEXT',
];
const batch = (messages: readonly (readonly string[])[], end = '\r'): string =>
  [['FHS|^~\\&|LIS||||20260131093000'], ['BHS|^~\\&|LIS'], ...messages, [`BTS|${messages.length}`], ['FTS|1']]
    .map((lines) => lines.join(end) + end)
    .join('');

const read = (text: string) => factsOf(hl7v2Importer, text);
/** What a file shows, without where. */
const shape = async (text: string) => {
  const { flows, notes, systems } = await read(text);
  return {
    systems: systems.map(({ key, name, isUnresolved }) => [key, name, isUnresolved]),
    flows: flows.map(({ key, name, description, protocol, carries }) => [
      key,
      name,
      description,
      protocol,
      carries.map(({ classes, certainty, reason }) => [classes, certainty, reason]),
    ]),
    notes: notes.map(({ key, description }) => [key, description]),
  };
};
const carried = async (text: string) =>
  (await read(text)).flows.map(({ carries }) =>
    carries.map(({ classes, certainty, reason }) => `${classes.join('/')} ${certainty}: ${reason}`),
  );

describe('feeds of messages', () => {
  it('are told by their ends, with what their segments carry', async () => {
    const { title, date, describes, systems, flows, notes, cannotTell, covers, grade } = await read(
      batch([result('2345-7', 'CH'), result('1-8', 'CH'), admission]),
    );
    expect([title, date, describes, grade]).toEqual([
      'HL7 version 2 messages, 3 of 2 feeds',
      '2026-01-31',
      { messages: 3, feeds: 2, types: 2 },
      'OBSERVED',
    ]);
    expect(
      systems.map(({ key, name, isUnresolved, identifiers }) => [key, name, isUnresolved, ...identifiers]),
    ).toEqual([
      ['application:LIS|NORTH', 'LIS (NORTH)', false, 'urn:oid:1.2.3.4'],
      ['application:EHR|NORTH', 'EHR (NORTH)', false],
      ['application:ADT|NORTH', 'ADT (NORTH)', false],
      ['feed:ADT|NORTH>|/to', 'whoever receives from ADT (NORTH)', true],
    ]);
    expect(flows.map(({ key, protocol, description, pointer }) => [key, protocol, description, pointer])).toEqual([
      ['feed:LIS|NORTH>EHR|NORTH', 'HL7 v2 (2.5.1)', '2 messages: 2 ORU^R01', 'line 3'],
      ['feed:ADT|NORTH>|', 'HL7 v2 (2.4)', '1 messages: 1 ADT^A01', 'line 17'],
    ]);
    expect(flows[0]?.carries.map(({ classes, certainty, reason }) => [classes, certainty, reason])).toEqual([
      [['UC-DEM'], 'LIKELY', 'segment PID in 2 of 2 ORU^R01 messages'],
      [['UC-LAB'], 'CERTAIN', 'segment OBR in 2 of 2 ORU^R01 messages; OBR-24 names chemistry for 2 of 2'],
    ]);
    expect(flows[1]?.carries.map(({ classes }) => classes.join('/'))).toEqual([
      'UC-DEM',
      'UC-ENC',
      'UC-INS/DR-BILL',
      'UC-INS',
      'UC-PROB',
    ]);
    expect(notes.map(({ code, description }) => [code, description])).toEqual([
      ['segments', 'In how many of 2 messages of structure ORU_R01 each is: NK1 2, NTE 2, OBR 2, OBX 2, PID 2, ZLB 2'],
      ['code-systems', '2 of 2 orders are coded in LOINC'],
      ['code-systems', '2 of 2 observations are coded in LOINC; also seen: a local code system 2'],
      ['own-segments', 'In how many messages each is: ZLB 2'],
      ['segments', 'In how many of 1 messages each is: DG1 1, GT1 1, IN1 1, PID 1, PV1 1'],
    ]);
    expect(cannotTell.map(({ subject }) => subject)).toEqual(['segment ZLB']);
    // A sample is complete for nothing.
    expect(covers).toEqual([]);
    expect(flows.every(({ isComplete }) => !isComplete)).toBe(true);
  });

  it('tell results apart by service and plain codes only, and say what stays open', async () => {
    expect(await carried(result('2345-7', 'RAD').join('\r'))).toEqual([
      [
        'UC-DEM LIKELY: segment PID in 1 of 1 ORU^R01 messages',
        'UC-IMG CERTAIN: segment OBR in 1 of 1 ORU^R01 messages; OBR-24 names radiology for 1 of 1',
      ],
    ]);
    // A code of a vital sign says more than the service; a local word for a service says nothing.
    expect((await carried(result('8867-4', 'HEME').join('\r')))[0]?.slice(1)).toEqual([
      'UC-LAB/UC-IMG/UC-CTEST POSSIBLE: segment OBR in 1 of 1 ORU^R01 messages',
      'UC-VIT CERTAIN: segment OBX in 1 of 1 ORU^R01 messages; OBX-3 is a vital sign in LOINC for 1 of 1',
    ]);
    // The same digits in another code system are another code.
    expect((await carried(result('8867-4', '', 'L').join('\r')))[0]?.join()).not.toContain('UC-VIT CERTAIN');
    expect((await carried(document.join('\r')))[0]).toEqual([
      'UC-DEM LIKELY: segment PID in 1 of 1 MDM^T02 messages',
      'UC-NOTE LIKELY: segment TXA in 1 of 1 MDM^T02 messages',
    ]);
  });

  it('never give a value, not even one that stands in a wrong place', async () => {
    const astray = [
      'MSH|^~\\&|A|B|C|D|||ORU^SECRETEVENT^SECRET STRUCTURE|1|P|SECRETVERSION',
      'OBR|1|||SECRETCODE^SECRETTEXT^SECRETSYSTEM||||||||||||||||||||SECRETSERVICE',
      'OBX|1|ST|SECRET^SECRET^SECRET^SECRET^SECRET^SECRET|SECRET|SECRET',
      'SECRETNAME|ANNA',
      'POS',
    ];
    const facts = await read(batch([result('2345-7', 'LAB'), admission, document, astray]));
    expect(everythingIn(facts)).not.toMatch(/SECRET|ANNA|1970|2345-7|18842|I10\b|POS\b(?!SIBLE)/);
    expect(facts.warnings.join(' ')).toContain(
      '2 lines are no segments of a message and were passed over, the first on line',
    );
    const broken = await readWith(hl7v2Importer, await artefactOf('FHS|^~\\&|SECRET\rPID|SECRET\r'));
    expect(JSON.stringify(broken)).not.toContain('SECRET');
  });

  it('are the same whatever ends their segments, over the wire, in a batch or mixed', async () => {
    const messages = [result('2345-7', 'RAD'), admission, document];
    const expected = await shape(batch(messages));
    for (const end of ['\n', '\r\n']) expect(await shape(batch(messages, end))).toEqual(expected);
    expect(await shape(messages.map((lines) => `\u000b${lines.join('\r')}\r\u001c\r`).join(''))).toEqual(expected);
    // Without a segment end before the end of the block, and with blank lines and a byte order mark.
    expect(await shape(messages.map((lines) => `\u000b${lines.join('\r')}\u001c\r\n`).join(''))).toEqual(expected);
    expect(
      await shape(
        `\uFEFF\n\n${messages.map((lines, at) => lines.join(['\r', '\n', '\r\n\r\n'][at] ?? '') + '\n\n').join('')}`,
      ),
    ).toEqual(expected);
  });

  it('stand on the same line whatever ends a line', async () => {
    const lines = async (end: string) =>
      (await read(batch([result('1-8', ''), admission, document], end))).flows.map(({ pointer }) => pointer);
    expect(await lines('\r')).toEqual(['line 3', 'line 10', 'line 16']);
    for (const end of ['\n', '\r\n']) expect(await lines(end)).toEqual(await lines('\r'));
    expect(await lines('\n\r\n')).toEqual(['line 5', 'line 19', 'line 31']);
  });

  it('have the separators that each header says', async () => {
    const swap = (lines: readonly string[]): readonly string[] =>
      lines.map((line) => line.replaceAll('|', '#').replaceAll('^', '$').replaceAll('~', '!'));
    const messages = [result('2345-7', 'LAB'), admission, document];
    const expected = await shape(batch(messages));
    expect(await shape(messages.map((lines) => swap(lines).join('\r')).join('\r'))).toEqual(expected);
    expect(await shape(messages.map((lines, at) => (at === 1 ? swap(lines) : lines).join('\r')).join('\r'))).toEqual(
      expected,
    );
  });

  it('may have several receivers, ends without a name, and names that are identifiers', async () => {
    const text = [
      'MSH|^~\\&|A|B|C~D\\T\\E|X~Y|||ADT^A08|1|P|2.5',
      'MSH|^~\\&||^1234567890^NPI|^1.2.840.99.1^ISO|^1.2.840.99^ISO|||ADT_A01|1|P|2.5',
      'MSH|^~\\&|||||||ADT|1|P|2.5',
      'MSH|^~\\&|""|S|S|S|||ADT^A01|1|P|2.5',
      'MSH|^~\\&|A|B|||||',
    ].join('\r');
    const { flows, systems, warnings } = await read(text);
    expect(flows.map(({ key, description }) => `${key}: ${description}`)).toEqual([
      'feed:A|B>C|X: 1 messages: 1 ADT^A08',
      'feed:A|B>D&E|Y: 1 messages: 1 ADT^A08',
      'feed:|1234567890>1.2.840.99.1|1.2.840.99: 1 messages: 1 ADT^A01',
      'feed:|>|: 1 messages: 1 ADT',
      'feed:|S>S|S: 1 messages: 1 ADT^A01',
      'feed:A|B>|: 1 messages: 1 untyped',
    ]);
    expect(systems.filter(({ isUnresolved }) => isUnresolved).map(({ name }) => name)).toEqual([
      '1234567890',
      '1.2.840.99.1 (1.2.840.99)',
      'whoever sends to nobody named',
      'whoever receives from nobody named',
      'whoever receives from A (B)',
    ]);
    expect(warnings.join(' ')).toContain('1 messages do not say their type');
    // Every end is there, and once.
    const keys = systems.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { from, to } of flows) expect(keys).toEqual(expect.arrayContaining([from, to]));
  });

  it('are the same however the file is cut into pieces', async () => {
    const text = batch([result('2345-7', 'LAB'), admission, document, result('8867-4', '')], '\r\n');
    const expected = must(await readWith(hl7v2Importer, await artefactOf(text)));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 8 }), async (sizes) => {
        const artefact = await artefactOf(text);
        const pieces = async function* () {
          for (let at = 0, turn = 0; at < text.length; turn += 1) {
            const size = sizes[turn % sizes.length] ?? 1;
            yield text.slice(at, at + size);
            at += size;
          }
          await Promise.resolve();
        };
        expect(must(await readWith(hl7v2Importer, { ...artefact, text: pieces }))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('keep their facts, whatever the order of the messages', async () => {
    const messages = [result('2345-7', 'LAB'), admission, document, result('1-8', 'RAD'), admission];
    const keys = async (order: readonly (readonly string[])[]) => {
      const { systems, flows, notes } = await read(batch(order));
      return [systems, flows, notes].map((facts) => facts.map(({ key }) => key).toSorted());
    };
    const expected = await keys(messages);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(messages, { minLength: messages.length }), async (order) => {
        expect(await keys(order)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it('that are cut off, endless or too many are told and survive', async () => {
    const whole = batch([admission, admission]);
    expect((await read(whole)).warnings).toEqual(['A batch is a sample: what is not in it may still be sent.']);
    const cut = await read(whole.slice(0, whole.lastIndexOf('IN1') + 5));
    expect(cut.describes['messages']).toBe(2);
    expect(cut.warnings.join(' ')).toContain('ends within a batch or a message');
    expect((await read(whole.replace('BTS|2', 'BTS|7'))).warnings.join(' ')).toContain(
      'say 7 messages and there are 2',
    );
    expect((await read(`\u000b${admission.join('\r')}`)).warnings.join(' ')).toContain('ends within');
    // A line of any length is one line, and the segments behind it count.
    const long = await read(`${document.join('\r')}${'QUJD'.repeat(100_000)}\rZZZ|1\r${admission.join('\r')}`);
    expect([long.describes['messages'], long.warnings.length]).toEqual([2, 1]);
    const many = Array.from({ length: 1_050 }, (_, at) => `MSH|^~\\&|A${at}|F|B|F|||ADT^A01|1|P|2.5\rPID|1`).join('\r');
    const capped = await read(many);
    expect(capped.flows).toHaveLength(1_000);
    expect(capped.warnings.join(' ')).toContain('50 messages or segments were passed over');
    expect(await readWith(hl7v2Importer, await artefactOf('FHS|^~\\&|A\rBHS|^~\\&\r'))).toMatchObject({
      ok: false,
      error: { reason: 'MALFORMED', line: 1 },
    });
    await expect(
      fuzz(hl7v2Importer, [
        whole,
        batch([result('1', 'LAB'), document], '\n'),
        `\u000b${admission.join('\r')}\r\u001c\r`,
      ]),
    ).resolves.toBeUndefined();
  });

  it('are known by their header', async () => {
    const knows = async (text: string) => hl7v2Importer.recognise(await artefactOf(text));
    for (const known of [
      'MSH|^~\\&|A|B\r',
      '\u000bMSH|^~\\&|A',
      '\uFEFF\r\nFHS|^~\\&|A\r',
      'BHS#$!\\&#A\r',
      'MSH|^~\\&#|A',
    ])
      expect([known, await knows(known)]).toEqual([known, true]);
    for (const other of [
      'MSH is a word\n',
      'MSH-3 is the sender\n',
      'id|name\n1|2\n',
      '<list/>',
      '{"MSH": 1}',
      'PID|1\rMSH|^~\\&|A',
      'MSH,name\n1,2\n',
    ])
      expect([other, await knows(other)]).toEqual([other, false]);
  });

  it.skipIf(samplePath('hl7v2') === undefined)('of the world are read', async () => {
    const counts: Record<string, string> = {};
    for (const name of readdirSync(samplePath('hl7v2') ?? '').toSorted()) {
      const artefact = await artefactAt(samplePath(`hl7v2/${name}`) ?? '');
      expect([name, await hl7v2Importer.recognise(artefact)]).toEqual([name, true]);
      const { describes, systems, flows, notes, cannotTell, warnings } = must(await readWith(hl7v2Importer, artefact));
      counts[name] = [
        describes['messages'],
        systems.length,
        flows.length,
        notes.length,
        cannotTell.length,
        warnings.length,
      ].join(' ');
    }
    expect(counts).toEqual({
      'hl7-standard-batch.hl7': '2 4 2 3 0 1',
      'hl7-standard-message.hl7': '1 2 1 2 1 1',
      'pheme-batch-Aaqfyz.hl7': '46 3 2 8 0 1',
      'pheme-batch-Amxcfy.hl7': '1 2 1 2 0 1',
      'pheme-batch-Gcgguo.hl7': '75 6 5 16 0 1',
      'pheme-batch-Iyejmh.hl7': '29 5 4 13 0 1',
      'pheme-batch-Ojsuso.hl7': '16 3 2 8 0 1',
      'pheme-batch-Sdjfyd.hl7': '66 3 2 8 0 1',
      'pheme-batch-Tcpvwd.hl7': '1 2 1 3 0 1',
      'pheme-batch-Voanro.hl7': '1 2 1 2 0 1',
      'pheme-batch-Wpqvqn.hl7': '4 4 3 8 0 1',
    });
  });
});

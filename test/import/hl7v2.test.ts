import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hl7v2Importer } from '../../server/src/importers/message-batch/index.ts';
import { must } from '../kit/seed-graph.ts';
import { artefactAt, artefactOf, everythingIn, factsOf, fuzz, readWith, samplePath } from './reading-kit.ts';

const result = (code: string, section: string): readonly string[] => [
  'MSH|^~\\&|LIS^1.2.3^ISO|NORTH|EHR|NORTH|20260101||ORU^R01^ORU_R01|1|P|2.5.1',
  'PID|1||SECRETID^^^MR||SECRETNAME^ANNA||19700101|F|||SECRETSTREET',
  `OBR|1|||${code}^SECRETTEST^LN|||20260101|||||||||||||||||${section}|F`,
  `OBX|1|NM|${code}^SECRETTEST^LN||SECRETVALUE|mg||||F`,
  'NTE|1||SECRETNOTE',
  'ZLB|1|SECRETOWN',
];
const admission = [
  'MSH|^~\\&|ADT|NORTH|||20260101||ADT^A01|2|P|2.4',
  'PID|1||SECRETID',
  'PV1|1|I',
  'IN1|1|SECRETPLAN',
  'DG1|1||I10^SECRETDX^I10|SECRETDX',
];
const file = (messages: readonly (readonly string[])[], end = '\r'): string =>
  [['FHS|^~\\&|LIS'], ['BHS|^~\\&|LIS'], ...messages, ['BTS|2'], ['FTS|1']]
    .map((lines) => lines.join(end) + end)
    .join('');

const shape = async (text: string) => {
  const { flows } = await factsOf(hl7v2Importer, text);
  return flows.map(({ name, description, carries }) => [
    name,
    description,
    carries.map(({ classes, certainty, reason }) => `${classes.join('/')} ${certainty} ${reason}`),
  ]);
};

describe('messages', () => {
  it('give feeds with what their segments carry, the section settling what it is', async () => {
    const { systems, flows, notes, covers } = await factsOf(
      hl7v2Importer,
      file([result('2345-7', 'LAB'), result('1-8', 'LAB'), admission]),
    );
    expect(systems.map(({ name, isUnresolved }) => [name, isUnresolved])).toEqual([
      ['LIS (NORTH)', false],
      ['EHR (NORTH)', false],
      ['ADT (NORTH)', false],
      ['whoever receives from ADT (NORTH)', true],
    ]);
    expect(flows.map(({ key, protocol, description }) => [key, protocol, description])).toEqual([
      ['feed:LIS (NORTH)>EHR (NORTH)', 'HL7 v2 (2.5.1)', '2 messages: 2 ORU^R01'],
      ['feed:ADT (NORTH)>whoever receives from ADT (NORTH)', 'HL7 v2 (2.4)', '1 messages: 1 ADT^A01'],
    ]);
    expect(flows[0]?.carries.map(({ classes, certainty, reason }) => [classes, certainty, reason])).toEqual([
      [['UC-DEM'], 'LIKELY', 'segment PID in 2 of 2 ORU^R01 messages'],
      [['UC-LAB'], 'CERTAIN', 'segment OBR in 2 of 2 ORU^R01 messages, with the section of its service'],
    ]);
    expect(flows[1]?.carries.map(({ classes }) => classes.join())).toEqual(['UC-DEM', 'UC-ENC', 'UC-INS', 'UC-PROB']);
    expect(notes.map(({ code, description }) => [code, description])).toEqual([
      ['segments', 'In how many messages each comes: MSH 2, NTE 2, OBR 2, OBX 2, PID 2, ZLB 2'],
      ['code-systems', 'LN 4'],
      ['own-segments', 'What they carry does not show: ZLB 2'],
      ['segments', 'In how many messages each comes: DG1 1, IN1 1, MSH 1, PID 1, PV1 1'],
    ]);
    // A sample is complete for nothing.
    expect(covers).toEqual([]);
    expect(flows.every(({ isComplete }) => !isComplete)).toBe(true);
  });

  it('never give a value', async () => {
    const text = file([result('2345-7', 'LAB'), admission]);
    expect(everythingIn(await factsOf(hl7v2Importer, text))).not.toMatch(/SECRET|ANNA|1970|2345-7|I10/);
  });

  it('give the same whatever ends their segments, over the wire or in a batch', async () => {
    const messages = [result('2345-7', 'RAD'), admission];
    const expected = await shape(file(messages));
    expect(expected[0]?.[2]).toContain(
      'UC-IMG CERTAIN segment OBR in 1 of 1 ORU^R01 messages, with the section of its service',
    );
    for (const end of ['\n', '\r\n']) expect(await shape(file(messages, end))).toEqual(expected);
    expect(await shape(messages.map((lines) => `\u000b${lines.join('\r')}\r\u001c\r`).join(''))).toEqual(expected);
  });

  it('have separators of their own, which each header says', async () => {
    const other = admission
      .map((line) => line.replaceAll('^', '!').replaceAll('|', '#').replace('#!~\\&', '#!~\\&'))
      .join('\r');
    expect((await shape(other))[0]?.[1]).toBe('1 messages: 1 ADT^A01');
  });

  it('are the same however the file is cut into pieces', async () => {
    const bytes = Buffer.from(file([result('2345-7', 'LAB'), admission], '\r\n'));
    const expected = await shape(bytes.toString());
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 60 }), async (size) => {
        const artefact = await artefactOf(bytes);
        const pieces = async function* () {
          for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size).toString('latin1');
          await Promise.resolve();
        };
        const { flows } = must(await readWith(hl7v2Importer, { ...artefact, text: pieces }));
        expect(flows.map(({ name }) => name)).toEqual(expected.map(([name]) => name));
        expect(flows.map(({ description }) => description)).toEqual(expected.map(([, description]) => description));
      }),
    );
  });

  it('that are cut off, foreign or endless are told and survive', async () => {
    const facts = await factsOf(
      hl7v2Importer,
      `${file([admission]).slice(0, -30)}\rnonsense here\rMSH|^~\\&|A\rOBX|1|TX|${'x'.repeat(200_000)}`,
    );
    expect(facts.warnings.join(' ')).toMatch(
      /1 lines are no segments.*1 messages do not say their type.*longer than 64 KiB/,
    );
    expect(await readWith(hl7v2Importer, await artefactOf('FHS|^~\\&|A\rBHS|^~\\&\r'))).toMatchObject({
      ok: false,
      error: { reason: 'MALFORMED' },
    });
    await expect(fuzz(hl7v2Importer, [file([result('1', 'LAB'), admission])])).resolves.toBeUndefined();
  });

  it('are told by their header', async () => {
    const knows = async (text: string) => hl7v2Importer.recognise(await artefactOf(text));
    expect(await knows('MSH|^~\\&|A|B\r')).toBe(true);
    for (const other of ['MSH is a word\n', 'id|name\n1|2\n', '<list/>', '{"MSH": 1}'])
      expect(await knows(other)).toBe(false);
  });

  it.skipIf(samplePath('hl7v2') === undefined)('of the world are read', async () => {
    const counts: Record<string, string> = {};
    for (const name of readdirSync(samplePath('hl7v2') ?? '')) {
      const artefact = await artefactAt(samplePath(`hl7v2/${name}`) ?? '');
      expect([name, await hl7v2Importer.recognise(artefact)]).toEqual([name, true]);
      const { describes, systems } = must(await readWith(hl7v2Importer, artefact));
      counts[name] = `${describes['messages']} ${describes['feeds']} ${systems.length}`;
    }
    expect(counts).toMatchObject({
      'pheme-batch-Aaqfyz.hl7': '46 2 4',
      'pheme-batch-Gcgguo.hl7': '75 5 10',
      'hl7-standard-batch.hl7': '2 2 4',
      'pheme-batch-Amxcfy.hl7': '1 1 2',
    });
    expect(Object.keys(counts)).toHaveLength(11);
  });
});

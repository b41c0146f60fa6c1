import { mkdtemp, open, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { load, makeFolder, problemsOf } from './folder-kit.ts';

const ehr = 'id: ehr\nkind: SYS-EHR\n';

describe('a folder that cannot be loaded names every place and how to mend it', () => {
  it('reports all problems of all files at once, each with file, line, column and path', async () => {
    const problems = await problemsOf({
      'data-classes.yaml': '- id: lab\n  level: CLAS\n- id: lab\n  level: CLASS\n  partof: clinical\n',
      'systems/ehr.yaml': `${ehr}version: 8.2\nholds:\n  - {class: lab, role: ORIGIN}\n  - {class: labs, role: COPY}\n`,
      'flows.yaml':
        '- id: f\n  from: ehr\n  to: ehrr\n  carries: [lab]\n  startedOn: 2024-02-01\n  endedOn: 2024-01-31\n',
    });
    expect(problems).toStrictEqual([
      {
        at: 'data-classes.yaml:2:10 [0].level',
        message: '"CLAS" is not one of DOMAIN, CLASS, ELEMENT',
        mend: 'write CLASS',
      },
      {
        at: 'data-classes.yaml:5:11 [1].partof',
        message: 'the field "partof" is not known here',
        mend: 'write "partOf", or take it away',
      },
      {
        at: 'systems/ehr.yaml:3:10 version',
        message: 'it must be text, and "8.2" is not',
        mend: "put it in quotes: '8.2'",
      },
      {
        at: 'flows.yaml:3:7 [0].to',
        message: 'there is no system "ehrr"',
        mend: 'write "ehr", or add "ehrr" to the folder',
      },
      {
        at: 'flows.yaml:6:12 [0].endedOn',
        message: 'it ends on 2024-01-31, before it starts on 2024-02-01',
        mend: 'put the later date in endedOn',
      },
    ]);
  });

  it('finds duplicate ids, dangling classes and classes listed twice', async () => {
    const problems = await problemsOf({
      'data-classes.yaml': '- {id: lab, level: CLASS}\n- {id: lab, level: CLASS}\n',
      'systems/ehr.yaml': `${ehr}holds:\n  - {class: lab, role: COPY}\n  - {class: lab, role: COPY}\n  - {class: lab, role: ORIGIN}\n`,
      'channels.yaml':
        '- id: portal\n  kind: CH-PORTAL\n  system: ehr\n  releases: [lab, notes]\n  for: [PATIENT, PATIENTS]\n',
    });
    expect(problems.map(({ at, message }) => `${at}: ${message}`)).toStrictEqual([
      'data-classes.yaml:2:8 [1].id: the id "lab" is already used at data-classes.yaml:1',
      'channels.yaml:4:19 [0].releases[1].class: there is no data class "notes"',
      'channels.yaml:5:18 [0].for[1]: there is no audience "PATIENTS"',
      'systems/ehr.yaml:5:5 holds[1]: the data class "lab" is listed twice in holds',
    ]);
  });

  it('finds data classes that are parts of themselves or of a lower level', async () => {
    const problems = await problemsOf({
      'data-classes.yaml':
        '- {id: a, level: CLASS, partOf: b}\n- {id: b, level: CLASS, partOf: a}\n- {id: c, level: DOMAIN, partOf: d}\n- {id: d, level: ELEMENT}\n- {id: e, level: ELEMENT, partOf: a}\n',
    });
    expect(problems.map(({ at, message }) => `${at}: ${message}`)).toStrictEqual([
      'data-classes.yaml:1:33 [0].partOf: "a" is a part of itself: a → b → a',
      'data-classes.yaml:3:34 [2].partOf: a data class of level DOMAIN cannot be a part of "d", which is of level ELEMENT',
    ]);
  });

  it.each([
    ['flows.yml', 'rename it to flows.yaml, or move it out of the folder'],
    ['channel.yaml', 'rename it to channels.yaml, or move it out of the folder'],
    ['system/ehr.yaml', 'rename it to systems/, or move it out of the folder'],
    ['systems/notes.txt', 'a system is one file "systems/<id>.yaml"; move anything else out of the folder'],
  ])('refuses the file %s', async (file, mend) => {
    const [problem, ...rest] = await problemsOf({ [file]: ehr });
    expect(rest).toStrictEqual([]);
    expect(problem).toMatchObject({ message: 'no file of an inventory has this name', mend });
  });

  it('refuses a system under the name of another', async () => {
    const problems = await problemsOf({ 'systems/lis.yaml': ehr });
    expect(problems).toMatchObject([
      { at: 'systems/lis.yaml:1:5 id', mend: 'rename the file to systems/ehr.yaml or correct the id' },
    ]);
  });

  it.each([
    ['a date that does not exist', 'startedOn: 2023-02-29\n', '"2023-02-29" is not a calendar date'],
    ['an unknown lifecycle', 'lifecycle: active\n', '"active" is not one of PLANNED, ACTIVE, RETIRING, RETIRED'],
    ['a field without a value', 'vendor:\n', 'it has no value'],
    ['a list where a text belongs', 'vendor: [a]\n', 'it must be text, not a list'],
    ['an identity with a slash', 'organization: a/b\n', '"a/b" is not an id'],
    ['a key given twice', 'vendor: a\nvendor: b\n', 'Map keys must be unique'],
    ['a tag', 'vendor: !!js/function a\n', 'Unresolved tag: tag:yaml.org,2002:js/function'],
    ['an open quote', 'vendor: "a\n', 'Missing closing "quote'],
    ['a second document', '---\nid: b\n', 'Source contains multiple documents; please use YAML.parseAllDocuments()'],
    [
      'an unresolved alias',
      'vendor: *a\n',
      'the YAML aliases cannot be resolved (Unresolved alias (the anchor must be set before the alias): a)',
    ],
    ['a field of the server', 'recordedAt: 2024-01-01T00:00:00.000Z\n', 'the field "recordedAt" is not known here'],
    ['__proto__ as a field', '__proto__: {vendor: x}\n', 'the field "__proto__" is not known here'],
    [
      'constructor as a field',
      'constructor: {prototype: {polluted: true}}\n',
      'the field "constructor" is not known here',
    ],
  ])('refuses %s', async (_, line, message) => {
    const problems = await problemsOf({ 'systems/ehr.yaml': ehr + line });
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toBe(message);
    expect(problems[0]?.at).toMatch(/^systems\/ehr\.yaml:\d+:\d+/);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('refuses aliases that multiply and nesting without end', async () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (const [name, before] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg'].map((pair) => [...pair]))
      bomb.push(`${name}: &${name} [${Array.from({ length: 10 }, () => `*${before}`).join(', ')}]`);
    const [alias] = await problemsOf({ 'systems/ehr.yaml': bomb.join('\n') });
    expect(alias?.message).toContain('aliases cannot be resolved');
  });

  it.each([
    ['brackets without end', `id: ${'['.repeat(100_000)}`, 'systems/ehr.yaml:1:105'],
    ['brackets that close', `id: ehr\nkind: ${'{a: ['.repeat(5_000)}${']}'.repeat(5_000)}`, 'systems/ehr.yaml:2:257'],
    [
      'mappings',
      Array.from({ length: 3_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
      'systems/ehr.yaml:201:1',
    ],
    ['lists in one line', `id: ehr\nholds:\n  ${'- '.repeat(50_000)}x`, 'systems/ehr.yaml:3:1'],
  ])('refuses nesting beyond the limit: %s', async (_, content, at) => {
    const problems = await problemsOf({ 'systems/ehr.yaml': content });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ at, message: expect.stringContaining('nested too deeply: more than 100') });
  });

  it('counts no bracket that is quoted or a comment', async () => {
    const brackets = '['.repeat(500);
    const { result } = await load(
      await makeFolder({ 'systems/ehr.yaml': `# ${brackets}\n${ehr}name: '${brackets}'\n` }),
    );
    expect(result).toMatchObject({ ok: true });
  });

  it('tells a slip of the pen once for each line', async () => {
    const content = `id: ehr\nname: a: b: c\nkind: {a: b\nvendor: }\n`;
    const lines = (await problemsOf({ 'systems/ehr.yaml': content })).map(({ at }) => at.split(':')[1]);
    expect(lines.length).toBeGreaterThan(0);
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('names the byte that is not UTF-8, and UTF-16 by name', async () => {
    const latin = Buffer.concat([Buffer.from('id: ehr\nkind: SYS-EHR\nname: Caf'), Buffer.from([0xe9, 0x0a])]);
    expect(await problemsOf({ 'systems/ehr.yaml': latin })).toMatchObject([
      { message: 'the file is not UTF-8: byte 31 does not fit (it looks like Latin-1 or Windows-1252)' },
    ]);
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(ehr, 'utf16le')]);
    expect(await problemsOf({ 'systems/ehr.yaml': utf16 })).toMatchObject([
      {
        message: 'the file is not UTF-8: byte 0 does not fit (it looks like UTF-16LE)',
        mend: 'save the file as UTF-8',
      },
    ]);
  });

  it('refuses a file of 100 MB without reading it', async () => {
    const folder = await makeFolder({ 'systems/ehr.yaml': ehr });
    // A sparse file: its size is on record, its bytes are not there to be read.
    const handle = await open(join(folder, 'flows.yaml'), 'w');
    await handle.truncate(100 * 1024 * 1024);
    await handle.close();
    const { result } = await load(folder);
    expect(result).toMatchObject({
      ok: false,
      error: { problems: [{ file: 'flows.yaml', message: 'the file has 100 MiB, the limit is 64 MiB' }] },
    });
  });

  it('reads nothing through a link that leads out of the folder', async () => {
    const outside = join(await mkdtemp(join(tmpdir(), 'ehi-outside-')), 'secret.yaml');
    await writeFile(outside, ehr);
    const folder = await makeFolder({ 'systems/lis.yaml': 'id: lis\nkind: SYS-LIS\n' });
    await symlink(outside, join(folder, 'systems/ehr.yaml'));
    const { result } = await load(folder);
    expect(result).toMatchObject({
      ok: false,
      error: { problems: [{ file: 'systems/ehr.yaml', message: 'the link leads out of the folder' }] },
    });
  });

  it('says so when there is no folder, no manifest or another format', async () => {
    expect((await load('/nowhere/at/all')).result).toMatchObject({ ok: false, error: { type: 'FolderUnreadable' } });
    const empty = await mkdtemp(join(tmpdir(), 'ehi-empty-'));
    expect((await load(empty)).result).toMatchObject({
      ok: false,
      error: { problems: [{ file: 'inventory.yaml', message: 'the folder has no inventory.yaml' }] },
    });
    expect(await problemsOf({ 'inventory.yaml': 'format: 2\nname: Next\n' })).toMatchObject([
      { at: 'inventory.yaml:1:9 format', message: 'it must be 1, not "2"' },
    ]);
  });

  it('spells out the first 50 problems and counts the rest', async () => {
    const flows = Array.from({ length: 80 }, (_, index) => `- {id: f${index}, from: ehr, to: gone}\n`).join('');
    const { result } = await load(await makeFolder({ 'systems/ehr.yaml': ehr, 'flows.yaml': flows }));
    expect(result).toMatchObject({ ok: false, error: { total: 80 } });
    expect(!result.ok && result.error.type === 'InventoryInvalid' && result.error.problems.length).toBe(50);
  });

  it('finds the line of an entry in the middle of a long list', async () => {
    const entry = (index: number): string => `- id: e${index}\n  name: Element number ${index}\n  level: ELEMENT\n`;
    const list = Array.from({ length: 20_000 }, (_, index) => entry(index)).join('');
    const broken = list.replace('number 15000\n  level: ELEMENT', 'number 15000\n  level: NONE');
    expect(await problemsOf({ 'data-classes.yaml': broken })).toMatchObject([
      { at: `data-classes.yaml:${15_000 * 3 + 3}:10 [15000].level` },
    ]);
  });
});

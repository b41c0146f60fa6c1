import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../server/src/config.ts';
import { statement } from '../../server/src/domain/statement.ts';
import { runCli } from '../../server/src/cli/run-cli.ts';
import { openEmbeddedStore } from '../../server/src/store/index.ts';
import { runAtlas, type CliRun } from '../kit/run-cli.ts';
import { temporaryFolder } from '../kit/server.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let data: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  data = join(folder.path, 'data');
});
afterAll(() => folder.remove());

const run = runAtlas;

const onData = (...args: readonly string[]): Promise<CliRun> => run([...args, '--data', data]);
const json = async <T>(...args: readonly string[]): Promise<T> => {
  const { code, out, err } = await onData(...args, '--json');
  expect(code, err).toBe(0);
  return JSON.parse(out) as T;
};

const clinic = join(projectFolder, 'seeds', 'clinic');

describe('atlas load and dump', () => {
  it('tells in a dry run what it would do', async () => {
    const dry = await json<{ created: number; dryRun: boolean }>('load', clinic, '--dry-run');
    expect(dry.dryRun).toBe(true);
    expect(dry.created).toBeGreaterThan(50);
    expect(await json('search', 'laboratory')).toEqual([]);
  });

  it('loads a folder, and the same folder again without a change', async () => {
    const { code, out } = await onData('load', clinic);
    expect(code).toBe(0);
    expect(out).toMatch(/\d+ created, 0 updated, 0 unchanged/);
    const again = await json<{ created: number; updated: number; unchanged: number }>('load', clinic);
    expect(again).toMatchObject({ created: 0, updated: 0 });
    expect(again.unchanged).toBeGreaterThan(50);
  });

  it('leaves an inventory of another name alone, and says how to load it all the same', async () => {
    const other = join(projectFolder, 'seeds', 'regional-hospital');
    const { code, err } = await onData('load', other);
    expect(code).toBe(3);
    expect(err).toContain('"Maple Street Family Clinic"');
    expect(err).toContain('"Regional Hospital"');
    expect(err).toMatch(/--data DIR.*--merge/);
    const dry = await json<{ created: number }>('load', other, '--merge', '--dry-run');
    expect(dry.created).toBeGreaterThan(100);
  });

  it('reads no file over the limit it is given', async () => {
    const { code, err } = await onData('load', clinic, '--max-file-mib', '0');
    expect(code).toBe(3);
    expect(err).toMatch(/the limit is 0\S* MiB\. Mend: .*--max-file-mib/);
  });

  it('dumps what was loaded, so that loading the dump elsewhere dumps the same', async () => {
    const [first, second, other] = ['first', 'second', 'other'].map((name) => join(folder.path, name));
    const dumped = await json<{ files: number; entities: number }>('dump', first ?? '');
    expect(dumped.entities).toBeGreaterThan(50);
    expect((await run(['load', first ?? '', '--data', other ?? ''])).code).toBe(0);
    expect((await run(['dump', second ?? '', '--data', other ?? ''])).code).toBe(0);
    const file = 'flows.yaml';
    expect(await readFile(join(second ?? '', file), 'utf8')).toBe(await readFile(join(first ?? '', file), 'utf8'));
  });
});

describe('atlas trace', () => {
  it('answers in words, with outcomes, restrictions and paths', async () => {
    const { code, out } = await onData('trace', 'laboratory', '--as-of', '2026-11-21', '--paths', '2');
    expect(code).toBe(0);
    expect(out).toMatch(/^Laboratory \(laboratory\), as of 2026-11-21, revision \d+$/m);
    expect(out).toMatch(/^CHANNEL +AUDIENCE +OUTCOME$/m);
    expect(out).toMatch(/no documented exception +UNPROTECTED$/m);
    expect(out).toMatch(/^Originates in: .*Reference laboratory/m);
    expect(out).toMatch(/^Patient portal +Patient +\S/m);
    expect(out).not.toMatch(/NOT_OFFERED|WITHHOLDS|PATIENT|UNREACHED/);
    expect(out).toMatch(
      /^Paths: \d+ \(exact\): \d+ released \(\d+ of them limited\), \d+ stopped; the first 2, \d+ more$/m,
    );
    expect(out).toMatch(/^More paths: atlas trace laboratory --paths N/m);
    expect(out.match(/^- /gm)).toHaveLength(2);
  });

  it('answers as JSON, narrowed to an audience', async () => {
    const whole = await json<{ outcomes: { audience: string }[]; paths: { paths: unknown[] }[] }>(
      'trace',
      'laboratory',
    );
    const patient = await json<{ outcomes: { audience: string }[] }>('trace', 'laboratory', '--audience', 'PATIENT');
    expect(whole.paths[0]?.paths.length).toBeGreaterThan(3);
    expect(new Set(patient.outcomes.map(({ audience }) => audience))).toEqual(new Set(['PATIENT']));
    expect(patient.outcomes.length).toBeLessThan(whole.outcomes.length);
  });

  it('numbers the answers where parts differ, and says in the tables which they mean', async () => {
    const { answers } = await json<{ answers: { id: string; parts: string[] }[] }>('trace', 'billing-record');
    expect(answers.length).toBeGreaterThan(1);
    const { out } = await onData('trace', 'billing-record');
    for (const [index, { parts }] of answers.entries()) {
      expect(out).toContain(`[${index + 1}] `);
      if (parts.length > 1) expect(out).toContain(`(${parts.length} parts share this answer)`);
    }
    expect(out).toMatch(/differs by part: [a-z ]+.*\(\d+(, \d+)*\); /);
    expect(out.match(/^Paths of \[\d+\]: /gm)).toHaveLength(answers.length);
    // A few paths of the first answer, unless more are asked for.
    expect(out.match(/^- /gm)?.length).toBeLessThanOrEqual(5);
  });

  it('answers for a day before anything began', async () => {
    const before = await json<{ sentence: string }>('trace', 'laboratory', '--as-of', '1990-01-01');
    const today = await json<{ sentence: string }>('trace', 'laboratory');
    expect(before.sentence).not.toBe(today.sentence);
  });
});

describe('every answer that is kept or passed on', () => {
  it.each([
    ['trace', ['trace', 'laboratory']],
    ['verdict', ['verdict']],
    ['verdict of one restriction', ['verdict', 'results-72h']],
    ['verdict under two packs', ['verdict', '--compare-with', 'HTI-5-NPRM']],
    ['findings', ['findings']],
    ['findings since a day', ['findings', '--since', '2020-01-01']],
    ['changes', ['changes']],
    ['changes where there are none', ['changes', '--after', '999999']],
    ['dump', ['dump', 'said']],
  ])('%s: says last, and as JSON in a field, that it documents and that counsel decides', async (_, args) => {
    const asked = args.map((word) => (word === 'said' ? join(folder.path, word) : word));
    expect((await onData(...asked)).out.split('\n').at(-1)).toBe(statement);
    expect(await json(...asked)).toMatchObject({ statement });
  });
});

describe('atlas findings --since', () => {
  it('tells what appeared, is gone and was reviewed since the beginning of a day, and which revision stood then', async () => {
    interface Changes {
      readonly sinceRevision: number;
      readonly revision: number;
      readonly appeared: readonly { readonly rule: string }[];
      readonly gone: readonly unknown[];
      readonly reviewed: readonly unknown[];
    }
    const all = await json<{ findings: readonly unknown[] }>('findings');
    const since = await json<Changes>('findings', '--since', '2020-01-01');
    expect(since).toMatchObject({ sinceRevision: 0, gone: [], reviewed: [] });
    expect(since.appeared).toHaveLength(all.findings.length);
    expect(since).not.toHaveProperty('earlier');
    const { out } = await onData('findings', '--since', '2020-01-01');
    expect(out).toContain(
      `Since 2020-01-01, when nothing was recorded yet (now ${since.revision}): ${since.appeared.length} appeared, 0 gone, 0 reviewed anew.`,
    );
    const rule = 'system-without-custodian';
    const one = await json<Changes>('findings', '--since', '2020-01-01', '--rule', rule);
    expect(one.appeared.length).toBeGreaterThan(0);
    expect(one.appeared.every((each) => each.rule === rule)).toBe(true);
  });

  it('refuses a day that is none', async () => {
    const { code, err } = await onData('findings', '--since', 'soon');
    expect(code).toBe(2);
    expect(err).toContain('"soon" is not a day');
  });
});

describe('atlas search, changes and verify-log', () => {
  it('finds by words', async () => {
    const { out } = await onData('search', 'reference', 'laboratory');
    expect(out).toMatch(/^System +reference-lab +Reference laboratory +name$/m);
    expect((await onData('search', 'no such words')).out).toContain('Nothing is found');
  });

  it('lists the log by pages', async () => {
    interface Page {
      readonly changes: readonly { readonly revision: number }[];
      readonly total: number;
      readonly hasMore: boolean;
      readonly next?: number;
    }
    const first = await json<Page>('changes', '--limit', '3');
    expect(first.changes.map(({ revision }) => revision)).toEqual([1, 2, 3]);
    expect(first).toMatchObject({ hasMore: true, next: 3 });
    const next = await json<Page>('changes', '--after', '3', '--limit', '1');
    expect(next.changes.map(({ revision }) => revision)).toEqual([4]);
    expect(next.total).toBe(first.total - 3);
    const rest = await json<Page>('changes', '--after', '3', '--limit', '999999');
    expect(rest.changes).toHaveLength(rest.total);
    expect(rest).not.toHaveProperty('next');
    expect(rest.hasMore).toBe(false);
    const { out } = await onData('changes', '--limit', '3');
    expect(out).toMatch(new RegExp(`^3 of ${first.total} after revision 0; more with --after 3 or --limit N\\.$`, 'm'));
    expect((await onData('changes', '--after', '999999')).out).toContain('No change after');
  });

  it('verifies the log', async () => {
    const verified = await json<{ revision: number; hash: string }>('verify-log');
    expect(verified.revision).toBeGreaterThan(50);
    expect(verified.hash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('atlas import', () => {
  it('imports what a server says of itself, once', async () => {
    const file = join(folder.path, 'metadata.json');
    const resource = [{ type: 'AllergyIntolerance', interaction: [{ code: 'read' }] }, { type: 'Nonsense' }];
    const capabilities = {
      resourceType: 'CapabilityStatement',
      fhirVersion: '4.0.1',
      kind: 'instance',
      status: 'active',
      rest: [{ mode: 'server', resource }],
    };
    await writeFile(file, JSON.stringify(capabilities));
    const dry = await onData('import', file, '--dry-run', '--audience', 'PATIENT', 'PROXY');
    expect(dry.code, dry.err).toBe(0);
    expect(dry.out).toContain('dry run, nothing was written');
    expect(dry.out).toMatch(/^System: \S+ \(new: /m);
    expect(dry.out).toMatch(/^Channel: \S+ \(new, because /m);
    expect(dry.out).toContain('Classes it exposes, graded ADVERTISED:');
    expect(dry.out).toMatch(/^Allergies\S*.* +allergies\S* +resource type +the type AllergyIntolerance \(read\)$/m);
    expect(dry.out).toMatch(/^Nonsense +no FHIR release has .*\$\.rest\[0\]\.resource\[1\]/m);
    expect(dry.out).toMatch(/^CREATE +AccessChannel +/m);
    const { reports } = await json<{ reports: { counts: { created: number } }[] }>('import', file);
    expect(reports[0]?.counts.created).toBeGreaterThan(0);
    const again = await json<{ reports: { alreadyImported: string }[] }>('import', file);
    expect(again.reports[0]?.alreadyImported).toBeTruthy();
  });

  it('tells with what a list is matched, and what changes since the last one', async () => {
    const file = join(folder.path, 'systems.csv');
    const name = 'Practice billing';
    const list = (version: string): Promise<void> =>
      writeFile(file, `Application Name,Hosting,Version\n${name},On premises,${version}\n`);
    await list('1.0');
    const first = await onData('import', file);
    expect(first.code, first.err).toBe(0);
    expect(first.out).toMatch(/^It shows 1 systems, \d things it does not tell\.$/m);
    const stands = first.out.slice(first.out.indexOf('With what of the inventory it is matched:'));
    expect(stands).toMatch(new RegExp(`^\\w+ +system +${name} +${name} \\(System \\S+\\) +it is called so too`, 'm'));
    await list('2.0');
    const dry = await onData('import', file, '--dry-run');
    expect(dry.out).toMatch(new RegExp(`^system +${name} +version +1\\.0 +2\\.0$`, 'm'));
  });

  it('tells the expectations of a specification', async () => {
    const file = join(projectFolder, 'test', 'import', 'fixtures', 'r4-requirements.json');
    const { out } = await onData('import', file, '--dry-run');
    expect(out).toContain('What it expects, graded DOCUMENTED:');
    expect(out).toMatch(/^\w+ +server +SHALL +\S/m);
  });

  it('goes on after a file that is refused, and says of each what became of it', async () => {
    const good = (name: string) => join(projectFolder, 'test', 'import', 'fixtures', name);
    const bad = join(folder.path, 'bad.json');
    await writeFile(bad, '{"resourceType": "CapabilityStatement", "rest": {}}');
    const files = [good('r4-client.json'), bad, '/no/such/file.json', good('stu3-two-rests.json')];
    const { code, out } = await onData('import', ...files);
    expect(code).toBe(3);
    expect(out).toMatch(/^r4-client\.json: FHIR R4 capability statement with \d+ resource types?$/m);
    expect(out).toContain(`${bad}: NOT IMPORTED\nbad.json: $.rest is an object, and must be a list. Mend: `);
    expect(out).toContain(
      '/no/such/file.json: NOT IMPORTED\n/no/such/file.json cannot be read: there is no such file.',
    );
    expect(out).toMatch(/^stu3-two-rests\.json: FHIR STU3 capability statement .*\d+ resource types$/m);
    expect(out).toMatch(/2 of 4 files were imported; each file is its own transaction\.$/);
    // What was said to be imported is there: the same files again change nothing.
    const again = await onData('import', ...files, '--json');
    expect(again.code).toBe(3);
    expect(JSON.parse(again.out)).toMatchObject({
      ok: false,
      reports: [{ file: 'r4-client.json', alreadyImported: expect.any(String) }, { file: 'stu3-two-rests.json' }],
      notImported: [{ file: bad, error: { type: 'ArtefactRefused' } }, { error: { type: 'FileUnreadable' } }],
    });
  });
});

describe('exit codes', () => {
  it.each([
    ['no command that is there', ['frobnicate']],
    ['an option that is not there', ['trace', 'laboratory', '--frobnicate']],
    ['an argument that is missing', ['load']],
    ['more words than a search takes', ['search', ...'a b c d e f g h i j k'.split(' ')]],
    ['a number that is none', ['changes', '--limit', 'many']],
    ['a date that is none', ['trace', 'laboratory', '--as-of', '2024-02-31']],
    ['a port that is none', ['serve', '--port', '99999']],
    ['an example that is not there', ['serve', '--port', '0', '--seed', 'no-such-example']],
  ])('2 for wrong usage: %s', async (_what, args) => {
    const extra = args.includes('serve')
      ? ['--data', join(folder.path, 'empty')]
      : args.includes('frobnicate')
        ? []
        : ['--data', data];
    const { code, err } = await run([...args, ...extra]);
    expect(code).toBe(2);
    expect(err).not.toBe('');
  });

  it.each([
    ['a folder that is not there', ['load', '/no/such/folder']],
    ['a class that is not there', ['trace', 'no-such-class']],
    ['an audience that is not there', ['trace', 'laboratory', '--audience', 'NOBODY']],
    ['a file that is not there', ['import', '/no/such/file.json']],
    ['a file that is no artefact', ['import', join(projectFolder, 'package.json')]],
    ['a folder that is something else', ['dump', join(projectFolder, 'schema')]],
  ])('3 for bad input: %s', async (_what, args) => {
    const words = await onData(...args);
    expect(words.code).toBe(3);
    expect(words.out).toBe('');
    expect(words.err).not.toBe('');
    const asJson = await onData(...args, '--json');
    expect(asJson.code).toBe(3);
    expect(JSON.parse(asJson.out)).toMatchObject({ ok: false, error: { type: expect.any(String) } });
  });

  it('3 for a file of no known kind, with the kinds that are known one a line', async () => {
    const { code, err } = await onData('import', join(projectFolder, 'package.json'));
    expect(code).toBe(3);
    const lines = err.trim().split('\n');
    expect(lines[0]).toMatch(/^package\.json: .* it looks like a JSON object without a resourceType\. Mend: /);
    expect(lines.slice(1, 3)).toEqual(['What can be imported:', '  FHIR CapabilityStatement or Conformance as JSON']);
    expect(lines.length).toBeGreaterThan(12);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(200);
  });

  it('3 for an inventory with problems, naming each place', async () => {
    const broken = join(folder.path, 'broken.inventory');
    const { mkdir } = await import('node:fs/promises');
    await mkdir(broken);
    await writeFile(join(broken, 'inventory.yaml'), 'format: 1\nname: Broken\n');
    await writeFile(join(broken, 'flows.yaml'), '- {id: a, from: nope, to: nope}\n');
    const { code, err } = await onData('load', broken);
    expect(code).toBe(3);
    expect(err).toMatch(/^flows\.yaml:1:\d+ .*nope/m);
  });

  it('4 where there is no inventory, and makes none by looking', async () => {
    const directory = join(folder.path, 'mistyped');
    for (const args of [['trace', 'laboratory'], ['search', 'lab'], ['changes'], ['verify-log'], ['dump', 'x']]) {
      const { code, err } = await run([...args, '--data', directory]);
      expect(code, args[0]).toBe(4);
      expect(err).toContain(`There is no inventory in ${directory}.`);
      expect(err).toContain('atlas load FOLDER --data');
    }
    await expect(stat(directory)).rejects.toThrow('ENOENT');
  });

  it('4 for a store that another process has open, or that is not there', async () => {
    const directory = join(folder.path, 'taken');
    const holder = await openEmbeddedStore({ directory, now: () => new Date().toISOString() });
    if (!holder.ok) throw new Error(holder.error.message);
    const taken = await run(['changes', '--data', directory]);
    await holder.value.close();
    expect(taken.code).toBe(4);
    expect(taken.err).toContain(directory);
    const away = await run(['changes', '--json'], { NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'x' });
    expect(away.code).toBe(4);
    expect(JSON.parse(away.out)).toMatchObject({ ok: false, error: { type: 'StoreUnavailable' } });
  });

  it('2 for half a Neo4j address', async () => {
    expect((await run(['changes'], { NEO4J_URI: 'bolt://127.0.0.1:7687' })).code).toBe(2);
    expect((await run(['changes'], { NEO4J_URI: 'localhost', NEO4J_PASSWORD: 'x' })).code).toBe(2);
  });

  it('70 for what nobody expected, in one line', async () => {
    const err: string[] = [];
    const code = await runCli(
      ['verify-log', '--data', data],
      {},
      {
        out: () => {
          throw new Error('the pipe burst\n    at somewhere');
        },
        err: (text) => void err.push(text),
      },
    );
    expect(code).toBe(70);
    expect(err).toEqual(['Unexpected fault in atlas verify-log: the pipe burst']);
  });

  it('0 for help, which names the exit codes', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    expect(out).toContain(
      'Exit codes: 0 done, 1 a check failed, 2 wrong usage, 3 bad input, 4 store not available, 70 a fault in the program.',
    );
  });
});

describe('atlas capture and undo', () => {
  const line = 'Frobnicator sends lab results to EHR via FHIR';

  it('tells what a line proposes, and writes it when that is asked for', async () => {
    const { code, out } = await onData('capture', line);
    expect(code).toBe(0);
    expect(out).toContain('"Frobnicator": new');
    expect(out).toContain('2 changes would be written; write with --apply.');
    const written = await json<{ changes: { revision: number; actor: string; reason: string }[] }>(
      'capture',
      line,
      '--apply',
      '--actor',
      'H. Berg',
    );
    expect(written.changes).toMatchObject([
      { actor: 'H. Berg', reason: `captured: ${line}` },
      { actor: 'H. Berg', reason: `captured: ${line}` },
    ]);
    expect((await onData('capture', line, '--apply')).out).toContain('Nothing would be written.');

    const revisions = written.changes.map(({ revision }) => String(revision));
    const alone = await onData('undo', revisions[0] ?? '');
    expect(alone.code).toBe(3);
    expect(alone.err).toContain('Take those back as well');
    const undone = await json<{ changes: { revision: number }[] }>('undo', ...revisions, '--reason', 'a test');
    expect(undone.changes).toHaveLength(2);
    const again = await onData('undo', ...revisions);
    expect(again.code).toBe(3);
    expect(again.err).toMatch(/changed since revision \d+.*by local user/);
    expect((await onData('undo', ...undone.changes.map(({ revision }) => String(revision)))).code).toBe(0);
  });

  it('writes nothing while it is not certain what a name stands for, until that is said', async () => {
    const general = 'EHR sends results to portal via paper';
    const { code, out } = await onData('capture', general, '--apply');
    expect(code).toBe(3);
    expect(out).toContain('Not written: it is not certain what "results" stands for.');
    const written = await json<{ changes: object[] }>('capture', general, '--apply', '--choose', 'results=laboratory');
    expect(written.changes).toHaveLength(1);
  });

  it('does nothing for a line that is not understood, and tells wrong usage', async () => {
    const { code, out } = await onData('capture', 'Images never reach the portal', '--apply');
    expect(code).toBe(3);
    expect(out).toContain('Not understood:');
    expect((await onData('capture', 'x'.repeat(501))).code).toBe(2);
    expect((await onData('undo', 'some-run')).code).toBe(2);
    expect((await onData('undo', '1', 'some-run', '--reason', 'x')).code).toBe(2);
    expect((await onData('undo', '99999999')).err).toContain('no entry of revision 99999999');
  });
});

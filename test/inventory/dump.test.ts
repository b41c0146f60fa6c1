import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dumpInventory } from '../../server/src/app/dump-inventory.ts';
import { audiences, load, makeFolder } from './folder-kit.ts';

const files = {
  'data-classes.yaml': '- {id: lab, level: CLASS, fhirResources: [Observation]}\n- {id: a, level: CLASS}\n',
  'systems/ehr.yaml':
    "id: ehr\nkind: SYS-EHR\nversion: '8.2'\nholds:\n  - {class: lab, role: COPY, grade: ADVERTISED, source: 'import:1'}\n  - {class: a, role: ORIGIN}\n",
  'channels.yaml': '- {id: portal, kind: CH-PORTAL, system: ehr, releases: [lab, a], for: [PATIENT]}\n',
};

const loaded = async () => {
  const { store } = await load(await makeFolder(files));
  return dumpInventory({ store, catalogues: { audiences } });
};

describe('dumping an inventory', () => {
  it('writes sorted, readable files without defaults, stamps or catalogue audiences', async () => {
    const dump = await loaded();
    const folder = join(await mkdtemp(join(tmpdir(), 'ehi-dump-')), 'new');
    expect(await dump(folder)).toStrictEqual({ ok: true, value: { revision: 6, files: 4, entities: 4 } });
    expect((await readdir(folder)).toSorted()).toStrictEqual([
      'channels.yaml',
      'data-classes.yaml',
      'inventory.yaml',
      'systems',
    ]);
    expect(await readFile(join(folder, 'systems/ehr.yaml'), 'utf8')).toBe(
      "id: ehr\nkind: SYS-EHR\nversion: '8.2'\nholds:\n  - {class: a, role: ORIGIN}\n  - {class: lab, role: COPY, source: import:1, grade: ADVERTISED}\n",
    );
    expect(await readFile(join(folder, 'channels.yaml'), 'utf8')).toBe(
      '- id: portal\n  kind: CH-PORTAL\n  system: ehr\n  releases:\n    - a\n    - lab\n  for: [PATIENT]\n',
    );
    expect(await readFile(join(folder, 'inventory.yaml'), 'utf8')).toBe(
      '# EHI Atlas documents what is recorded; counsel decides.\nformat: 1\nname: Test\nsource: J. Rivera\n',
    );
  });

  it('replaces an inventory whole, keeps its manifest and what begins with a dot, and leaves no traces', async () => {
    const dump = await loaded();
    const parent = await mkdtemp(join(tmpdir(), 'ehi-dump-'));
    const folder = join(parent, 'inventory');
    await mkdir(join(folder, '.git'), { recursive: true });
    await mkdir(join(folder, 'systems'));
    await writeFile(join(folder, '.git/HEAD'), 'ref');
    await writeFile(join(folder, 'inventory.yaml'), 'format: 1\nname: Ours\ndescription: Kept.\nsource: HIM\n');
    await writeFile(join(folder, 'systems/gone.yaml'), 'id: gone\nkind: SYS-LIS\n');
    expect(await dump(folder)).toMatchObject({ ok: true });
    expect(await readdir(join(folder, 'systems'))).toStrictEqual(['ehr.yaml']);
    expect(await readFile(join(folder, '.git/HEAD'), 'utf8')).toBe('ref');
    expect(await readFile(join(folder, 'inventory.yaml'), 'utf8')).toContain('description: Kept.');
    expect(await readdir(parent)).toStrictEqual(['inventory']);
  });

  it.each([
    ['a folder with something else in it', { 'README.md': 'x' }, 'it is not empty and has no inventory.yaml'],
    [
      'an inventory with a foreign file',
      { 'inventory.yaml': 'format: 1\nname: x\n', 'notes.md': 'x' },
      'it holds notes.md',
    ],
    ["another tool's inventory.yaml", { 'inventory.yaml': 'all:\n  hosts: {}\n' }, 'is not that of an EHI inventory'],
  ])('refuses %s and touches nothing', async (_, content: Record<string, string>, message) => {
    const dump = await loaded();
    const folder = await mkdtemp(join(tmpdir(), 'ehi-dump-'));
    for (const [file, text] of Object.entries(content)) await writeFile(join(folder, file), text);
    const result = await dump(folder);
    expect(result).toMatchObject({ ok: false, error: { type: 'NotAnInventory' } });
    expect(!result.ok && result.error.message).toContain(message);
    expect((await readdir(folder)).toSorted()).toStrictEqual(Object.keys(content).toSorted());
  });

  it('says so when the folder cannot be written', async () => {
    const dump = await loaded();
    const file = join(await mkdtemp(join(tmpdir(), 'ehi-dump-')), 'file');
    await writeFile(file, 'x');
    expect(await dump(file)).toMatchObject({ ok: false, error: { type: 'NotAnInventory' } });
    expect(await dump(join(file, 'below'))).toMatchObject({ ok: false, error: { type: 'FolderUnwritable' } });
  });
});

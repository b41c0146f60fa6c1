import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemFileNames, systemIdOfFileName } from './system-file-name.ts';

describe('file names of systems', () => {
  it('lead back to the id, and differ on file systems that ignore case', () => {
    const id = fc.oneof(
      fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,4}$/),
      fc.constantFrom('con', 'CON', 'Con', 'nul.x', 'a:b', 'A:b'),
    );
    fc.assert(
      fc.property(fc.uniqueArray(id), (ids) => {
        const names = systemFileNames(ids);
        expect(ids.map((each) => systemIdOfFileName(names.get(each) ?? ''))).toStrictEqual(ids);
        expect(new Set([...names.values()].map((name) => name.toLowerCase())).size).toBe(ids.length);
        for (const name of names.values()) expect(name).not.toMatch(/[:*?"<>|\\/]|^(con|nul|aux|prn)\./i);
      }),
    );
  });

  it('are the id itself where nothing speaks against it', () => {
    expect([...systemFileNames(['lis', 'EHR.prod', 'a:b', 'Lis'])]).toStrictEqual([
      ['lis', 'lis.yaml'],
      ['EHR.prod', 'EHR.prod.yaml'],
      ['a:b', 'a%3Ab.yaml'],
      ['Lis', '%4Cis.yaml'],
    ]);
  });
});

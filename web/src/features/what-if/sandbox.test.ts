import { describe, expect, it } from 'vitest';
import type { ChangeInput } from '../../gql/graphql.ts';
import { newLink, newValues } from '../../editing/form-values.ts';
import { changeRows, rowWords, thingsOfRow } from './change-rows.ts';
import { readChange } from './read-change.ts';
import { emptySandbox, isUnsaved, redone, undone, withChanges, withOutage, withoutPlaces } from './sandbox.ts';
import { changeSandbox, parseSandbox, readSandbox } from './sandbox-store.ts';
import { setNamesHidden } from '../../view/hidden-names.ts';

const newId = (): string => 'new-1';
const add = { createSystem: { name: 'PACS 2', kind: 'SYS-PACS' } } satisfies ChangeInput;
const end = (concept: 'FLOW' | 'SYSTEM' | 'RESTRICTION', id: string): ChangeInput => ({
  end: { concept, id, expectedRevision: 7, endedOn: '2026-11-30', reason: 'Why' },
});
const nameOf = ({ id }: { readonly id: string }): string => id.toUpperCase();

describe('what is supposed', () => {
  it('is undone and redone step by step', () => {
    const one = withOutage(emptySandbox, { concept: 'SYSTEM', id: 'portal' });
    const two = withChanges(one, [add], newId);
    expect(undone(two).now).toEqual(one.now);
    expect(redone(undone(two)).now).toEqual(two.now);
    expect(undone(emptySandbox)).toBe(emptySandbox);
    expect(withOutage(one, { concept: 'SYSTEM', id: 'portal' })).toBe(one);
  });

  it('gives what is added an id, and keeps it when the change is opened again', () => {
    const one = withChanges(emptySandbox, [add], newId);
    expect(readChange(one.now.changes[0] ?? add)).toMatchObject({ kind: 'add', id: 'new-1' });
    const again = withChanges(
      { ...one, reopened: [0] },
      [{ createSystem: { name: 'PACS 3', kind: 'SYS-PACS' } }],
      () => 'new-2',
    );
    expect(again.now.changes).toEqual([{ createSystem: { name: 'PACS 3', kind: 'SYS-PACS', id: 'new-1' } }]);
  });

  it('puts a change that was opened again where it stood', () => {
    const three = withChanges(emptySandbox, [end('FLOW', 'a'), end('RESTRICTION', 'b'), end('FLOW', 'c')], newId);
    const again = withChanges({ ...three, reopened: [1] }, [end('RESTRICTION', 'd')], newId);
    expect(again.now.changes.map((change) => change.end?.id)).toEqual(['a', 'd', 'c']);
    expect(withoutPlaces(again, [0, 2], []).now.changes.map((change) => change.end?.id)).toEqual(['d']);
  });

  it('is told line by line, a system with what hangs on it as one', () => {
    const { now } = withOutage(
      withChanges(
        emptySandbox,
        [end('FLOW', 'a'), end('FLOW', 'b'), end('SYSTEM', 's'), end('RESTRICTION', 'r'), add],
        newId,
      ),
      { concept: 'ACCESS_CHANNEL', id: 'portal' },
    );
    expect(changeRows(now).map((row) => rowWords(row, nameOf))).toEqual([
      'Access channel PORTAL is down',
      'System S ends on 2026-11-30, with 2 flows and channels on it',
      'R is lifted on 2026-11-30',
      'System added: PACS 2',
    ]);
  });

  it('says of a change which classes are added or taken away, and of other fields from what to what', () => {
    const update = {
      updateAccessChannel: {
        id: 'portal',
        expectedRevision: 7,
        input: { name: 'Portal 2', releases: [{ dataClass: 'allergies' }, { dataClass: 'notes' }] },
      },
    } satisfies ChangeInput;
    const { now } = withChanges(emptySandbox, [update], newId);
    const [row] = changeRows(now);
    if (row === undefined) throw new Error('no line');
    const before = newValues('ACCESS_CHANNEL', {
      name: 'Portal',
      releases: [newLink({ id: 'allergies', name: 'Allergies' }, ''), newLink({ id: 'lab', name: 'Laboratory' }, '')],
    });
    expect(rowWords(row, nameOf, () => before)).toBe(
      'PORTAL changes: name: Portal → Portal 2; releases: adds NOTES, takes away Laboratory',
    );
    expect(thingsOfRow(row, () => before)).toEqual([
      { concept: 'ACCESS_CHANNEL', id: 'portal' },
      { concept: 'DATA_CLASS', id: 'notes' },
    ]);
  });

  it('is unsaved as soon as it differs from what is saved', () => {
    const one = withOutage(emptySandbox, { concept: 'SYSTEM', id: 'portal' });
    expect([isUnsaved(emptySandbox), isUnsaved(one)]).toEqual([false, true]);
    const scenario = { id: 'x', revision: 1, name: 'X', state: 'DRAFT', saved: one.now } as const;
    expect(isUnsaved({ ...one, scenario })).toBe(false);
    expect(isUnsaved({ ...emptySandbox, scenario })).toBe(true);
  });

  it('outlives a reload, and what is no sandbox is an empty one', () => {
    const one = withOutage(emptySandbox, { concept: 'SYSTEM', id: 'portal' });
    expect(parseSandbox(JSON.stringify(one))).toEqual(one);
    expect([parseSandbox('{"now":1}'), parseSandbox('x'), parseSandbox(undefined)]).toEqual([
      emptySandbox,
      emptySandbox,
      emptySandbox,
    ]);
  });
});

describe('what is supposed while names are hidden', () => {
  it('is apart from what is supposed otherwise, both ways', () => {
    setNamesHidden(false);
    changeSandbox((sandbox) => withChanges(sandbox, [add], newId));
    setNamesHidden(true);
    expect(readSandbox()).toEqual(emptySandbox);
    changeSandbox((sandbox) => withOutage(sandbox, { concept: 'SYSTEM', id: 'portal' }));
    // What was saved before names were hidden is answered after.
    changeSandbox((sandbox) => ({ ...sandbox, future: [] }), 'shown');
    expect(readSandbox().now.changes).toEqual([]);
    setNamesHidden(false);
    expect(readSandbox().now).toEqual({ changes: [expect.objectContaining({})], outages: [] });
    setNamesHidden(true);
    expect(readSandbox().now.outages).toHaveLength(1);
    setNamesHidden(false);
  });
});

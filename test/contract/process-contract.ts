import { expect, it } from 'vitest';
import { audience, commit, contentOf, expectOk, tickingClock, type OpenStore } from './store-subject.ts';

/** What the port promises of processes that tell each other what is of this moment only. */
export const describeProcesses = (open: OpenStore): void => {
  it('tells others the newest of each process, or says that there are none', async () => {
    const store = await open(tickingClock());
    const { processes } = store;
    if (processes === undefined) throw new Error('a store of its own database has an exchange of processes');
    expectOk(await processes.tell({ process: 'one', beat: 1, text: '{"a":1}' }));
    expectOk(await processes.tell({ process: 'one', beat: 2, text: '{"a":2}' }));
    expectOk(await processes.tell({ process: 'two', beat: 7, text: 'ü' }));
    const told = [
      { process: 'one', beat: 2, text: '{"a":2}' },
      { process: 'two', beat: 7, text: 'ü' },
    ];
    expect(expectOk(await processes.told())).toEqual(processes.alone ? [] : told);
    expectOk(await processes.withdraw('one'));
    expectOk(await processes.withdraw('never there'));
    expect(expectOk(await processes.told())).toEqual(processes.alone ? [] : told.slice(1));
    await store.close();
  });

  it('keeps nothing of it in the inventory, its revision or its log', async () => {
    const store = await open(tickingClock());
    const { revision } = await commit(store, audience('patient'));
    const before = contentOf(expectOk(await store.snapshot()));
    expectOk((await store.processes?.tell({ process: 'one', beat: 1, text: 'x' })) ?? { ok: true, value: undefined });
    expect(expectOk(await store.revision())).toBe(revision);
    expect(expectOk(await store.changes(0, 10))).toHaveLength(1);
    expect(contentOf(expectOk(await store.snapshot()))).toEqual(before);
    expect(expectOk(await store.search('one', ['Audience'], 10))).toEqual([]);
    await store.close();
  });
};

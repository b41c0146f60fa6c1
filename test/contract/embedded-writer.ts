import { openEmbeddedStore } from '../../server/src/store/index.ts';
import { audience, batchOf, system } from './store-subject.ts';

/**
 * A process that opens the store in a folder and commits three entities at a time until it is killed, printing the
 * revision and the round of each commit once it is acknowledged. Prints `refused` and why when it cannot open.
 */
const run = async (directory: string): Promise<void> => {
  const opened = await openEmbeddedStore({ directory, now: () => new Date().toISOString() });
  if (!opened.ok) {
    console.log(`refused ${opened.error.message}`);
    return;
  }
  const store = opened.value;
  await store.migrate();
  const start = await store.revision();
  if (!start.ok) throw new Error(start.error.message);
  for (let round = start.value / 3 + 1; ; round += 1) {
    const name = `round ${round}`;
    const committed = await store.commit(batchOf(audience('A', name), audience('B', name), system('S', { name })));
    if (!committed.ok) throw new Error(JSON.stringify(committed.error));
    console.log(`${committed.value.revision} ${round}`);
  }
};

await run(process.argv[2] ?? '');

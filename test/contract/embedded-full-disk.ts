import { openEmbeddedStore } from '../../server/src/store/index.ts';
import { audience, batchOf } from './store-subject.ts';

/**
 * A process that opens the store in a folder and commits until it cannot. Prints one line of JSON: the last revision it
 * acknowledged, the error, and the revision that the store still reads.
 */
const run = async (directory: string): Promise<void> => {
  const opened = await openEmbeddedStore({ directory, now: () => new Date().toISOString() });
  if (!opened.ok) throw new Error(opened.error.message);
  const store = opened.value;
  await store.migrate();
  let acknowledged = 0;
  for (;;) {
    const committed = await store.commit(batchOf(audience('A', `${acknowledged} ${'x'.repeat(2_000)}`)));
    if (committed.ok) {
      acknowledged = committed.value.revision;
      continue;
    }
    const still = await store.revision();
    console.log(JSON.stringify({ acknowledged, error: committed.error, still: still.ok ? still.value : still.error }));
    break;
  }
  await store.close();
};

await run(process.argv[2] ?? '');

import { openEmbeddedStore } from '../../server/src/store/index.ts';
import { describeGraphStore } from './graph-store.contract.ts';
import { expectOk } from './store-subject.ts';

describeGraphStore(
  'embedded',
  async (now) => {
    const store = expectOk(await openEmbeddedStore({ memory: true, now }));
    expectOk(await store.migrate());
    return store;
  },
  60,
);

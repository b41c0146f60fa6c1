import { afterAll } from 'vitest';
import { openNeo4jStore } from '../../server/src/store/index.ts';
import { describeWithNeo4j } from '../kit/neo4j.ts';
import { describeGraphStore } from './graph-store.contract.ts';
import { expectOk } from './store-subject.ts';

await describeWithNeo4j('the contract on Neo4j', (database) => {
  afterAll(() => database.wipe());
  describeGraphStore(
    'neo4j',
    async (now) => {
      await database.wipe();
      const { uri, user, password } = database;
      const store = expectOk(await openNeo4jStore({ uri, user, password, now }));
      expectOk(await store.migrate());
      return store;
    },
    15,
  );
});

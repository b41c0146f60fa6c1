import { afterAll, beforeAll } from 'vitest';
import { openNeo4jStore } from '../../server/src/store/index.ts';
import { openSite, type Site } from '../kit/browser.ts';
import { describeWithNeo4j } from '../kit/neo4j.ts';
import { testDays } from './days.ts';

await describeWithNeo4j('a day, from start to end, on Neo4j', (database) => {
  let site: Site;
  beforeAll(async () => {
    await database.wipe();
    const { uri, user, password } = database;
    const opened = await openNeo4jStore({ uri, user, password, now: () => new Date().toISOString() });
    if (!opened.ok) throw new Error(`Neo4j could not be opened: ${JSON.stringify(opened.error)}`);
    site = await openSite('regional-hospital', opened.value);
  });
  afterAll(async () => {
    await site.close();
    await database.wipe();
  });
  testDays(() => site);
});

import { afterAll, beforeAll } from 'vitest';
import { openNeo4jStore } from '../../server/src/store/index.ts';
import { openSite, type Site } from '../kit/browser.ts';
import { describeWithNeo4j } from '../kit/neo4j.ts';
import { createServedProcesses } from '../kit/served-process.ts';
import { testDays } from './days.ts';

const processes = createServedProcesses();

await describeWithNeo4j('a day, from start to end, on Neo4j', (database) => {
  let site: Site;
  /** Two more servers over the same database, each a process of its own. */
  let servers: readonly string[] = [];
  beforeAll(async () => {
    await database.wipe();
    const { uri, user, password } = database;
    const opened = await openNeo4jStore({ uri, user, password, now: () => new Date().toISOString() });
    if (!opened.ok) throw new Error(`Neo4j could not be opened: ${JSON.stringify(opened.error)}`);
    site = await openSite('regional-hospital', opened.value);
    const environment = {
      NEO4J_URI: uri,
      NEO4J_USER: user,
      NEO4J_PASSWORD: password,
      EHI_EVIDENCE: site.server.evidenceFolder,
    };
    const both = [0, 1].map(() => processes.serve(['--port', '0', '--seed', 'none'], environment));
    servers = await Promise.all(both.map(({ address }) => address()));
  });
  afterAll(async () => {
    processes.killAll();
    await site.close();
    await database.wipe();
  });
  testDays(
    () => site,
    () => ({ browser: site.browser, here: servers[0] ?? '', there: servers[1] ?? '' }),
    'neo4j',
  );
});

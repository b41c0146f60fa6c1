import { Neo4jError, type Driver } from 'neo4j-driver';
import { describe, expect, it } from 'vitest';
import { createNeo4jExecutor } from './executor.ts';

const lost = (): Neo4jError => new Neo4jError('connection lost', 'ServiceUnavailable', '08000', 'lost');

/** A driver whose transactions end with a lost connection, before their work is done or after it. */
const losing = (when: 'BEFORE' | 'AFTER'): Driver => {
  const execute = async (work: (transaction: object) => Promise<unknown>): Promise<never> => {
    if (when === 'AFTER') await work({});
    throw lost();
  };
  return {
    session: () => ({ executeRead: execute, executeWrite: execute, close: async () => undefined }),
  } as unknown as Driver;
};

const target = { address: 'bolt://db:7687', database: undefined };

describe('a connection to Neo4j that is lost', () => {
  it('leaves open whether a change was written, when its commit was on the way', async () => {
    const written = await createNeo4jExecutor(losing('AFTER'), target).write('commit', async () => 1);
    expect(written).toMatchObject({ ok: false, error: { type: 'StoreUnavailable', mayBeWritten: true } });
    expect(written.ok ? '' : written.error.message).toContain('may not have been written');
  });

  it('means that nothing was written, when it was lost before that or while reading', async () => {
    const before = await createNeo4jExecutor(losing('BEFORE'), target).write('commit', async () => 1);
    const read = await createNeo4jExecutor(losing('AFTER'), target).read('list', async () => 1);
    for (const outcome of [before, read]) {
      expect(outcome).toEqual({
        ok: false,
        error: { type: 'StoreUnavailable', message: expect.stringContaining('bolt://db:7687') as string },
      });
    }
  });
});

import neo4j, { type Driver } from 'neo4j-driver';
import { err, ok, type Result } from '../../domain/result.ts';
import { createGraphStore } from '../graph-store.ts';
import type { ClockDep, GraphStore, StoreUnavailable } from '../port.ts';
import { toStoreUnavailable } from './errors.ts';
import { createNeo4jExecutor } from './executor.ts';

/** Where the Neo4j database is. `uri`: `neo4j://`, `neo4j+s://`, `bolt://` …; `database`: the server's default when absent. */
export interface Neo4jOptions extends ClockDep {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database?: string;
}

/**
 * Milliseconds. Together they let a request to a server that is gone end within about five seconds, and still bridge
 * the moment in which a cluster changes its leader.
 */
const patience = {
  connectionTimeout: 3_000,
  connectionAcquisitionTimeout: 4_000,
  maxTransactionRetryTime: 2_500,
  // A connection idle for this long is tried before it is used: servers restart, and networks forget.
  connectionLivenessCheckTimeout: 30_000,
} as const;

/**
 * The store on a Neo4j server (5.26 or later) that answered just now; it reconnects by itself when the server comes
 * back later. Error: `StoreUnavailable` when the address cannot be used, nobody answers there, or sign-in fails.
 */
export const openNeo4jStore = async (options: Neo4jOptions): Promise<Result<GraphStore, StoreUnavailable>> => {
  const driver = createDriver(options);
  if (!driver.ok) return driver;
  const { uri: address, database } = options;
  try {
    await driver.value.verifyConnectivity(database === undefined ? {} : { database });
  } catch (cause) {
    await driver.value.close();
    return toStoreUnavailable(address, cause);
  }
  return ok(createGraphStore(createNeo4jExecutor(driver.value, { address, database }), { now: options.now }));
};

const createDriver = ({ uri, user, password }: Neo4jOptions): Result<Driver, StoreUnavailable> => {
  try {
    return ok(
      neo4j.driver(uri, neo4j.auth.basic(user, password), {
        ...patience,
        disableLosslessIntegers: true,
        telemetryDisabled: true,
        notificationFilter: { minimumSeverityLevel: 'OFF' },
        userAgent: 'ehi-atlas',
      }),
    );
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    return err({ type: 'StoreUnavailable', message: `The Neo4j address ${uri} cannot be used. (${detail})` });
  }
};

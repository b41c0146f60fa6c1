import type { DbtNode } from './nodes.ts';

/** The warehouse a project builds. */
export interface Home {
  readonly scope: string;
  readonly name: string;
  /** The database that most of what is built is in. */
  readonly own: string;
  /** Every database something is built in: one connection builds all. */
  readonly databases: ReadonlySet<string>;
}

/** Returns the key of the system a node is in: the warehouse, unless it is a source in a database where nothing is built. */
export const systemOf = ({ isSource, database }: DbtNode, { databases }: Home): string =>
  !isSource || database === '' || databases.has(database) ? 'warehouse' : `database:${database}`;

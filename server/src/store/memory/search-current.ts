import type { EhiGraph } from '../../domain/model/ehi-graph.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { GraphStore, StoreUnavailable } from '../port.ts';
import { searchGraph } from './search-graph.ts';

/** Where the inventory as it is now comes from. */
interface Current {
  readonly get: () => Promise<Result<{ readonly graph: EhiGraph }, StoreUnavailable>>;
}

/**
 * Returns a search of the inventory that the process has in memory, which finds what the database does. For what looks up one name after another
 * while somebody waits: the first search takes a database that has just started seconds.
 */
export const searchCurrent = ({ get }: Current): Pick<GraphStore, 'search'> => ({
  search: async (text, concepts, limit) => {
    const current = await get();
    return current.ok ? ok(searchGraph(current.value.graph, { text, concepts, limit })) : current;
  },
});

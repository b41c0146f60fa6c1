import { useQuery } from '../../api/use-query.ts';
import type { ReconcileRunsQuery } from '../../gql/graphql.ts';
import { ReconcileRunsDocument } from './documents.ts';
import type { ReconcileParams } from './use-reconcile-params.ts';

/** One import there was. */
export type RunData = ReconcileRunsQuery['importRuns']['nodes'][number];

const noVariables = {};
const none: readonly RunData[] = [];

/** The imports there were, the newest 300; none until they are there. */
export const useRuns = (): readonly RunData[] => {
  const runs = useQuery(ReconcileRunsDocument, noVariables, { keep: true });
  return runs.phase === 'ready' ? runs.data.importRuns.nodes : none;
};

/** What the import describes that the address names: itself, or by one of its runs. Undefined for every import. Pure. */
export const originOf = (
  { run, origin }: Pick<ReconcileParams, 'run' | 'origin'>,
  runs: readonly RunData[],
): string | undefined => origin ?? runs.find(({ id }) => id === run)?.origin ?? undefined;

/** Each thing that files describe, once, with the name of its newest file. Pure. */
export const originsOf = (runs: readonly RunData[]): readonly (readonly [origin: string, file: string])[] => {
  const newest = new Map<string, string>();
  for (const { origin, file } of runs.toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1)))
    if (origin && !newest.has(origin)) newest.set(origin, file);
  return [...newest];
};

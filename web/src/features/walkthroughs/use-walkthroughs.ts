import { useMemo } from 'react';
import { useQuery, type Query } from '../../api/use-query.ts';
import { todayHere } from '../../editing/today.ts';
import type { WalkthroughsQuery } from '../../gql/graphql.ts';
import { useAgenda, type AgendaData } from '../../present/agenda.ts';
import { WalkthroughsDocument } from '../../present/walkthrough-documents.ts';

type Listed = WalkthroughsQuery['walkthroughs']['nodes'][number];

/** The walkthroughs there are: those that are prepared for the workshop one is in, and the others. */
export interface Walkthroughs {
  readonly query: Query<WalkthroughsQuery>;
  readonly workshop: AgendaData | undefined;
  readonly prepared: readonly Listed[];
  readonly others: readonly Listed[];
}

/** Asks for the walkthroughs that go on. In no workshop none is prepared for it. */
export const useWalkthroughs = (): Walkthroughs => {
  const workshop = useAgenda();
  const id = workshop?.id;
  const query = useQuery(
    WalkthroughsDocument,
    useMemo(() => ({ liveOn: todayHere() }), []),
    { keep: true },
  );
  const own = useQuery(
    WalkthroughsDocument,
    useMemo(() => (id === undefined ? undefined : { liveOn: todayHere(), workshop: id }), [id]),
    { keep: true },
  );
  const prepared = id !== undefined && own.phase === 'ready' ? own.data.walkthroughs.nodes : [];
  const all = query.phase === 'ready' ? query.data.walkthroughs.nodes : [];
  return {
    query,
    workshop,
    prepared,
    others: all.filter((each) => prepared.every(({ id: taken }) => taken !== each.id)),
  };
};

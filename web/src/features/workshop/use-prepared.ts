import { useMemo } from 'react';
import { useQuery, type Query } from '../../api/use-query.ts';
import { todayHere } from '../../editing/today.ts';
import type { WalkthroughsQuery } from '../../gql/graphql.ts';
import { WalkthroughsDocument } from '../../present/walkthrough-documents.ts';
import { linkToStop } from '../../present/walkthrough.ts';
import type { TopicPlace } from './TopicsField.tsx';

/** The walkthroughs that were prepared for a workshop and go on; no question while the id is undefined. */
export const usePrepared = (workshop: string | undefined): Query<WalkthroughsQuery> =>
  useQuery(
    WalkthroughsDocument,
    useMemo(() => (workshop === undefined ? undefined : { workshop, liveOn: todayHere() }), [workshop]),
    { keep: true },
  );

/** The stops of the walkthroughs that were prepared for a workshop, as places a topic can begin at. */
export const useStopPlaces = (workshop: string | undefined): readonly TopicPlace[] => {
  const query = usePrepared(workshop);
  const found = query.phase === 'ready' ? query.data.walkthroughs.nodes : undefined;
  return useMemo(
    () =>
      (found ?? []).flatMap(({ id, name, stops }) =>
        stops.map(({ title }, number) => ({ link: linkToStop(id, number), words: `${name}, ${number + 1}: ${title}` })),
      ),
    [found],
  );
};

import { useMemo } from 'react';
import { useQuery, type Query } from '../../api/use-query.ts';
import type { WorkshopNowQuery } from '../../gql/graphql.ts';
import { WorkshopNowDocument } from './documents.ts';

/** A workshop with what was said in it, kept up to date with what is written. No question while the id is undefined. */
export const useWorkshop = (id: string | undefined): Query<WorkshopNowQuery> =>
  useQuery(
    WorkshopNowDocument,
    useMemo(() => (id === undefined ? undefined : { id }), [id]),
    { keep: true },
  );

/** The address of a workshop's screen. Pure. */
export const workshopHref = (id: string, tab?: string): string =>
  `/workshop?workshop=${encodeURIComponent(id)}${tab === undefined ? '' : `&tab=${tab}`}`;

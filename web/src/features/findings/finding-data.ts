import type { FindingsQuery } from '../../gql/graphql.ts';

/** A finding as the list has it. */
export type FindingData = FindingsQuery['findings']['nodes'][number];

/** What people decided about a finding: what a review changes of it. */
export type Standing = Pick<FindingData, 'state' | 'owner' | 'review'>;

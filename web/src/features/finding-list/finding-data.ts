import type { FindingChoicesQuery, FindingFacetsQuery, FindingsQuery } from '../../gql/graphql.ts';

/** One finding as the queue shows it. */
export type FindingData = FindingsQuery['findings']['nodes'][number];

/** What is needed of a finding to change its review. */
export type Choice = FindingChoicesQuery['findings']['nodes'][number];

/** What there is to choose from under the filter. */
export type Facets = FindingFacetsQuery['fitting'];

import type { TracePathsQuery, TraceQuery } from '../../gql/graphql.ts';

/** The answer of the API, and its parts by the names the screen uses. */
export type TraceData = TraceQuery['trace'];
export type AnswerData = TraceData['answers'][number];
export type PathData = TracePathsQuery['trace']['answers'][number]['paths']['nodes'][number];

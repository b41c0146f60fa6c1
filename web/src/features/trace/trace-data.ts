import type { TracePathsQuery, TraceQuery } from '../../gql/graphql.ts';

/** The answer of the API, and its parts by the names the screen uses. */
export type TraceData = TraceQuery['trace'];
/** The answer that is shown, in full. */
export type AnswerData = NonNullable<TraceData['answer']>;
/** Any of the answers, with what is needed to choose it. */
export type AnswerChoice = TraceData['answers'][number];
export type PathData = TracePathsQuery['tracePaths']['nodes'][number];

import type { TracePathsQuery, TraceQuery, TraceQueryVariables } from '../../gql/graphql.ts';

/** The answer of the API, and its parts by the names the screen uses. */
export type TraceData = TraceQuery['trace'];
/** The answer that is shown, in full. */
export type AnswerData = NonNullable<TraceData['answer']>;
/** Any of the answers, with what is needed to choose it. */
export type AnswerChoice = TraceData['answers'][number];
/** What was asked, as the answer's own question: the filters may already say another. */
export type TraceQuestion = TraceQueryVariables;
export type PathData = TracePathsQuery['tracePaths']['nodes'][number];

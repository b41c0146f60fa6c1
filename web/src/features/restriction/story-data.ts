import type { RestrictionClaimsQuery, RestrictionPageQuery, RuleBookQuery } from '../../gql/graphql.ts';

export type RestrictionData = NonNullable<RestrictionPageQuery['restriction']>;
export type VerdictData = RestrictionData['verdict'];
export type PartData = VerdictData['parts'][number];
export type GroundData = PartData['grounds'][number];
export type ConditionData = GroundData['conditions'][number];
export type ClaimData = NonNullable<RestrictionClaimsQuery['restriction']>['claims']['nodes'][number];
export type AnswerData = ClaimData['answerVersions'][number];
export type EvidenceData = AnswerData['evidence'][number];
export type BookData = RuleBookQuery;
export type PackData = BookData['rulePacks'][number];
export type LeafData = PackData['exceptions'][number]['leaves'][number];

/** Names of catalogue codes. */
export type NameOf = (code: string) => string;

/** The answer that counts for a condition; undefined when nobody gave one. */
export const currentAnswer = (claim: ClaimData, condition: string): AnswerData | undefined =>
  claim.answerVersions.filter((answer) => answer.condition === condition).at(-1);

/** Whether the answers of a claim may change. */
export const isOpen = ({ status }: Pick<ClaimData, 'status'>): boolean => status === 'DRAFT' || status === 'RETURNED';

/** Whether a claim counts no longer. */
export const isOver = ({ status, endedOn }: Pick<ClaimData, 'status' | 'endedOn'>): boolean =>
  status === 'WITHDRAWN' || status === 'SUPERSEDED' || (endedOn ?? '') !== '';

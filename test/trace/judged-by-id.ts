import type { JudgeWhole } from '../../server/src/domain/map/index.ts';
import type { DocumentationState, VerdictId } from '../../server/src/domain/verdict/index.ts';

const verdicts: readonly (readonly [VerdictId, DocumentationState])[] = [
  ['UNPROTECTED', 'NONE'],
  ['COVERED', 'COMPLETE'],
  ['COVERABLE_EVIDENCE_MISSING', 'LATE'],
  ['LEGAL_REVIEW', 'INCOMPLETE'],
  ['UNPROTECTED', 'COMPLETE'],
  ['REQUIRED_BY_LAW', 'COMPLETE'],
];

/** What a restriction of a made inventory comes to, told by its number: every kind of standing comes up. */
export const judgedById: JudgeWhole = (restriction) => {
  const [verdict, documentation] = verdicts[Number(restriction.slice(1)) % verdicts.length] ?? ['UNPROTECTED', 'NONE'];
  return {
    restriction,
    asOf: '2026-11-21',
    rulePack: 'test',
    rulePackVersion: '2026-01-01',
    verdict,
    documentation,
    sentence: '',
    parts: [],
  };
};

/** Whether such a restriction is marked: its documentation is not complete, or no exception fits. */
export const isMarkedById = (restriction: string): boolean => [0, 2, 3, 4].includes(Number(restriction.slice(1)) % 6);

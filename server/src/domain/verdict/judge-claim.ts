import type { BasisClaim } from '../model/concepts.ts';
import { answersOf, statesOf, type AnswerContext } from './condition-state.ts';
import { exceptionsOf } from './exceptions-of.ts';
import type { Condition, Leaf, PackException, RulePack } from './rule-pack.ts';
import { approvalStep, reachOf, wayTo } from './to-reach.ts';
import { truthOf } from './truth.ts';
import {
  verdictIds,
  type ConditionState,
  type GroundJudged,
  type ReachStep,
  type Truth,
  type VerdictId,
} from './verdict.ts';

/** How far a verdict is from UNPROTECTED: more is better. */
export const rankOf = (verdict: VerdictId): number => verdictIds.indexOf(verdict);

/** What one claim comes to, ground by ground, best first; `permitted`: law permits sharing with this audience, so it cannot require the opposite. */
export const judgeClaim = (
  claim: BasisClaim,
  pack: RulePack,
  context: AnswerContext,
  { supports, permitted }: { readonly supports: boolean; readonly permitted: boolean },
): readonly GroundJudged[] => {
  const grounds = [
    ...judgeThresholds(claim, pack, context),
    ...(supports ? judgeLaw(claim, pack, context, permitted) : []),
    ...(supports ? judgeException(claim, pack, context) : []),
  ];
  return grounds
    .map((ground) => capUnapproved(claim, ground))
    .toSorted((a, b) => rankOf(b.verdict) - rankOf(a.verdict));
};

const approvalMissing = approvalStep.words;

const evidenceStep = (
  condition: string,
  wanted: 'MET' | 'NOT_MET',
  words = 'A rationale or a document.',
): ReachStep => ({
  kind: 'EVIDENCE',
  condition,
  wanted,
  words,
});

/** Until somebody approved it, a claim is not yet documentation. */
const capUnapproved = (claim: BasisClaim, ground: GroundJudged): GroundJudged => {
  if (claim.status === 'APPROVED') return ground;
  const isFull = rankOf(ground.verdict) >= rankOf('COVERED');
  return {
    ...ground,
    verdict: isFull ? 'COVERABLE_EVIDENCE_MISSING' : ground.verdict,
    documentation: ground.documentation === 'COMPLETE' ? 'INCOMPLETE' : ground.documentation,
    reason: isFull ? approvalMissing : ground.reason,
  };
};

const thresholdVerdicts: readonly (readonly [string, VerdictId])[] = [
  ['171.102#actor', 'OUT_OF_SCOPE_NOT_ACTOR'],
  ['171.102#ehi', 'OUT_OF_SCOPE_NOT_EHI'],
  ['171.103(a)#interference', 'NO_INTERFERENCE'],
];

/** The questions before any exception: each ends the matter when it is answered "no", on a document or a reason. */
const judgeThresholds = (claim: BasisClaim, pack: RulePack, context: AnswerContext): readonly GroundJudged[] =>
  thresholdVerdicts.flatMap(([condition, verdict]) => {
    const leaf = pack.thresholds.find((each) => each.condition === condition);
    const answer = answersOf(claim, context.asOf).get(condition);
    if (leaf === undefined || answer?.answer !== 'NOT_MET') return [];
    const negated = { ...answer, answer: 'MET' } as const;
    const state = statesOf(leaf, new Map([[condition, negated]]), context).get(condition);
    if (state === undefined) return [];
    const isEvidenced = state.evidenced === 'MET';
    return [
      {
        claim: claim.id,
        ground: condition,
        verdict: isEvidenced ? verdict : 'COVERABLE_EVIDENCE_MISSING',
        documentation: isEvidenced ? 'COMPLETE' : 'INCOMPLETE',
        conditions: [{ ...state, answer: 'NOT_MET', evidenced: isEvidenced ? 'NOT_MET' : 'UNKNOWN' }],
        cite: leaf.cite,
        unverified: leaf.unverified,
        toReach: [
          {
            verdict,
            isPossible: true,
            steps: [
              ...(isEvidenced ? [] : [evidenceStep(condition, 'NOT_MET', state.missing)]),
              ...(claim.status === 'APPROVED' ? [] : [approvalStep]),
            ],
            against: [],
          },
        ],
        reason: isEvidenced
          ? 'The question is answered no, with what supports it.'
          : 'What supports the answer is missing.',
      } as const,
    ];
  });

const requiredByLaw = '171.103(a)';

const judgeLaw = (
  claim: BasisClaim,
  pack: RulePack,
  context: AnswerContext,
  permitted: boolean,
): readonly GroundJudged[] => {
  const answers = answersOf(claim, context.asOf);
  const leaf = pack.thresholds.find(({ condition }) => condition === requiredByLaw);
  if (claim.lawCitation === undefined || leaf === undefined) return [];
  if (claim.exception !== undefined && !answers.has(requiredByLaw)) return [];
  const state = statesOf(leaf, answers, context).get(requiredByLaw);
  if (state === undefined) return [];
  const verdict: VerdictId = permitted
    ? 'UNPROTECTED'
    : state.answer === 'NOT_MET'
      ? 'UNPROTECTED'
      : state.answer === 'UNKNOWN'
        ? 'LEGAL_REVIEW'
        : state.evidenced === 'MET'
          ? 'REQUIRED_BY_LAW'
          : 'COVERABLE_EVIDENCE_MISSING';
  return [
    {
      claim: claim.id,
      ground: claim.lawCitation,
      verdict,
      documentation: state.evidenced === 'MET' ? 'COMPLETE' : 'INCOMPLETE',
      conditions: [state],
      cite: leaf.cite,
      unverified: leaf.unverified,
      toReach: [
        reachOf(
          'REQUIRED_BY_LAW',
          permitted
            ? { possible: false, against: [requiredByLaw] }
            : wayTo(leaf, new Map([[requiredByLaw, state]]), 'evidenced'),
          claim.status !== 'APPROVED',
        ),
      ],
      reason: permitted
        ? 'The law cited permits sharing with this audience.'
        : verdict === 'LEGAL_REVIEW'
          ? 'Whether the law cited requires the practice is not answered.'
          : 'By the law cited.',
    },
  ];
};

const judgeException = (claim: BasisClaim, pack: RulePack, context: AnswerContext): readonly GroundJudged[] => {
  if (claim.exception === undefined) return [];
  return exceptionsOf(pack, claim.exception).map((exception) => judgeOne(claim, exception, context));
};

const judgeOne = (claim: BasisClaim, exception: PackException, context: AnswerContext): GroundJudged => {
  const states = statesOf(exception.conditions, answersOf(claim, context.asOf), context);
  if (isForOthers(exception, context)) return notForThisActor(claim, exception, [...states.values()]);
  const read =
    (of: (state: ConditionState) => Truth) =>
    (leaf: Leaf): Truth => {
      const state = states.get(leaf.condition);
      return state === undefined ? 'UNKNOWN' : of(state);
    };
  const evidenced = truthOf(
    exception.conditions,
    read((state) => state.evidenced),
  );
  const onTime = truthOf(
    exception.conditions,
    read((state) => (state.late ? 'MET' : state.evidenced)),
  );
  const fits = truthOf(
    withoutOpenDocuments(exception.conditions, states),
    read((state) => state.answer),
  );
  const verdict: VerdictId =
    evidenced === 'MET'
      ? exception.legalReview
        ? 'LEGAL_REVIEW'
        : 'COVERED'
      : fits === 'MET'
        ? 'COVERABLE_EVIDENCE_MISSING'
        : 'UNPROTECTED';
  const conditions = [...states.values()];
  return {
    claim: claim.id,
    ground: exception.id,
    verdict,
    documentation: evidenced === 'MET' ? 'COMPLETE' : onTime === 'MET' ? 'LATE' : 'INCOMPLETE',
    conditions,
    cite: exception.cite,
    unverified: conditions.some(({ unverified }) => unverified),
    toReach: [
      reachOf(
        'COVERABLE_EVIDENCE_MISSING',
        wayTo(withoutOpenDocuments(exception.conditions, states), states, 'answer'),
        false,
      ),
      reachOf(
        exception.legalReview ? 'LEGAL_REVIEW' : 'COVERED',
        wayTo(exception.conditions, states, 'evidenced'),
        claim.status !== 'APPROVED',
      ),
    ],
    reason:
      evidenced === 'MET'
        ? `By ${exception.cite.join(', ')}.`
        : fits === 'MET'
          ? 'The facts fit; evidence is missing.'
          : fits === 'NOT_MET'
            ? 'A condition is not met.'
            : 'A condition is not answered.',
  };
};

/** Whether what is recorded of the actor leaves the exception to others; where nothing is recorded, the question stays with a person. */
const isForOthers = ({ usableBy }: PackException, { actorRoles }: AnswerContext): boolean =>
  actorRoles.length > 0 && !usableBy.some((role) => actorRoles.includes(role));

const notForThisActor = (
  claim: BasisClaim,
  exception: PackException,
  conditions: readonly ConditionState[],
): GroundJudged => ({
  claim: claim.id,
  ground: exception.id,
  verdict: 'UNPROTECTED',
  documentation: 'INCOMPLETE',
  conditions,
  cite: exception.cite,
  unverified: conditions.some(({ unverified }) => unverified),
  reason: `It is for other actors: ${exception.whoMayRely ?? exception.usableBy.join(', ')}.`,
  toReach: [
    {
      verdict: exception.legalReview ? 'LEGAL_REVIEW' : 'COVERED',
      isPossible: false,
      steps: [],
      against: ['171.102#actor'],
    },
  ],
});

/**
 * The tree without the documents that nobody answered for yet, where other conditions stand beside them: what is left says
 * whether the facts fit. A document that is the whole of an alternative stays.
 */
const withoutOpenDocuments = (condition: Condition, states: ReadonlyMap<string, ConditionState>): Condition => {
  const isOpen = (part: Condition): boolean =>
    part.kind === 'LEAF' &&
    part.document &&
    states.get(part.condition)?.by === 'NOBODY' &&
    part.clock?.kind !== 'BUSINESS_DAYS';
  switch (condition.kind) {
    case 'LEAF':
      return condition;
    case 'IF':
      return { ...condition, needs: withoutOpenDocuments(condition.needs, states) };
    case 'ALL':
      return {
        ...condition,
        parts: condition.parts.filter((part) => !isOpen(part)).map((part) => withoutOpenDocuments(part, states)),
      };
    default:
      return { ...condition, parts: condition.parts.map((part) => withoutOpenDocuments(part, states)) };
  }
};

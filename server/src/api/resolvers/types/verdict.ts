import { leavesOf, type Leaf } from '../../../domain/verdict/index.ts';
import type {
  EvidenceSeenResolvers,
  GroundJudgedResolvers,
  RulePackExceptionResolvers,
  RulePackResolvers,
  VerdictDifferenceResolvers,
  VerdictPartResolvers,
  VerdictResolvers,
} from '../../gen/resolver-types.ts';

/** What a restriction comes to. */
export const Verdict: VerdictResolvers = {
  restriction: ({ restriction }, _args, { reads }) => reads.refer('Restriction', restriction),
};

/** A restriction that two rule packs judge differently. */
export const VerdictDifference: VerdictDifferenceResolvers = {
  restriction: ({ restriction }, _args, { reads }) => reads.refer('Restriction', restriction),
};

/** A rule pack. */
export const RulePack: RulePackResolvers = {
  isStandard: ({ id }, _args, { services }) => services.rulePacks.standard.id === id,
  thresholds: ({ thresholds }) => thresholds.map(toCondition),
};

/** A part of it. */
export const VerdictPart: VerdictPartResolvers = {
  classes: ({ classes }, _args, { reads }) => reads.referAll('DataClass', classes),
  audiences: ({ audiences }, _args, { reads }) => reads.referAll('Audience', audiences),
};

/** A ground of a claim. */
export const GroundJudged: GroundJudgedResolvers = {
  claim: ({ claim }, _args, { reads }) => reads.refer('BasisClaim', claim),
};

/** A document behind a condition. */
export const EvidenceSeen: EvidenceSeenResolvers = {
  evidence: ({ evidence }, _args, { reads }) => reads.refer('Evidence', evidence),
};

/** An exception of a rule pack. */
export const RulePackException: RulePackExceptionResolvers = {
  leaves: ({ conditions }) => {
    const leaves = new Map(leavesOf(conditions).map((leaf) => [leaf.condition, leaf]));
    return [...leaves.values()].map(toCondition);
  },
};

const toCondition = ({ clock, ...leaf }: Leaf): Omit<Leaf, 'clock'> & { readonly clock?: string } => ({
  ...leaf,
  ...(clock === undefined ? {} : { clock: clockWords(clock) }),
});

const clockWords = (clock: NonNullable<Leaf['clock']>): string =>
  clock.kind === 'PRACTICE_START'
    ? 'Before the practice began, or at the time.'
    : `At most ${clock.days} business days after the document of ${clock.after}.`;

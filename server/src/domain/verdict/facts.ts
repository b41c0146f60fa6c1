import type { AccessChannel, BasisClaim, Restriction } from '../model/concepts.ts';
import type { Id } from '../model/entity.ts';
import type { FactCode } from './rule-pack.ts';
import type { Truth } from './verdict.ts';

/** What a fact is read from. `individuals`: audiences who are the person, or stand in for them (45 CFR 171.202(a)(2)). */
export interface FactContext {
  readonly restriction: Restriction;
  readonly claim: BasisClaim;
  /** Absent: every audience. */
  readonly audience?: Id;
  readonly channel?: AccessChannel;
  readonly electronicAccess: boolean;
  readonly individuals: ReadonlySet<Id>;
}

const veto = (isMet: boolean): Truth => (isMet ? 'UNKNOWN' : 'NOT_MET');

/**
 * What the graph says of a condition by itself. Most facts only veto: NOT_MET where the graph speaks against the condition, else
 * UNKNOWN, so that a person has to answer. A cited law and a fee on electronic access decide it. Pure and total.
 */
export const readFact = (code: FactCode, context: FactContext): Truth => {
  const { restriction, claim, audience, channel, electronicAccess, individuals } = context;
  switch (code) {
    case 'DETERMINED_PER_PATIENT':
      return veto(!restriction.automated);
    case 'NARROWER_THAN_EVERYTHING':
      return veto(restriction.limits.length > 0);
    case 'AUDIENCE_PATIENT':
      return veto(audience === 'PATIENT');
    case 'AUDIENCE_PROXY':
      return veto(audience === 'PROXY');
    case 'AUDIENCE_OTHER':
      return veto(audience !== undefined && !individuals.has(audience));
    case 'AUDIENCE_NOT_INDIVIDUAL':
      return veto(audience !== undefined && !individuals.has(audience));
    case 'CHANNEL_NOT_FHIR':
      return veto(!(channel?.standards ?? []).some((standard) => /FHIR|SMART|170\.215|US Core/i.test(standard)));
    case 'LAW_CITED':
      return claim.lawCitation === undefined ? 'NOT_MET' : 'MET';
    case 'FEE_ON_ELECTRONIC_ACCESS':
      return restriction.effect === 'CHARGES' &&
        electronicAccess &&
        (audience === undefined || individuals.has(audience))
        ? 'MET'
        : 'UNKNOWN';
  }
};

/** As much of an audience as any fact looks at: a claim comes to the same for all audiences of one standing. */
export const standingOf = (audience: Id | undefined, individuals: ReadonlySet<Id>): string => {
  if (audience === undefined) return 'EVERYONE';
  if (audience === 'PATIENT' || audience === 'PROXY') return audience;
  return individuals.has(audience) ? 'INDIVIDUAL' : 'OTHER';
};

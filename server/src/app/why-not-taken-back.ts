import type { Change } from '../domain/model/change.ts';
import { inputInvalid, type InputInvalid } from './input-invalid.ts';

/**
 * Returns why an entry of the log is not taken back, `undefined` for one that can be. Claims and reviews are what people decided, with
 * the times they did: they have steps of their own, and so have the records of workshops. An import is taken back as a whole. Pure.
 */
export const whyNotTakenBack = ({ concept, entity, before, revision }: Change): InputInvalid | undefined => {
  if (concept === 'BasisClaim') return refusal(revision, 'a claim', 'withdraw it, or answer its conditions anew');
  if (concept === 'FindingReview') return refusal(revision, 'the review of a finding', 'review the finding anew');
  if (concept === 'Workshop' || concept === 'WorkshopItem')
    return refusal(revision, 'the record of a workshop', 'change the record, or drop the item');
  if (concept === 'Scenario') return refusal(revision, 'a scenario', 'change the scenario, or discard it');
  if (concept === 'Walkthrough') return refusal(revision, 'a walkthrough', 'save the walkthrough anew');
  if (concept === 'ImportRun' || (concept === 'Observation' && before === null))
    return refusal(
      revision,
      'an import',
      `undo the import as a whole${concept === 'ImportRun' ? ` ("${entity}")` : ''}`,
    );
  return undefined;
};

const refusal = (revision: number, what: string, mend: string): InputInvalid =>
  inputInvalid(
    'revisions',
    `Revision ${revision} belongs to ${what} and is not taken back this way. Instead, ${mend}.`,
  );

import { ulid } from 'ulid';
import { entryById, findCitations, type Catalogues } from '../domain/catalogue/index.ts';
import { currentAnswers, type VersionedAnswer } from '../domain/claim/index.ts';
import type { BasisClaim, ConditionAnswer } from '../domain/model/concepts.ts';
import { isCalendarDate, type Id, type Instant } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { GraphStore } from '../store/port.ts';
import type { ClaimStepped } from './claim-steps.ts';
import { inputInvalid, type InputInvalid } from './input-invalid.ts';
import type { RulePacks } from './load-rule-packs.ts';
import { nameToId } from './text-rules.ts';
import type { WriteError } from './write-entity.ts';

/** What is claimed: an exception, a law, or both. `supersedes`: the claim it shall take the place of. */
export interface BasisClaimed {
  readonly restriction: Id;
  readonly exception?: string;
  readonly lawCitation?: string;
  readonly rulePack?: string;
  readonly reviewBy?: string;
  readonly supersedes?: Id;
  readonly actor: string;
  readonly reason?: string;
}

export interface ClaimBasisDeps {
  readonly store: GraphStore;
  readonly catalogues: Catalogues;
  readonly rulePacks: RulePacks;
  readonly now: () => Instant;
}

/** The use case that claims a basis for a restriction, as a draft. */
export type ClaimBasis = (claimed: BasisClaimed) => Promise<Result<ClaimStepped, WriteError>>;

/**
 * Returns the use case that claims a basis. A claim that takes the place of another with the same exception begins with its answers,
 * which keep who gave them and when. Errors are values; nothing is written when there is one.
 */
export const createClaimBasis =
  (deps: ClaimBasisDeps): ClaimBasis =>
  async (claimed) => {
    const { store, catalogues, rulePacks, now } = deps;
    const wrong = checkGround(claimed, catalogues, rulePacks);
    if (wrong !== undefined) return err(wrong);
    const found = await store.get('Restriction', [claimed.restriction]);
    if (!found.ok) return found;
    const [restriction] = found.value;
    if (restriction === undefined) {
      return err({ type: 'EntityNotFound', concept: 'Restriction', id: claimed.restriction });
    }
    const old = await oldClaim(store, claimed);
    if (!old.ok) return old;
    const { actor, exception, lawCitation, reviewBy, supersedes, reason } = claimed;
    const ground = entryById(catalogues.exceptions, exception ?? '')?.name ?? lawCitation?.trim() ?? '';
    const at = now();
    const document: Omit<BasisClaim, 'revision' | 'createdAt' | 'updatedAt'> = {
      id: `${nameToId(`${restriction.id}-${exception ?? 'law'}`)}-${ulid().slice(-6).toLowerCase()}`,
      name: `${ground} for ${restriction.name}`,
      source: actor,
      grade: 'ASSERTED',
      recordedAt: at,
      restriction: restriction.id,
      rulePack: claimed.rulePack ?? rulePacks.standard.id,
      status: 'DRAFT',
      claimedAt: at,
      answers:
        old.value !== undefined && old.value.exception === exception
          ? currentAnswers(old.value).map(withoutVersion)
          : [],
      ...(exception === undefined ? {} : { exception }),
      ...(lawCitation === undefined ? {} : { lawCitation: lawCitation.trim() }),
      ...(reviewBy === undefined ? {} : { reviewBy }),
      ...(supersedes === undefined ? {} : { supersedes }),
    };
    const committed = await store.commit({
      actor,
      ...(reason === undefined ? {} : { reason }),
      writes: [{ concept: 'BasisClaim', document, action: 'CREATE', expected: 0 }],
    });
    if (!committed.ok) return committed;
    return ok({ entity: committed.value.changes[0]?.after as BasisClaim, revision: committed.value.revision });
  };

/** An answer as it is stored: its version is its place. */
const withoutVersion = ({ version: _version, ...answer }: VersionedAnswer): ConditionAnswer => answer;

const checkGround = (
  { exception, lawCitation, rulePack, reviewBy }: BasisClaimed,
  catalogues: Catalogues,
  packs: RulePacks,
): InputInvalid | undefined => {
  if (exception === undefined && (lawCitation ?? '').trim() === '') {
    return inputInvalid('exception', 'A claim needs its ground: give an exception, or the citation of a law.');
  }
  if (exception !== undefined && entryById(catalogues.exceptions, exception) === undefined) {
    const known = catalogues.exceptions.map(({ id }) => id).join(', ');
    return inputInvalid('exception', `There is no exception "${exception}". There are: ${known}.`);
  }
  if (exception === undefined && !namesALaw(lawCitation ?? '')) {
    return inputInvalid(
      'lawCitation',
      `"${lawCitation ?? ''}" cites no law. Give title, code and section, e.g. 42 CFR 2.13, or the name and section of a state code.`,
    );
  }
  if (rulePack !== undefined && !packs.packs.some(({ id }) => id === rulePack)) {
    return inputInvalid('rulePack', `There is no rule pack "${rulePack}". There are: ${idsOf(packs)}.`);
  }
  if (reviewBy !== undefined && !isCalendarDate(reviewBy)) {
    return inputInvalid('reviewBy', `"${reviewBy}" is not a calendar date; write YYYY-MM-DD.`);
  }
  return undefined;
};

/** A federal citation, or a text with a section number: state codes have no form in common. */
const namesALaw = (text: string): boolean => findCitations(text).length > 0 || /\p{L}{2,}.*\d/u.test(text);

const idsOf = ({ packs }: RulePacks): string => packs.map(({ id }) => id).join(', ');

const oldClaim = async (
  store: GraphStore,
  { supersedes, restriction }: BasisClaimed,
): Promise<Result<BasisClaim | undefined, WriteError>> => {
  if (supersedes === undefined) return ok(undefined);
  const found = await store.get('BasisClaim', [supersedes]);
  if (!found.ok) return found;
  const [claim] = found.value;
  if (claim === undefined) return err({ type: 'EntityNotFound', concept: 'BasisClaim', id: supersedes });
  if (claim.restriction !== restriction) {
    return err(inputInvalid('supersedes', `The claim "${supersedes}" is for another restriction.`));
  }
  return claim.status === 'WITHDRAWN' || claim.status === 'SUPERSEDED'
    ? err(inputInvalid('supersedes', `The claim "${supersedes}" counts no longer; nothing has to take its place.`))
    : ok(claim);
};

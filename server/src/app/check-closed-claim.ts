import { closedBecause } from '../domain/claim/index.ts';
import type { BasisClaim, ConceptName, Concepts, Evidence } from '../domain/model/concepts.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import { inputInvalid, type InputInvalid } from './input-invalid.ts';

/** What a decision was made on: none of it changes under the decision. */
const substance = [
  'restriction',
  'exception',
  'lawCitation',
  'rulePack',
  'reviewBy',
  'answers',
  'source',
  'startedOn',
  'endedOn',
] as const;

/** Returns what is wrong with changing a claim that was submitted, decided, withdrawn or superseded; rewording it is free. */
export const checkClosedClaim = (
  concept: ConceptName,
  before: Concepts[ConceptName] | undefined,
  after: object,
): InputInvalid | undefined => {
  if (concept !== 'BasisClaim' || before === undefined) return undefined;
  const closed = closedBecause(before as BasisClaim);
  if (closed === undefined) return undefined;
  const field = substance.find((each) => valueText(before, each) !== valueText(after, each));
  return field === undefined ? undefined : inputInvalid(field, closed);
};

/** Returns what is wrong with ending a claim that is over: its end does not move, so that it never counts again. */
export const checkEndOfClaim = (concept: ConceptName, before: Concepts[ConceptName]): InputInvalid | undefined =>
  concept === 'BasisClaim' && before.endedOn !== undefined
    ? inputInvalid('endedOn', `It is over since ${before.endedOn}, and that stays. Claim the basis anew.`)
    : undefined;

/** Returns what is wrong with changing a document that a submitted or approved claim rests on; rewording it is free. */
export const checkReliedOn = (before: Evidence, after: object, graph: EhiGraph): InputInvalid | undefined => {
  const field = (['uri', 'sha256', 'dated'] as const).find(
    (each) => valueText(before, each) !== valueText(after, each),
  );
  if (field === undefined) return undefined;
  const claim = [...graph.BasisClaim.values()].find(
    ({ status, answers }) =>
      (status === 'SUBMITTED' || status === 'APPROVED') && answers.some(({ evidence }) => evidence.includes(before.id)),
  );
  return claim === undefined
    ? undefined
    : inputInvalid(
        field,
        `The claim "${claim.name}" rests on this document and is ${claim.status.toLowerCase()}. Add the new document beside it.`,
      );
};

const valueText = (document: object, field: string): string =>
  JSON.stringify((document as Readonly<Record<string, unknown>>)[field] ?? null);

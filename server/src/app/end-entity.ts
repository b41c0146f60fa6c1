import type { InventoryDocument } from '../domain/inventory/inventory-documents.ts';
import type { ConceptName, Concepts } from '../domain/model/concepts.ts';
import { isCalendarDate, type CalendarDate, type Id, type Revision } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { toDocument } from '../importers/planned-write.ts';
import type { GraphStore, Write } from '../store/port.ts';
import { checkEndOfClaim } from './check-closed-claim.ts';
import { inputInvalid, type InputInvalid } from './input-invalid.ts';
import type { WriteError } from './write-entity.ts';

/** What ends, when and why. `expected` is the revision the writer saw. */
export interface EndCommand<C extends ConceptName = ConceptName> {
  readonly concept: C;
  readonly id: Id;
  readonly expected: Revision;
  readonly endedOn: CalendarDate;
  readonly reason: string;
  readonly actor: string;
}

/** The thing as it is now, and the inventory's revision. */
export interface Ended<C extends ConceptName> {
  readonly entity: Concepts[C];
  readonly revision: Revision;
}

/** Returns the use case that ends one thing on a day, with a reason. Nothing is deleted. */
export const createEndEntity =
  ({ store }: { readonly store: GraphStore }) =>
  async <C extends ConceptName>(command: EndCommand<C>): Promise<Result<Ended<C>, WriteError>> => {
    const { concept, id, expected, actor } = command;
    const wrong = checkEndInput(command);
    if (wrong !== undefined) return err(wrong);
    const found = await store.get(concept, [id]);
    if (!found.ok) return found;
    const [before] = found.value;
    if (before === undefined) return err({ type: 'EntityNotFound', concept, id });
    if (before.revision !== expected) return err({ type: 'Conflict', concept, id, expected, actual: before.revision });
    const document = endedDocument(concept, before, command);
    if (!document.ok) return document;
    const committed = await store.commit({
      actor,
      reason: command.reason.trim(),
      writes: [{ concept, document: document.value, action: 'END', expected } as unknown as Write],
    });
    if (!committed.ok) return committed;
    const after = committed.value.changes[0]?.after ?? before;
    return ok({ entity: after as Concepts[C], revision: committed.value.revision });
  };

/** When and why something ends. */
export type EndSaid = Pick<EndCommand, 'endedOn' | 'reason'>;

/** Returns what is wrong with an end by itself, whatever it is the end of. */
export const checkEndInput = ({ endedOn, reason }: EndSaid): InputInvalid | undefined => {
  if (reason.trim() === '') return inputInvalid('reason', 'Say why it ends.');
  return isCalendarDate(endedOn)
    ? undefined
    : inputInvalid('endedOn', `"${endedOn}" is not a calendar date; write YYYY-MM-DD.`);
};

/** Returns the document of a thing that ends. Error: it is a claim that is over, or it would end before it starts. Pure. */
export const endedDocument = <C extends ConceptName>(
  concept: C,
  before: Concepts[C],
  { endedOn, reason }: EndSaid,
): Result<InventoryDocument<C>, InputInvalid> => {
  const over = checkEndOfClaim(concept, before);
  if (over !== undefined) return err(over);
  if (before.startedOn !== undefined && endedOn < before.startedOn) {
    return err(inputInvalid('endedOn', `It starts on ${before.startedOn}; it cannot end on ${endedOn}, before that.`));
  }
  return ok({ ...toDocument<C>(before), endedOn, endReason: reason.trim() });
};

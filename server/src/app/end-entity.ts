import type { ConceptName, Concepts } from '../domain/model/concepts.ts';
import { isCalendarDate, type CalendarDate, type Id, type Revision } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { GraphStore, Write } from '../store/port.ts';
import { checkEndOfClaim } from './check-closed-claim.ts';
import { inputInvalid } from './input-invalid.ts';
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
    const { concept, id, expected, endedOn, actor } = command;
    const reason = command.reason.trim();
    if (reason === '') return err(inputInvalid('reason', 'Say why it ends.'));
    if (!isCalendarDate(endedOn)) {
      return err(inputInvalid('endedOn', `"${endedOn}" is not a calendar date; write YYYY-MM-DD.`));
    }
    const found = await store.get(concept, [id]);
    if (!found.ok) return found;
    const [before] = found.value;
    if (before === undefined) return err({ type: 'EntityNotFound', concept, id });
    if (before.revision !== expected) return err({ type: 'Conflict', concept, id, expected, actual: before.revision });
    const over = checkEndOfClaim(concept, before);
    if (over !== undefined) return err(over);
    if (before.startedOn !== undefined && endedOn < before.startedOn) {
      return err(
        inputInvalid('endedOn', `It starts on ${before.startedOn}; it cannot end on ${endedOn}, before that.`),
      );
    }
    const { revision: _, createdAt: __, updatedAt: ___, ...rest } = before;
    const document = { ...rest, endedOn, endReason: reason };
    const committed = await store.commit({
      actor,
      reason,
      writes: [{ concept, document, action: 'END', expected } as unknown as Write],
    });
    if (!committed.ok) return committed;
    const after = committed.value.changes[0]?.after ?? before;
    return ok({ entity: after as Concepts[C], revision: committed.value.revision });
  };

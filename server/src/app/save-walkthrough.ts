import { err, ok, type Result } from '../domain/result.ts';
import type { Id, Revision } from '../domain/model/entity.ts';
import { listText } from '../domain/workshop/index.ts';
import { inputInvalid } from './input-invalid.ts';
import { readStops, type StopGiven } from './read-topics.ts';
import { isId } from './text-rules.ts';
import { readNeeded, readNumber, readText, type Given } from './workshop-input.ts';
import {
  recordSeen,
  rewritten,
  withoutAbsent,
  writeRecord,
  type RecordDocument,
  type RecordResult,
  type RecordWrite,
  type WorkshopDeps,
} from './workshop-record.ts';
import { idOf, notAnId, type Writer } from './write-workshop.ts';
import type { WriteError } from './write-entity.ts';

/** A whole walkthrough: what is not given is not there. `atRevision`: it shows the inventory as it stood then. */
export interface WalkthroughGiven {
  readonly name: string;
  readonly description?: Given<string>;
  readonly stops: readonly StopGiven[];
  readonly workshop?: Given<Id>;
  readonly atRevision?: Given<Revision>;
}

/** Which walkthrough, and the revision that was seen; neither for a new one. */
export interface WhichWalkthrough {
  readonly id?: Given<Id>;
  readonly expected?: Given<Revision>;
}

export type SaveWalkthrough = (
  which: WhichWalkthrough,
  given: WalkthroughGiven,
  writer: Writer,
) => Promise<RecordResult<'Walkthrough'>>;

/**
 * Returns the use case that adds a walkthrough, or changes the one that was seen at a revision. Each stop is a place in the page, never
 * another site. Errors: `InputInvalid`, `EntityNotFound`, `Conflict` with the walkthrough as it is now, `StoreUnavailable`.
 */
export const createSaveWalkthrough =
  (deps: WorkshopDeps): SaveWalkthrough =>
  (which, given, writer) =>
    writeRecord(deps, 'Walkthrough', writer, ({ graph }): Result<RecordWrite<'Walkthrough'>, WriteError> => {
      const name = readNeeded('name', given.name);
      if (!name.ok) return name;
      const description = readText('description', given.description);
      if (!description.ok) return description;
      const stops = readStops(given.stops);
      if (!stops.ok) return stops;
      const atRevision = readNumber('atRevision', given.atRevision, [0, graph.revision]);
      if (!atRevision.ok) return atRevision;
      const workshop = given.workshop ?? undefined;
      if (workshop !== undefined && !graph.Workshop.has(workshop))
        return err(inputInvalid('workshop', `There is no workshop "${workshop}". Name one that is there, or none.`));
      const fields = {
        name: name.value,
        description: description.value,
        stops: listText(stops.value),
        workshop,
        atRevision: atRevision.value,
      };
      const expected = which.expected ?? undefined;
      if (expected !== undefined) {
        const seen = recordSeen(graph, 'Walkthrough', which.id ?? '', expected);
        return seen.ok ? ok({ document: rewritten<'Walkthrough'>(seen.value, fields), expected }) : seen;
      }
      const id = idOf(which.id, name.value, (taken) => graph.Walkthrough.has(taken));
      if (!isId(id)) return err(notAnId(id));
      const there = graph.Walkthrough.get(id);
      if (there !== undefined)
        return err({ type: 'Conflict', concept: 'Walkthrough', id, expected: 0, actual: there.revision });
      const document = {
        ...fields,
        id,
        source: writer.actor,
        grade: 'ASSERTED',
        recordedAt: deps.now(),
      };
      return ok({ document: withoutAbsent(document) as RecordDocument<'Walkthrough'>, expected: 0 });
    });

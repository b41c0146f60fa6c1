import { ulid } from 'ulid';
import type { Catalogues } from '../domain/catalogue/index.ts';
import type { Workshop } from '../domain/model/concepts.ts';
import type { Id, Revision } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { itemsOf, listText, topicsOf } from '../domain/workshop/index.ts';
import type { GraphAtRevision } from './current-graph.ts';
import { inputInvalid, type InputInvalid } from './input-invalid.ts';
import { isId, nameToId } from './text-rules.ts';
import { readDate, readNeeded, readPeople, readPerson, readText, type Given } from './workshop-input.ts';
import { readTopics, type TopicGiven } from './read-topics.ts';
import { unknownsOf } from './unknowns-of.ts';
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
import type { WriteError } from './write-entity.ts';

/** What is said of a workshop: absent means unchanged, null cleared. */
export interface WorkshopGiven {
  readonly id?: Given<Id>;
  readonly name?: Given<string>;
  readonly description?: Given<string>;
  readonly facilitator?: Given<string>;
  readonly heldOn?: Given<string>;
  readonly topics?: Given<readonly TopicGiven[]>;
  readonly attendees?: Given<readonly string[]>;
}

/** Who writes, and why. */
export interface Writer {
  readonly actor: string;
  readonly reason?: string;
}

/** A record that somebody saw at a revision. */
export interface Seen {
  readonly id: Id;
  readonly expected: Revision;
}

/** The use cases that write workshops. */
export interface WriteWorkshop {
  readonly create: (given: WorkshopGiven, writer: Writer) => Promise<RecordResult<'Workshop'>>;
  readonly update: (seen: Seen, given: WorkshopGiven, writer: Writer) => Promise<RecordResult<'Workshop'>>;
  /** Opens a workshop that is planned, or closed: then it goes on, and what was kept when it was first opened stays. */
  readonly open: (seen: Seen, writer: Writer) => Promise<RecordResult<'Workshop'>>;
  readonly close: (seen: Seen, writer: Writer) => Promise<RecordResult<'Workshop'>>;
}

/**
 * Returns the use cases that write workshops. Opening and closing stamp the server's time, the inventory's revision and how much is unknown
 * then. Errors: `InputInvalid`, `EntityNotFound`, `Conflict` with the workshop as it is now, `StoreUnavailable`; nothing is written then.
 */
export const createWriteWorkshop = (deps: WorkshopDeps & { readonly catalogues: Catalogues }): WriteWorkshop => {
  const write = (writer: Writer, plan: (current: GraphAtRevision) => Result<RecordWrite<'Workshop'>, WriteError>) =>
    writeRecord(deps, 'Workshop', writer, plan);

  /** What opening or closing stamps beside the revision, which the commit does: when, and what is unknown then. */
  const moment = ({ index }: GraphAtRevision) => {
    const at = deps.now();
    const counts = unknownsOf(index, deps.catalogues, at.slice(0, 10));
    return { at, counts: JSON.stringify(counts) };
  };

  return {
    create: (given, writer) =>
      write(writer, ({ graph }) => {
        const fields = readFields(given);
        if (!fields.ok) return fields;
        const { name, heldOn, facilitator, attendees } = fields.value;
        if (name === undefined) return err(inputInvalid('name', 'name is needed; it cannot be empty.'));
        if (heldOn === undefined) return err(inputInvalid('heldOn', 'heldOn is needed: the day of the workshop.'));
        const id = idOf(given.id, name, (taken) => graph.Workshop.has(taken));
        if (!isId(id)) return err(notAnId(id));
        const there = graph.Workshop.get(id);
        if (there !== undefined)
          return err({ type: 'Conflict', concept: 'Workshop', id, expected: 0, actual: there.revision });
        const document = {
          ...fields.value,
          id,
          name,
          attendees: attendees ?? [],
          heldOn,
          facilitator: facilitator ?? writer.actor,
          source: writer.actor,
          grade: 'ASSERTED',
          recordedAt: deps.now(),
          state: 'PLANNED',
        };
        return ok({ document: withoutAbsent(document) as RecordDocument<'Workshop'>, expected: 0 });
      }),

    update: ({ id, expected }, given, writer) =>
      write(writer, ({ graph }) => {
        const seen = recordSeen(graph, 'Workshop', id, expected);
        if (!seen.ok) return seen;
        const fields = readFields(given);
        if (!fields.ok) return fields;
        const document = rewritten<'Workshop'>(seen.value, fields.value);
        const orphan = topicInUse(itemsOf(graph.WorkshopItem, id), document);
        return orphan === undefined ? ok({ document, expected }) : err(orphan);
      }),

    open: ({ id, expected }, writer) =>
      write(writer, (current) => {
        const seen = recordSeen(current.graph, 'Workshop', id, expected);
        if (!seen.ok) return seen;
        const { state, name } = seen.value;
        if (state === 'OPEN') return err(inputInvalid('id', `The workshop "${name}" is open already.`));
        const goesOn = state === 'CLOSED';
        const { at, counts } = moment(current);
        const opened = goesOn ? {} : { openedAt: at, unknownsAtOpen: counts };
        const closed = { closedAt: undefined, closedRevision: undefined, unknownsAtClose: undefined };
        const document = rewritten<'Workshop'>(seen.value, { state: 'OPEN', ...opened, ...closed });
        return ok({ document, expected, ...(goesOn ? {} : { namesRevisionBefore: 'openedRevision' }) });
      }),

    close: ({ id, expected }, writer) =>
      write(writer, (current) => {
        const seen = recordSeen(current.graph, 'Workshop', id, expected);
        if (!seen.ok) return seen;
        const { state, name } = seen.value;
        if (state !== 'OPEN')
          return err(
            inputInvalid(
              'id',
              `The workshop "${name}" is ${state === 'CLOSED' ? 'closed already' : 'not open yet: open it first'}.`,
            ),
          );
        const { at, counts } = moment(current);
        const document = rewritten<'Workshop'>(seen.value, { state: 'CLOSED', closedAt: at, unknownsAtClose: counts });
        return ok({ document, expected, namesRevisionBefore: 'closedRevision' });
      }),
  };
};

type WorkshopFields = {
  -readonly [K in 'name' | 'description' | 'facilitator' | 'heldOn' | 'topics' | 'attendees']?: Workshop[K] | undefined;
};

/** The fields that were given, read; those that may be cleared are `undefined` then. */
const readFields = (given: WorkshopGiven): Result<WorkshopFields, InputInvalid> => {
  const fields: WorkshopFields = {};
  if (given.name !== undefined) {
    const name = readNeeded('name', given.name);
    if (!name.ok) return name;
    fields.name = name.value;
  }
  if (given.description !== undefined) {
    const description = readText('description', given.description);
    if (!description.ok) return description;
    fields.description = description.value;
  }
  if (given.facilitator !== undefined) {
    const facilitator = readPerson('facilitator', given.facilitator);
    if (!facilitator.ok) return facilitator;
    if (facilitator.value === undefined) return err(inputInvalid('facilitator', 'facilitator cannot be empty.'));
    fields.facilitator = facilitator.value;
  }
  if (given.heldOn !== undefined) {
    const heldOn = readDate('heldOn', given.heldOn);
    if (!heldOn.ok) return heldOn;
    if (heldOn.value === undefined) return err(inputInvalid('heldOn', 'heldOn is needed: the day of the workshop.'));
    fields.heldOn = heldOn.value;
  }
  if (given.topics !== undefined) {
    const topics = readTopics(given.topics);
    if (!topics.ok) return topics;
    fields.topics = listText(topics.value);
  }
  if (given.attendees !== undefined) {
    const attendees = readPeople('attendees', given.attendees);
    if (!attendees.ok) return attendees;
    fields.attendees = attendees.value;
  }
  return ok(fields);
};

/** Why an agenda cannot be changed so: something was said about a topic that it would lose. */
const topicInUse = (
  items: ReturnType<typeof itemsOf>,
  workshop: RecordDocument<'Workshop'>,
): InputInvalid | undefined => {
  const topics = new Set(topicsOf(workshop).map(({ id }) => id));
  const orphan = items.find(({ topic }) => topic !== undefined && !topics.has(topic));
  if (orphan === undefined) return undefined;
  return inputInvalid(
    'topics',
    `The agenda would lose the topic "${orphan.topic ?? ''}", and "${orphan.name}" was said about it. Keep the topic, or move what was said to another one first.`,
  );
};

/** The id that was asked for, or one made from the name that nothing has yet. */
export const idOf = (asked: Given<Id>, name: string, isTaken: (id: Id) => boolean): Id => {
  if (typeof asked === 'string') return asked.trim();
  const made = nameToId(name) || ulid();
  return isTaken(made) ? `${made}-${ulid().slice(-6).toLowerCase()}` : made;
};

/** The refusal of an id. */
export const notAnId = (id: string): InputInvalid =>
  inputInvalid('id', `"${id}" is not an id: use 1 to 128 of A-Z a-z 0-9 . _ : - and begin with a letter or digit.`);

import { ulid } from 'ulid';
import type { ThingReference, Workshop, WorkshopItem } from '../domain/model/concepts.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { Id, Instant, Revision } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { inputInvalid, type InputInvalid } from './input-invalid.ts';
import {
  readAbout,
  readDate,
  readLink,
  readNeeded,
  readNumber,
  readPeople,
  readPerson,
  readText,
  readTopic,
  type Given,
} from './workshop-input.ts';
import {
  recordSeen,
  rewritten,
  withoutAbsent,
  writeRecord,
  type RecordDocument,
  type RecordResult,
  type WorkshopDeps,
} from './workshop-record.ts';
import type { Seen, Writer } from './write-workshop.ts';
import type { WriteError } from './write-entity.ts';

/** What is said of an item: absent means unchanged, null cleared. */
export interface ItemGiven {
  readonly kind?: Given<WorkshopItem['kind']>;
  readonly state?: Given<WorkshopItem['state']>;
  readonly name?: Given<string>;
  readonly description?: Given<string>;
  readonly topic?: Given<string>;
  readonly about?: Given<ThingReference>;
  readonly agreedBy?: Given<readonly string[]>;
  readonly objectedBy?: Given<readonly string[]>;
  readonly assignee?: Given<string>;
  readonly dueOn?: Given<string>;
  readonly answer?: Given<string>;
  readonly link?: Given<string>;
}

/** A new item. `saidBy`: who said it, where that is not who writes; `shownRevision`: the inventory's revision a picture shows. */
export interface NewItem extends ItemGiven {
  readonly workshop: Id;
  readonly saidBy?: Given<string>;
  readonly picture?: Given<Id>;
  readonly shownRevision?: Given<Revision>;
}

/** The use cases that write what is said in workshops. */
export interface WriteWorkshopItem {
  readonly add: (item: NewItem, writer: Writer) => Promise<RecordResult<'WorkshopItem'>>;
  readonly update: (seen: Seen, given: ItemGiven, writer: Writer) => Promise<RecordResult<'WorkshopItem'>>;
}

/**
 * Returns the use cases that write what is said in a workshop. A closed workshop takes nothing new; what was said in it can still be answered,
 * assigned and dropped. Errors: `InputInvalid`, `EntityNotFound`, `Conflict` with the item as it is now, `StoreUnavailable`.
 */
export const createWriteWorkshopItem = (deps: WorkshopDeps): WriteWorkshopItem => ({
  add: (item, writer) =>
    writeRecord(deps, 'WorkshopItem', writer, ({ graph }) => {
      if (item.kind === 'PROPOSAL')
        return err(inputInvalid('kind', 'A proposal comes from a line: capture the line, so that it can be accepted.'));
      const document = newItem(graph, item, { actor: writer.actor, at: deps.now() });
      return document.ok ? ok({ document: document.value, expected: 0 }) : document;
    }),

  update: ({ id, expected }, given, writer) =>
    writeRecord(deps, 'WorkshopItem', writer, ({ graph }) => {
      const seen = recordSeen(graph, 'WorkshopItem', id, expected);
      if (!seen.ok) return seen;
      const workshop = graph.Workshop.get(seen.value.workshop);
      if (workshop === undefined) return err({ type: 'EntityNotFound', concept: 'Workshop', id: seen.value.workshop });
      const fields = readFields(graph, workshop, given);
      if (!fields.ok) return fields;
      const wrong = whyNotSo(seen.value, given);
      if (wrong !== undefined) return err(wrong);
      const answered = answeredWith(seen.value, fields.value, { actor: writer.actor, at: deps.now() });
      return ok({ document: rewritten<'WorkshopItem'>(seen.value, { ...fields.value, ...answered }), expected });
    }),
});

/** Who writes, and when. */
interface By {
  readonly actor: string;
  readonly at: Instant;
}

/** The document of a new item, checked. */
export const newItem = (
  graph: EhiGraph,
  item: NewItem,
  { actor, at }: By,
): Result<RecordDocument<'WorkshopItem'>, WriteError> => {
  const workshop = graph.Workshop.get(item.workshop);
  if (workshop === undefined) return err({ type: 'EntityNotFound', concept: 'Workshop', id: item.workshop });
  const closed = whyClosed(workshop);
  if (closed !== undefined) return err(closed);
  const kind = item.kind ?? 'NOTE';
  const fields = readFields(graph, workshop, { ...item, name: item.name ?? null });
  if (!fields.ok) return fields;
  const saidBy = readPerson('saidBy', item.saidBy);
  if (!saidBy.ok) return saidBy;
  const picture = readPicture(graph, kind, item);
  if (!picture.ok) return picture;
  const document: RecordDocument<'WorkshopItem'> = {
    agreedBy: [],
    objectedBy: [],
    ...(fields.value as { readonly name: string }),
    id: ulid(),
    workshop: item.workshop,
    kind,
    state: fields.value.state ?? (kind === 'DECISION' || kind === 'NOTE' || kind === 'PICTURE' ? 'DONE' : 'OPEN'),
    source: saidBy.value ?? actor,
    grade: 'ASSERTED',
    recordedAt: at,
    ...picture.value,
  };
  const answered = answeredWith(undefined, fields.value, { actor, at });
  return ok(withoutAbsent({ ...document, ...answered }) as typeof document);
};

/** Why a workshop takes nothing new, `undefined` where it does. */
export const whyClosed = ({ state, name }: Workshop): InputInvalid | undefined =>
  state === 'CLOSED'
    ? inputInvalid(
        'workshop',
        `The workshop "${name}" is closed: it takes nothing new. Open it again, or say it in another one. What was said can still be answered or dropped.`,
      )
    : undefined;

type ItemFields = {
  -readonly [
    K in
      | 'kind'
      | 'state'
      | 'name'
      | 'description'
      | 'topic'
      | 'about'
      | 'agreedBy'
      | 'objectedBy'
      | 'assignee'
      | 'dueOn'
      | 'answer'
      | 'link'
  ]?: WorkshopItem[K] | undefined;
};

const readFields = (graph: EhiGraph, workshop: Workshop, given: ItemGiven): Result<ItemFields, InputInvalid> => {
  const fields: Record<string, unknown> = {};
  const readers: Readonly<Record<string, (value: never) => Result<unknown, InputInvalid>>> = {
    name: (value) => readNeeded('name', value),
    description: (value) => readText('description', value),
    topic: (value) => readTopic(workshop, value),
    about: (value) => readAbout(graph, value),
    agreedBy: (value) => readPeople('agreedBy', value),
    objectedBy: (value) => readPeople('objectedBy', value),
    assignee: (value) => readPerson('assignee', value),
    dueOn: (value) => readDate('dueOn', value),
    answer: (value) => readText('answer', value),
    link: (value) => readLink('link', value),
    kind: (value) => ok(value ?? undefined),
    state: (value) => ok(value ?? undefined),
  };
  for (const [field, read] of Object.entries(readers)) {
    const value = (given as Readonly<Record<string, unknown>>)[field];
    if (value === undefined) continue;
    const result = read(value as never);
    if (!result.ok) return result;
    if (result.value === undefined && (field === 'kind' || field === 'state')) continue;
    fields[field] = result.value;
  }
  return ok(fields as ItemFields);
};

/** What an answer stamps: who and when. An answer deals with an item, unless its state is said besides. */
const answeredWith = (
  before: WorkshopItem | undefined,
  fields: ItemFields,
  { actor, at }: By,
): { readonly [K in 'answeredBy' | 'answeredAt' | 'state']?: WorkshopItem[K] | undefined } => {
  if (!('answer' in fields) || fields.answer === before?.answer) return {};
  if (fields.answer === undefined) return { answeredBy: undefined, answeredAt: undefined };
  return { answeredBy: actor, answeredAt: at, ...(fields.state === undefined ? { state: 'DONE' } : {}) };
};

/** Why an item cannot be changed so, `undefined` where it can. */
const whyNotSo = (before: WorkshopItem, given: ItemGiven): InputInvalid | undefined => {
  const { kind, state } = given;
  const turns = typeof kind === 'string' && kind !== before.kind;
  if (turns && [kind, before.kind].some((each) => each === 'PROPOSAL' || each === 'PICTURE'))
    return inputInvalid('kind', 'A proposal stays a proposal, and a picture a picture. Say it as an item of its own.');
  if (before.kind !== 'PROPOSAL') return undefined;
  if (given.answer !== undefined)
    return inputInvalid(
      'answer',
      'A proposal is not answered: it is accepted, which writes it, or dropped. What is to be said about it goes into description.',
    );
  if (before.state === 'DONE' && given.name !== undefined && given.name !== before.name)
    return inputInvalid(
      'name',
      'This proposal was accepted: its name is the line that was written, and stays. What is to be said about it goes into description.',
    );
  if (typeof state !== 'string' || state === before.state) return undefined;
  if (before.state === 'DONE')
    return inputInvalid(
      'state',
      'This proposal was accepted: what it wrote is in the inventory. Take back its revisions there, which the log keeps.',
    );
  return state === 'DONE'
    ? inputInvalid('state', 'A proposal is done by accepting it, so that it is written. Use acceptProposal.')
    : undefined;
};

/** The kinds of file that a picture may be, as evidence tells them by their bytes. */
export const pictureTypes: readonly (string | undefined)[] = ['image/png', 'image/jpeg'];

const readPicture = (
  graph: EhiGraph,
  kind: WorkshopItem['kind'],
  { picture, shownRevision }: NewItem,
): Result<Pick<WorkshopItem, 'revisions'> & { readonly picture?: Id }, InputInvalid> => {
  if (kind !== 'PICTURE')
    return typeof picture === 'string'
      ? err(inputInvalid('picture', 'Only an item of the kind PICTURE has a picture.'))
      : ok({ revisions: [] });
  const evidence = graph.Evidence.get(picture ?? '');
  if (evidence === undefined)
    return err(
      inputInvalid('picture', `There is no evidence "${picture ?? ''}". Attach the picture first (attachEvidence).`),
    );
  if (!pictureTypes.includes(evidence.mediaType))
    return err(inputInvalid('picture', `"${evidence.name}" is not a picture that is kept. Attach a PNG or JPEG file.`));
  const shown = readNumber('shownRevision', shownRevision, [0, graph.revision]);
  return shown.ok ? ok({ picture: evidence.id, revisions: [shown.value ?? graph.revision] }) : shown;
};

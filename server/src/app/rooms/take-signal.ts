import { cleanName } from '../../domain/clean-name.ts';
import type { Instant } from '../../domain/model/entity.ts';
import { isPlaceInPage } from '../../domain/workshop/index.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { InputInvalid } from '../input-invalid.ts';
import { inputInvalid } from '../input-invalid.ts';
import type { Participant, ParticipantUnknown, Signal } from './participant.ts';

/** The most that a signal may hold. */
const most = { room: 120, address: 4_000, title: 200, step: 1_000, picture: 2_000, ids: 200, id: 300 } as const;

/** Returns what is wrong with the room's name or a signal; `undefined` when nothing is. Pure. */
export const troubleOfSignal = (room: string, signal: Signal): InputInvalid | undefined => {
  if (room === '' || room.length > most.room)
    return inputInvalid('room', `A room's name has 1 to ${most.room} characters.`);
  if (!/^[\w-]{8,64}$/.test(signal.client))
    return inputInvalid('input.client', 'A page calls itself by 8 to 64 letters, digits and dashes.');
  for (const field of ['address', 'title', 'step'] as const) {
    const text = signal[field];
    if (typeof text === 'string' && text.length > most[field])
      return inputInvalid(`input.${field}`, `${field} has ${text.length} characters; at most ${most[field]} fit.`);
  }
  if (typeof signal.address === 'string' && !isPlaceInPage(signal.address))
    return inputInvalid(
      'input.address',
      'An address is the path and search of a page of this site: it begins with one "/" and has no spaces or control characters.',
    );
  for (const field of ['selection', 'spotlight'] as const) {
    const ids = signal[field] ?? [];
    if (ids.length > most.ids || ids.some((id) => id.length > most.id))
      return inputInvalid(`input.${field}`, `${field} has at most ${most.ids} ids of at most ${most.id} characters.`);
  }
  const { pointer } = signal;
  if (pointer && (pointer.picture.length > most.picture || !Number.isFinite(pointer.x) || !Number.isFinite(pointer.y)))
    return inputInvalid('input.pointer', 'A pointer is a place on a picture: two numbers and the name of the picture.');
  for (const id of [signal.editing?.id, signal.following ?? undefined])
    if (id !== undefined && id.length > most.id)
      return inputInvalid('input', `An id has at most ${most.id} characters.`);
  return undefined;
};

/** Whether a signal tells of nothing but the pointer. */
export const isOfPointerOnly = (signal: Signal): boolean => {
  const { client: _, pointer, ...rest } = signal;
  return pointer !== undefined && Object.values(rest).every((value) => value === undefined);
};

/** Under which name a signal comes, when, and when the last who presents in the room began. */
interface Circumstances {
  readonly name: string;
  readonly now: Instant;
  readonly begun?: Instant | undefined;
}

/**
 * Returns a page as it is after a signal. Error: it was not there, and the signal has no address to come in with. `name` is that of its
 * connection. Pure.
 */
export const takeSignal = (
  before: Participant | undefined,
  signal: Signal,
  { name, now, begun }: Circumstances,
): Result<Participant, ParticipantUnknown> => {
  const address = signal.address ?? before?.address;
  if (address === undefined) return err({ type: 'ParticipantUnknown', client: signal.client });
  const said = signal.name === undefined || signal.name === null ? undefined : cleanName(signal.name);
  const kept = <K extends 'title' | 'step' | 'following' | 'pointer'>(field: K): Pick<Participant, K> => {
    const value = signal[field] === undefined ? before?.[field] : (signal[field] ?? undefined);
    return (value === undefined ? {} : { [field]: value }) as Pick<Participant, K>;
  };
  return ok({
    client: signal.client,
    name: said === undefined || said === '' ? (before?.name ?? name) : said,
    address,
    selection: signal.selection === undefined ? (before?.selection ?? []) : (signal.selection ?? []),
    spotlight: signal.spotlight === undefined ? (before?.spotlight ?? []) : (signal.spotlight ?? []),
    ...kept('title'),
    ...kept('step'),
    ...kept('following'),
    ...kept('pointer'),
    ...editingAfter(before, signal, now),
    ...presentingAfter(before, signal, laterOf(now, begun)),
    since: before?.since ?? now,
  });
};

/** Now, or just after what is known to have begun later: another process told of it, and its clock may be ahead. */
const laterOf = (now: Instant, begun: Instant | undefined): Instant => {
  const known = Date.parse(begun ?? '');
  return known >= Date.parse(now) ? new Date(known + 1).toISOString() : now;
};

/** The time of a form that is open stays that of its opening. */
const editingAfter = (
  before: Participant | undefined,
  { editing }: Signal,
  now: Instant,
): Pick<Participant, 'editing'> => {
  const known = before?.editing;
  if (editing === undefined) return known === undefined ? {} : { editing: known };
  if (editing === null) return {};
  const isSame = known?.concept === editing.concept && known.id === editing.id;
  return { editing: isSame ? known : { ...editing, since: now } };
};

const presentingAfter = (
  before: Participant | undefined,
  { presenting }: Signal,
  now: Instant,
): Pick<Participant, 'presentingSince'> => {
  const known = before?.presentingSince;
  if (presenting === undefined) return known === undefined ? {} : { presentingSince: known };
  return presenting === true ? { presentingSince: known ?? now } : {};
};

import type { Signal } from '../../../app/rooms/participant.ts';
import type { MutationResolvers, SignalInput } from '../../gen/resolver-types.ts';
import { toUserError } from '../../errors.ts';
import { conceptByEnum } from '../concept-fields.ts';

/** Tells a room where a page is and what it does. */
export const signal: NonNullable<MutationResolvers['signal']> = (
  _parent,
  { room, input },
  { services, actor, connection, address },
) => {
  const from = {
    name: actor,
    ...(connection === undefined ? {} : { connection }),
    ...(address === undefined ? {} : { address }),
  };
  const taken = services.rooms.signal(room, toSignal(input), from);
  return taken.ok ? { ok: true } : { ok: false, error: toUserError(taken.error) };
};

const toSignal = ({ editing, pointer, ...rest }: SignalInput): Signal => ({
  ...(withoutAbsent(rest) as Omit<Signal, 'editing' | 'pointer'>),
  ...(editing === undefined
    ? {}
    : { editing: editing === null ? null : { concept: conceptByEnum[editing.concept], id: editing.id } }),
  ...(pointer === undefined ? {} : { pointer }),
});

/** Absent and null are two things: unchanged and taken away. */
const withoutAbsent = (input: object): object =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));

import type { Participant, RoomEvent } from '../../../app/rooms/participant.ts';
import { orThrow } from '../../errors.ts';
import type { ResolversTypes, SubscriptionResolvers } from '../../gen/resolver-types.ts';
import { enumByConcept } from '../concept-fields.ts';

/** Who is in a room and what they do, as it happens. */
export const room: NonNullable<SubscriptionResolvers['room']> = {
  subscribe: (_parent, args, { services }) => orThrow(services.rooms.follow(args.room)) as AsyncIterableIterator<never>,
  resolve: (event: unknown) => {
    const { changed, ...rest } = event as RoomEvent;
    return { ...rest, changed: changed.map(toParticipant) } as ResolversTypes['RoomEvent'];
  },
};

const toParticipant = ({ editing, ...rest }: Participant) => ({
  ...rest,
  editing: editing === undefined ? null : { ...editing, concept: enumByConcept[editing.concept] },
});

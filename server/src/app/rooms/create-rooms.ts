import type { Instant } from '../../domain/model/entity.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { ProcessExchange } from '../../store/port.ts';
import type { InputInvalid } from '../input-invalid.ts';
import { createAllowance } from './allowance.ts';
import { followRoom } from './follow-room.ts';
import type { ParticipantUnknown, RoomEvent, RoomLimit, Signal } from './participant.ts';
import { createRoom, type Room } from './room.ts';
import { shareRooms } from './share-rooms.ts';
import { isOfPointerOnly, takeSignal, troubleOfSignal } from './take-signal.ts';

/** Who sends a signal: under which name, and by which connection, if by one that lasts; else from which address of the network. */
export interface SignalSender {
  readonly name: string;
  readonly connection?: string;
  readonly address?: string;
}

/** Who is where now, room by room. Nothing of it is kept or logged. */
export interface Rooms {
  readonly signal: (
    room: string,
    signal: Signal,
    from: SignalSender,
  ) => Result<void, InputInvalid | RoomLimit | ParticipantUnknown>;
  /** What happens in a room: first everybody who is there, then what is new. It ends when it is closed, and when the rooms are. */
  readonly follow: (room: string) => Result<AsyncIterableIterator<RoomEvent>, InputInvalid | RoomLimit>;
  /** A connection closed: the pages that it brought leave. */
  readonly leave: (connection: string) => void;
  /** Everybody leaves, and whoever follows is told that it is over. */
  readonly stop: () => Promise<void>;
}

export interface RoomsDeps {
  readonly now: () => Instant;
  /** The other processes over the same database; absent: there are none. */
  readonly processes?: ProcessExchange | undefined;
}

/** How many rooms there may be at once, and how many pages in each. */
const mostRooms = 200;
const mostInRoom = 250;
/** How many signals a second one page may send; a moving pointer sends ten. */
const mostSignals = 40;
/** How many signals a second may come by one lasting connection, whatever ids its pages give themselves. */
const mostByConnection = 120;
/** How many signals a second may come from one address of the network without such a connection, whatever ids they name: several people may share one. */
const mostByAddress = 400;
/** How long a page is there after its last signal, unless a connection vouches for it: milliseconds. */
const signMs = 10_000;

/** What is known of a page that is connected here, beside what it told. */
interface Presence {
  readonly room: string;
  readonly connection?: string;
  readonly signAt: number;
}

/** Returns the rooms of this process, empty. */
export const createRooms = ({ now, processes }: RoomsDeps): Rooms => {
  const rooms = new Map<string, Room>();
  const presences = new Map<string, Presence>();
  const allowance = createAllowance(mostSignals);
  const byConnection = createAllowance(mostByConnection);
  const byAddress = createAllowance(mostByAddress);
  const stopping = new AbortController();
  const keyOf = (room: string, client: string): string => `${room}\n${client}`;

  const enter = (name: string): Result<Room, RoomLimit> => {
    const known = rooms.get(name);
    if (known !== undefined) return ok(known);
    if (rooms.size >= mostRooms) return err(limit(`There are ${mostRooms} rooms in use. Try again when one is empty.`));
    const room = createRoom();
    rooms.set(name, room);
    return ok(room);
  };
  const tidy = (name: string): void => {
    const room = rooms.get(name);
    if (room !== undefined && room.size() === 0 && !room.isWatched()) rooms.delete(name);
  };
  const remove = (room: string, client: string): void => {
    presences.delete(keyOf(room, client));
    allowance.forget(client);
    rooms.get(room)?.remove(client);
    tidy(room);
    sharing.changed();
  };

  // Only a page that came without a connection can be gone without a word.
  const sweep = setInterval(() => {
    for (const [key, { room, connection, signAt }] of presences)
      if (connection === undefined && Date.now() - signAt > signMs) remove(room, key.slice(room.length + 1));
  }, 1_000);
  sweep.unref();

  const sharing = shareRooms({ rooms, processes, enter: (name) => enter(name), tidy });

  return {
    signal: (name, signal, from) => {
      const trouble = troubleOfSignal(name, signal);
      if (trouble !== undefined) return err(trouble);
      const { client } = signal;
      if (from.connection !== undefined && !byConnection.take(from.connection))
        return err(limit(`A connection may send ${mostByConnection} signals a second. Send fewer.`));
      if (signal.leaving !== true && !allowance.take(client))
        return err(limit(`A page may send ${mostSignals} signals a second. The newest is enough: send fewer.`));
      // After the page's own: one page that sends without end takes nothing from the others of its address.
      if (from.connection === undefined && !byAddress.take(from.address ?? ''))
        return err(limit(`From one address ${mostByAddress} signals a second may come. Send fewer, or by a socket.`));
      if (signal.leaving === true) {
        if (rooms.get(name)?.find(client) !== undefined) remove(name, client);
        return ok(undefined);
      }
      const before = rooms.get(name)?.find(client);
      const after = takeSignal(before, signal, { name: from.name, now: now(), begun: rooms.get(name)?.begun() });
      if (!after.ok) return after;
      const room = enter(name);
      if (!room.ok) return room;
      if (before === undefined && room.value.size() >= mostInRoom)
        return err(limit(`There are ${mostInRoom} pages in this room, which is all that fit.`));
      const connection = from.connection ?? presences.get(keyOf(name, client))?.connection;
      presences.set(keyOf(name, client), {
        room: name,
        signAt: Date.now(),
        ...(connection === undefined ? {} : { connection }),
      });
      // A sign of life that says nothing new is no news.
      if (before === undefined || JSON.stringify(before) !== JSON.stringify(after.value)) {
        room.value.put(after.value, isOfPointerOnly(signal));
        sharing.changed();
      }
      return ok(undefined);
    },
    follow: (name) => {
      const room = enter(name);
      if (!room.ok) return room;
      sharing.changed();
      return ok(followRoom(room.value, stopping.signal, () => tidy(name)));
    },
    leave: (connection) => {
      byConnection.forget(connection);
      for (const [key, presence] of presences)
        if (presence.connection === connection) remove(presence.room, key.slice(presence.room.length + 1));
    },
    stop: async () => {
      clearInterval(sweep);
      stopping.abort();
      await sharing.stop();
    },
  };
};

const limit = (message: string): RoomLimit => ({ type: 'RoomLimit', message });

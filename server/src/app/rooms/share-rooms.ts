import { randomUUID } from 'node:crypto';
import type { Result } from '../../domain/result.ts';
import type { ProcessExchange } from '../../store/port.ts';
import type { Participant, RoomLimit } from './participant.ts';
import { pause } from './pause.ts';
import type { Room } from './room.ts';

/** The rooms of a process as it shares them with others. */
export interface RoomSharing {
  /** That somebody here came, left, told something or began to look on. */
  readonly changed: () => void;
  /** Takes back what was told, and ends. */
  readonly stop: () => Promise<void>;
}

export interface ShareRoomsDeps {
  readonly rooms: ReadonlyMap<string, Room>;
  readonly processes: ProcessExchange | undefined;
  readonly enter: (room: string) => Result<Room, RoomLimit>;
  readonly tidy: (room: string) => void;
}

/** How often others are asked and told, while anybody is here: milliseconds. */
const beatMs = 250;
/** How often a process that has nothing new says that it is there. */
const signMs = 3_000;
/** After how long without a word a process does not count any more, and after how long what it told is taken away. */
const silentMs = 10_000;
const goneMs = 30_000;

type States = Readonly<Record<string, readonly Participant[]>>;

/**
 * Shares the rooms with the other processes over the same database: four times a second at most, while anybody is here. How long another was silent is told by the
 * clock of this process alone, by how long its count did not move: clocks that differ do not matter.
 */
export const shareRooms = ({ rooms, processes, enter, tidy }: ShareRoomsDeps): RoomSharing => {
  if (processes === undefined || processes.alone) return { changed: () => undefined, stop: async () => undefined };
  const process = randomUUID();
  const heard = new Map<string, { readonly beat: number; readonly at: number }>();
  let beat = 0;
  let last = { text: '', at: 0 };
  let running: Promise<void> | undefined;
  const stopping = new AbortController();

  const isInUse = (): boolean => [...rooms.values()].some((room) => room.isWatched() || room.own().length > 0);

  const tell = async (): Promise<void> => {
    const states: States = Object.fromEntries(
      [...rooms].flatMap(([name, room]) => (room.own().length === 0 ? [] : [[name, room.own()]])),
    );
    const text = Object.keys(states).length === 0 ? '' : JSON.stringify(states);
    if (text === last.text && (text === '' || Date.now() - last.at < signMs)) return;
    beat += 1;
    // A database that is away is asked again at the next beat.
    const told = text === '' ? await processes.withdraw(process) : await processes.tell({ process, beat, text });
    if (told.ok) last = { text, at: Date.now() };
  };

  const listen = async (): Promise<void> => {
    const told = await processes.told();
    if (!told.ok) return;
    const now = Date.now();
    const others = new Map<string, Participant[]>();
    for (const each of told.value) {
      if (each.process === process) continue;
      const known = heard.get(each.process);
      const at = known?.beat === each.beat ? known.at : now;
      heard.set(each.process, { beat: each.beat, at });
      if (now - at > goneMs) {
        heard.delete(each.process);
        await processes.withdraw(each.process);
      }
      if (now - at > silentMs) continue;
      for (const [room, participants] of Object.entries(readStates(each.text)))
        others.set(room, [...(others.get(room) ?? []), ...participants]);
    }
    for (const [name, participants] of others) {
      const room = enter(name);
      if (room.ok) room.value.putOthers(participants);
    }
    for (const [name, room] of rooms) {
      if (!others.has(name)) room.putOthers([]);
      tidy(name);
    }
  };

  const beatOn = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await tell();
      if (isInUse()) await listen();
      if (!isInUse() && last.text === '') break;
      await pause(beatMs, stopping.signal);
    }
    running = undefined;
  };

  return {
    changed: () => {
      running ??= beatOn();
    },
    stop: async () => {
      stopping.abort();
      await running;
      if (last.text !== '') await processes.withdraw(process);
    },
  };
};

const readStates = (text: string): States => {
  try {
    return JSON.parse(text) as States;
  } catch {
    return {};
  }
};

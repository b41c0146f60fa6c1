import type { Instant } from '../../domain/model/entity.ts';
import type { Participant, RoomEvent } from './participant.ts';

/** What one who looks on has been told: up to which change, and of whom. */
export interface Told {
  readonly upTo: number;
  readonly clients: ReadonlySet<string>;
}

/** The pages in one room: those that are connected here, and those that other processes tell of. */
export interface Room {
  /** The page of that id that is connected here. */
  readonly find: (client: string) => Participant | undefined;
  /** A page that is connected here came or told something; `pointerOnly`: nothing but where its pointer is. */
  readonly put: (participant: Participant, pointerOnly: boolean) => void;
  readonly remove: (client: string) => void;
  /** Everybody whom the other processes tell of now. */
  readonly putOthers: (participants: readonly Participant[]) => void;
  /** The pages that are connected here. */
  readonly own: () => readonly Participant[];
  /** When who presents now began. */
  readonly begun: () => Instant | undefined;
  /** How many pages are in the room. */
  readonly size: () => number;
  /** What is new for one who has been told so much, and what they have been told then; `undefined`: nothing. */
  readonly news: (told: Told | undefined) => readonly [RoomEvent, Told] | undefined;
  readonly onNews: (listener: () => void) => () => void;
  readonly isWatched: () => boolean;
}

/** A page with the number of the change that last said something of it, and of the one that last moved its pointer. */
interface Member {
  readonly participant: Participant;
  readonly saidAt: number;
  readonly movedAt: number;
}

/** Returns an empty room. It holds one state of each page, the newest: one who is slow to be told misses what came between. */
export const createRoom = (): Room => {
  let change = 0;
  const own = new Map<string, Member>();
  let others = new Map<string, Member>();
  /** What the other processes told last, as text: to know what is new of it. */
  let othersText = new Map<string, string>();
  const listeners = new Set<() => void>();

  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const everybody = (): ReadonlyMap<string, Member> => (others.size === 0 ? own : new Map([...others, ...own]));

  /** Who began last presents, on whichever process; the others do so no more. */
  const settlePresenter = (): void => {
    const presenting = [...everybody().values()].filter(({ participant }) => participant.presentingSince !== undefined);
    if (presenting.length < 2) return;
    const [, ...past] = presenting.toSorted((a, b) => compareBegun(b.participant, a.participant));
    for (const { participant, movedAt } of past) {
      const { presentingSince: _, ...rest } = participant;
      const side = own.has(rest.client) ? own : others;
      side.set(rest.client, { participant: rest, saidAt: change, movedAt });
    }
  };

  return {
    find: (client) => own.get(client)?.participant,
    put: (participant, pointerOnly) => {
      change += 1;
      const { client } = participant;
      const saidAt = pointerOnly ? (own.get(client)?.saidAt ?? change) : change;
      own.set(client, { participant, saidAt, movedAt: change });
      settlePresenter();
      tell();
    },
    remove: (client) => {
      if (!own.delete(client)) return;
      change += 1;
      tell();
    },
    putOthers: (participants) => {
      const texts = new Map(participants.map((each) => [each.client, JSON.stringify(each)]));
      const fresh = participants.filter(({ client }) => texts.get(client) !== othersText.get(client));
      if (fresh.length === 0 && texts.size === othersText.size) return;
      change += 1;
      const isFresh = new Set(fresh.map(({ client }) => client));
      others = new Map(
        participants.flatMap((participant) => {
          const known = others.get(participant.client);
          const member =
            isFresh.has(participant.client) || known === undefined
              ? { participant, saidAt: change, movedAt: change }
              : known;
          return [[participant.client, member] as const];
        }),
      );
      othersText = texts;
      settlePresenter();
      tell();
    },
    own: () => [...own.values()].map(({ participant }) => participant),
    begun: () =>
      [...everybody().values()].find(({ participant }) => participant.presentingSince)?.participant.presentingSince,
    size: () => everybody().size,
    news: (told) => {
      if (told !== undefined && told.upTo === change) return undefined;
      const members = everybody();
      const next: Told = { upTo: change, clients: new Set(members.keys()) };
      const all = [...members.values()];
      if (told === undefined)
        return [{ whole: true, changed: all.map(({ participant }) => participant), moved: [], left: [] }, next];
      const isNew = ({ participant, saidAt }: Member): boolean =>
        saidAt > told.upTo || !told.clients.has(participant.client);
      const changed = all.filter(isNew).map(({ participant }) => participant);
      const moved = all
        .filter((member) => member.movedAt > told.upTo && !isNew(member))
        .map(({ participant: { client, pointer } }) => ({ client, ...(pointer === undefined ? {} : { pointer }) }));
      const left = [...told.clients].filter((client) => !members.has(client));
      return [{ whole: false, changed, moved, left }, next];
    },
    onNews: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    isWatched: () => listeners.size > 0,
  };
};

const compareBegun = (a: Participant, b: Participant): number =>
  (a.presentingSince ?? '').localeCompare(b.presentingSince ?? '') || a.client.localeCompare(b.client);

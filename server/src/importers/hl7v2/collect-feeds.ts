import { codingsIn, noSystem } from './code-systems.ts';
import type { FeedEnd, MessageHeader } from './message-header.ts';
import { kindOfLoinc, kindOfService, type ObservedKind } from './observation-classes.ts';
import type { MessageEvents } from './scan-messages.ts';

/** How often something is, by its name. */
export type Counts = Map<string, number>;

/** What all messages of one type of a feed have. */
export interface MessageType {
  /** `ORU^R01`. */
  readonly name: string;
  readonly code: string;
  messages: number;
  readonly structures: Set<string>;
  /** In how many messages each segment is, and how many there are of the two whose kind is looked at. */
  readonly inMessages: Counts;
  readonly total: { OBR: number; OBX: number };
  /** How many of those show themselves to be of a kind. */
  readonly kinds: { readonly OBR: Map<ObservedKind, number>; readonly OBX: Map<ObservedKind, number> };
  /** By segment: how many have a coding in each code system. */
  readonly codeSystems: { readonly OBR: Counts; readonly OBX: Counts };
}

/** A feed: what one application sends to another. */
export interface Feed {
  readonly key: string;
  readonly from: FeedEnd;
  readonly to: FeedEnd;
  /** The line of its first message. */
  readonly line: number;
  messages: number;
  readonly types: Map<string, MessageType>;
  readonly versions: Set<string>;
}

/** All feeds of a stream. `passedOver`: messages, types and segments beyond the limits. */
export interface FeedCollection {
  readonly events: MessageEvents;
  readonly feeds: ReadonlyMap<string, Feed>;
  readonly counts: () => { readonly messages: number; readonly untyped: number; readonly passedOver: number };
}

/** As many feeds, types of a feed and names of segments of a type as are kept. */
export const limits = { feeds: 1_000, types: 100, segments: 200 };

/** Returns a collection that takes the events of a scanner and counts (mutates). It keeps names and numbers, never a field of a segment. */
export const createFeedCollection = (): FeedCollection => {
  const feeds = new Map<string, Feed>();
  let [messages, untyped, passedOver] = [0, 0, 0];
  let types: readonly MessageType[] = [];
  let seen = new Set<string>();
  let service: ObservedKind | undefined;

  const typesOf = (header: MessageHeader, line: number): readonly MessageType[] =>
    (header.receivers.length === 0 ? [nobody] : header.receivers).flatMap((receiver) => {
      const feed = feedOf(feeds, header.sender, receiver, line);
      const type = feed === undefined ? undefined : typeOf(feed, header);
      if (feed === undefined || type === undefined) {
        passedOver += 1;
        return [];
      }
      feed.messages += 1;
      if (header.version !== '' && feed.versions.size < 20) feed.versions.add(own(header.version));
      type.messages += 1;
      if (header.structure !== '' && type.structures.size < 20) type.structures.add(own(header.structure));
      return [type];
    });
  return {
    feeds,
    counts: () => ({ messages, untyped, passedOver }),
    events: {
      onHeader: (header, line) => {
        messages += 1;
        if (header.code === '') untyped += 1;
        types = typesOf(header, line);
        seen = new Set();
        service = undefined;
      },
      onSegment: (name, picked, { component }) => {
        if (!seen.has(name) && seen.size < limits.segments) {
          const kept = own(name);
          seen.add(kept);
          for (const { inMessages } of types)
            if (inMessages.has(kept) || inMessages.size < limits.segments) add(inMessages, kept);
            else passedOver += 1;
        }
        if (name !== 'OBR' && name !== 'OBX') return;
        if (name === 'OBR') service = kindOfService((picked.get(24) ?? '').split(component || '\r')[0] ?? '');
        const codings = codingsIn(picked.get(name === 'OBR' ? 4 : 3) ?? '', component);
        const byCode = name === 'OBX' ? codings.find(({ system }) => system === 'LOINC')?.code : undefined;
        const kind = (byCode === undefined ? undefined : kindOfLoinc(byCode)) ?? service;
        const systems = new Set(codings.length === 0 ? [noSystem] : codings.map(({ system }) => system));
        for (const type of types) {
          type.total[name] += 1;
          for (const system of systems) add(type.codeSystems[name], system);
          if (kind !== undefined) add(type.kinds[name], kind);
        }
      },
      onEnd: () => {
        types = [];
      },
    },
  };
};

const nobody: FeedEnd = { application: '', facility: '', oid: '' };

const feedOf = (feeds: Map<string, Feed>, from: FeedEnd, to: FeedEnd, line: number): Feed | undefined => {
  const key = own(`feed:${from.application}|${from.facility}>${to.application}|${to.facility}`);
  const known = feeds.get(key);
  if (known !== undefined || feeds.size >= limits.feeds) return known;
  const feed: Feed = { key, from: kept(from), to: kept(to), line, messages: 0, types: new Map(), versions: new Set() };
  feeds.set(key, feed);
  return feed;
};

const typeOf = (feed: Feed, { code, event }: MessageHeader): MessageType | undefined => {
  const name = code === '' ? 'untyped' : event === '' ? code : `${code}^${event}`;
  const known = feed.types.get(name);
  if (known !== undefined || feed.types.size >= limits.types) return known;
  const type: MessageType = {
    name: own(name),
    code: own(code),
    messages: 0,
    structures: new Set(),
    inMessages: new Map(),
    total: { OBR: 0, OBX: 0 },
    kinds: { OBR: new Map(), OBX: new Map() },
    codeSystems: { OBR: new Map(), OBX: new Map() },
  };
  feed.types.set(type.name, type);
  return type;
};

const add = <Name>(counts: Map<Name, number>, name: Name): void => void counts.set(name, (counts.get(name) ?? 0) + 1);

/** A part of a text keeps the whole text in memory, and with it the values in it; a copy does not. */
const own = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');
const kept = ({ application, facility, oid }: FeedEnd): FeedEnd => ({
  application: own(application),
  facility: own(facility),
  oid: own(oid),
});

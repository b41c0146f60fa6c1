import type { ClassSign, FlowFact, NoteFact, SystemFact } from '../facts/facts.ts';
import type { ClassVocabulary } from '../importer.ts';
import { feedSigns } from './feed-signs.ts';
import type { Counts, Feed, MessageType } from './collect-feeds.ts';
import type { FeedEnd } from './message-header.ts';

/** The facts of one feed: its ends, itself, and what is worth reading of it. */
export interface FeedFacts {
  readonly systems: readonly [SystemFact, SystemFact];
  readonly flow: FlowFact;
  readonly notes: readonly NoteFact[];
  /** Its segments that the site has made itself (Z…), in order. */
  readonly ownSegments: readonly string[];
}

/** Returns the facts of a feed. An end that its messages do not name is a system of this feed alone. Pure. */
export const factsOfFeed = (feed: Feed, vocabulary: ClassVocabulary): FeedFacts => {
  const [named, namedTo] = [nameOf(feed.from), nameOf(feed.to)];
  const from = toSystem(feed, feed.from, named ?? `whoever sends to ${namedTo ?? 'nobody named'}`, 'from');
  const to = toSystem(feed, feed.to, namedTo ?? `whoever receives from ${named ?? 'nobody named'}`, 'to');
  const name = `${from.name} to ${to.name}`;
  const types = [...feed.types.values()].toSorted((a, b) => b.messages - a.messages || (a.name < b.name ? -1 : 1));
  const versions = [...feed.versions].toSorted().join(', ');
  const carries: readonly ClassSign[] = feedSigns(types, vocabulary).map((sign) => ({
    ...sign,
    pointer: `line ${feed.line}`,
  }));
  const ownSegments = [...new Set(types.flatMap(({ inMessages }) => [...inMessages.keys()]))]
    .filter((segment) => segment.startsWith('Z'))
    .toSorted();
  return {
    systems: [from, to],
    flow: {
      key: feed.key,
      scope: feed.key,
      name,
      pointer: `line ${feed.line}`,
      description: `${feed.messages} messages: ${list(types.map((type) => `${type.messages} ${type.name}`))}`,
      from: from.key,
      to: to.key,
      protocol: `HL7 v2${versions === '' ? '' : ` (${versions})`}`,
      carries,
      isComplete: false,
      certainty: 'CERTAIN',
    },
    notes: notesOf(feed, name, types, ownSegments),
    ownSegments,
  };
};

const nameOf = ({ application, facility }: FeedEnd): string | undefined => {
  if (application === '' || application === facility) return facility || undefined;
  return facility === '' ? application : `${application} (${facility})`;
};

const toSystem = (feed: Feed, end: FeedEnd, name: string, side: 'from' | 'to'): SystemFact => {
  const isNamed = nameOf(end) !== undefined;
  return {
    key: isNamed ? `application:${end.application}|${end.facility}` : `${feed.key}/${side}`,
    scope: 'applications',
    name,
    pointer: `line ${feed.line}`,
    isSelf: false,
    // A number or an object identifier alone is an address: nobody knows a system by it.
    isUnresolved: !isNamed || !/\p{L}/u.test(`${end.application}${end.facility}`),
    identifiers: end.oid === '' ? [] : [`urn:oid:${end.oid}`],
    certainty: 'CERTAIN',
  };
};

const notesOf = (
  feed: Feed,
  name: string,
  types: readonly MessageType[],
  ownSegments: readonly string[],
): readonly NoteFact[] => {
  const note = (code: string, title: string, description: string): NoteFact => ({
    key: `${feed.key}/${code}`,
    scope: feed.key,
    name: `${title} ${name}`,
    pointer: `line ${feed.line}`,
    about: { kind: 'FLOW', key: feed.key },
    code: code.split('/')[0] ?? code,
    description,
  });
  const countOwn = (segment: string): number => sum(types.map(({ inMessages }) => inMessages.get(segment) ?? 0));
  return [
    ...types.map((type) => {
      const structure = type.structures.size === 0 ? '' : ` of structure ${[...type.structures].toSorted().join(', ')}`;
      return note(
        `segments/${type.name}`,
        `Segments of ${type.name} messages,`,
        `In how many of ${type.messages} messages${structure} each is: ${inOrder(type.inMessages)}`,
      );
    }),
    ...(['OBR', 'OBX'] as const).flatMap((segment) => {
      const all = merged(types.map(({ codeSystems }) => codeSystems[segment]));
      const total = sum(types.map((type) => type.total[segment]));
      if (total === 0) return [];
      const what =
        segment === 'OBR' ? ['What is ordered (OBR-4)', 'orders'] : ['What is observed (OBX-3)', 'observations'];
      const share = `${all.get('LOINC') ?? 0} of ${total} ${what[1] ?? ''} are coded in LOINC`;
      const rest = inOrder(new Map([...all].filter(([system]) => system !== 'LOINC')));
      return [
        note(`code-systems/${segment}`, `${what[0] ?? ''},`, rest === '' ? share : `${share}; also seen: ${rest}`),
      ];
    }),
    ...(ownSegments.length === 0
      ? []
      : [
          note(
            'own-segments',
            'Segments of its own,',
            `In how many messages each is: ${list(ownSegments.map((segment) => `${segment} ${countOwn(segment)}`))}`,
          ),
        ]),
  ];
};

const merged = (all: readonly Counts[]): Counts => {
  const into: Counts = new Map();
  for (const counts of all) for (const [name, count] of counts) into.set(name, (into.get(name) ?? 0) + count);
  return into;
};
const inOrder = (counts: Counts): string =>
  list([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => `${name} ${count}`));
const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

/** As many names as one line of a list can show. */
const mostInLine = 60;
const list = (parts: readonly string[]): string =>
  parts.length <= mostInLine
    ? parts.join(', ')
    : `${parts.slice(0, mostInLine).join(', ')} and ${parts.length - mostInLine} more`;

import { err, ok, type Result } from '../../domain/result.ts';
import type { ArtefactRefused } from '../artefact-refused.ts';
import { refused, type Artefact } from '../artefact/artefact.ts';
import {
  noFacts,
  type ArtefactFacts,
  type ClassSign,
  type FlowFact,
  type NoteFact,
  type SystemFact,
} from '../facts/facts.ts';
import type { ClassVocabulary, Reading } from '../importer.ts';
import { createMessageScanner, type SeenMessage } from './scan-messages.ts';

/** A feed: what one application sends to another, over all its messages. */
interface Feed {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly line: number;
  messages: number;
  readonly types: Map<string, Type>;
  readonly versions: Set<string>;
}

/** What all messages of one type of a feed have. */
interface Type {
  messages: number;
  /** In how many messages each segment comes. */
  readonly segments: Map<string, number>;
  readonly codeSystems: Map<string, number>;
  readonly sections: Map<string, number>;
}

/** As many feeds as are kept; a file with more is no file of one place. */
const mostFeeds = 2_000;

/** Returns the feeds of a file of messages, read as a stream. Error: no message in it. */
export const readMessages = async (
  artefact: Artefact,
  { vocabulary, options }: Reading,
): Promise<Result<ArtefactFacts, ArtefactRefused>> => {
  const feeds = new Map<string, Feed>();
  let messages = 0;
  let left = 0;
  const scanner = createMessageScanner((message) => {
    messages += 1;
    if (!addMessage(feeds, message)) left += 1;
  });
  for await (const piece of artefact.text()) scanner.add(piece);
  scanner.end();
  if (messages === 0)
    return err(
      refused(artefact, 'MALFORMED', 'there is no message in it', 'export messages that begin with MSH', { line: 1 }),
    );
  const { strange, untyped, longLines } = scanner.counts();
  const systems = new Map<string, SystemFact>();
  for (const { from, to, line } of feeds.values())
    for (const name of [from, to]) if (!systems.has(name)) systems.set(name, toSystem(name, line));
  return ok({
    kind: 'hl7v2',
    title: `HL7 version 2 messages, ${messages} of ${feeds.size} ${feeds.size === 1 ? 'feed' : 'feeds'}`,
    grade: 'OBSERVED',
    origin: options.origin ?? 'messages',
    describes: { messages, feeds: feeds.size },
    ...noFacts,
    systems: [...systems.values()],
    flows: [...feeds.values()].map((feed) => toFlow(feed, vocabulary)),
    notes: [...feeds.values()].flatMap(notesOf),
    warnings: [
      'A batch is a sample: what it does not have may still be sent.',
      ...(strange > 0 ? [`${strange} lines are no segments of a message and were passed over.`] : []),
      ...(untyped > 0 ? [`${untyped} messages do not say their type.`] : []),
      ...(longLines > 0 ? [`${longLines} segments are longer than 64 KiB; only their beginning was looked at.`] : []),
      ...(left > 0 ? [`There are more than ${mostFeeds} feeds; ${left} messages of others were passed over.`] : []),
    ],
  });
};

const addMessage = (feeds: Map<string, Feed>, message: SeenMessage): boolean => {
  const [sender, receiver] = [
    endOf(message.sendingApplication, message.sendingFacility),
    endOf(message.receivingApplication, message.receivingFacility),
  ];
  // Who is not named is another one at each feed.
  const from = sender ?? `whoever sends to ${receiver ?? 'nobody named'}`;
  const to = receiver ?? `whoever receives from ${sender ?? 'nobody named'}`;
  const key = `feed:${from}>${to}`;
  const feed = feeds.get(key) ?? {
    key,
    from,
    to,
    line: message.line,
    messages: 0,
    types: new Map<string, Type>(),
    versions: new Set<string>(),
  };
  if (!feeds.has(key)) {
    if (feeds.size >= mostFeeds) return false;
    feeds.set(key, feed);
  }
  feed.messages += 1;
  if (message.version !== '') feed.versions.add(message.version);
  const name = [message.type || 'untyped', message.event].filter((each) => each !== '').join('^');
  const type = feed.types.get(name) ?? {
    messages: 0,
    segments: new Map(),
    codeSystems: new Map(),
    sections: new Map(),
  };
  feed.types.set(name, type);
  type.messages += 1;
  for (const segment of message.segments.keys()) add(type.segments, segment, 1);
  for (const [system, count] of message.codeSystems) add(type.codeSystems, system, count);
  for (const [section, count] of message.sections) add(type.sections, section, count);
  return true;
};

const add = (counts: Map<string, number>, name: string, by: number): void =>
  void counts.set(name, (counts.get(name) ?? 0) + by);

const endOf = (application: string, facility: string): string | undefined => {
  if (application === '') return facility === '' ? undefined : facility;
  return facility === '' || facility === application ? application : `${application} (${facility})`;
};

const toSystem = (name: string, line: number): SystemFact => ({
  key: `application:${name}`,
  scope: 'feeds',
  name,
  pointer: `line ${line}`,
  isSelf: false,
  isUnresolved: name.startsWith('whoever '),
  identifiers: [],
  certainty: 'CERTAIN',
});

const toFlow = (feed: Feed, vocabulary: ClassVocabulary): FlowFact => {
  const types = [...feed.types].map(([name, { messages }]) => `${messages} ${name}`).join(', ');
  const versions = [...feed.versions].toSorted().join(', ');
  return {
    key: feed.key,
    scope: feed.key,
    name: `${feed.from} to ${feed.to}`,
    pointer: `line ${feed.line}`,
    description: `${feed.messages} messages: ${types}`,
    from: `application:${feed.from}`,
    to: `application:${feed.to}`,
    protocol: `HL7 v2${versions === '' ? '' : ` (${versions})`}`,
    carries: signsOf(feed, vocabulary),
    isComplete: false,
    certainty: 'CERTAIN',
  };
};

/** Sections of a service (OBR-24, HL7 table 0074) that say what an order or result is about. */
const classesOfSection: Readonly<Record<string, readonly string[]>> = {
  LAB: ['UC-LAB'],
  CH: ['UC-LAB'],
  HM: ['UC-LAB'],
  MB: ['UC-LAB'],
  SR: ['UC-LAB'],
  SP: ['UC-LAB'],
  CP: ['UC-LAB'],
  BLB: ['DR-TRANSF'],
  RAD: ['UC-IMG'],
  RX: ['UC-IMG'],
  CT: ['UC-IMG'],
  NMR: ['UC-IMG'],
  RUS: ['UC-IMG'],
  NMS: ['UC-IMG'],
  VUS: ['UC-IMG'],
  CUS: ['UC-IMG'],
  EC: ['DR-ECG'],
  EN: ['UC-CTEST'],
  PF: ['UC-CTEST'],
};

const signsOf = ({ types, line }: Feed, vocabulary: ClassVocabulary): readonly ClassSign[] => {
  const pointer = `line ${line}`;
  const found = new Map<string, ClassSign>();
  for (const [name, type] of types) {
    const code = name.slice(0, 3);
    const sections = new Set([...type.sections.keys()].flatMap((section) => classesOfSection[section] ?? []));
    for (const [segment, inMessages] of type.segments) {
      const classes = classesOfSegment(vocabulary, segment, code);
      if (classes.length === 0) continue;
      const settled = classes.length > 1 ? classes.filter((id) => sections.has(id)) : [];
      const reason = `segment ${segment} in ${inMessages} of ${type.messages} ${name} messages`;
      const shown = settled.length > 0 ? settled.map((id) => [id]) : [classes];
      for (const each of shown) {
        const key = each.join();
        if (found.has(key)) continue;
        found.set(key, {
          classes: each,
          certainty: each.length > 1 ? 'POSSIBLE' : settled.length > 0 ? 'CERTAIN' : 'LIKELY',
          reason: settled.length > 0 ? `${reason}, with the section of its service` : reason,
          pointer,
        });
      }
    }
  }
  return [...found.values()];
};

/** What a segment carries in a message: an entry for that message says more than one for every message. */
const classesOfSegment = ({ segmentSigns }: ClassVocabulary, segment: string, message: string): readonly string[] =>
  (
    segmentSigns.find((each) => each.segment === segment && each.messages.includes(message)) ??
    segmentSigns.find((each) => each.segment === segment && each.messages.length === 0)
  )?.classes ?? [];

const notesOf = ({ key, from, to, types, line }: Feed): readonly NoteFact[] => {
  const about = { kind: 'FLOW', key } as const;
  const merged = (pick: (type: Type) => ReadonlyMap<string, number>): ReadonlyMap<string, number> => {
    const all = new Map<string, number>();
    for (const type of types.values()) for (const [name, count] of pick(type)) add(all, name, count);
    return all;
  };
  const list = (counts: ReadonlyMap<string, number>): string =>
    [...counts]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .slice(0, 60)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ');
  const systems = merged(({ codeSystems }) => codeSystems);
  const segments = merged(({ segments: all }) => all);
  const own = new Map([...segments].filter(([name]) => name.startsWith('Z')));
  const base = { scope: key, pointer: `line ${line}`, about };
  return [
    {
      ...base,
      key: `${key}/segments`,
      name: `Segments of ${from} to ${to}`,
      code: 'segments',
      description: `In how many messages each comes: ${list(segments)}`,
    },
    ...(systems.size === 0
      ? []
      : [
          {
            ...base,
            key: `${key}/codes`,
            name: `Code systems of ${from} to ${to}`,
            code: 'code-systems',
            description: list(systems),
          },
        ]),
    ...(own.size === 0
      ? []
      : [
          {
            ...base,
            key: `${key}/own`,
            name: `Segments of its own of ${from} to ${to}`,
            code: 'own-segments',
            description: `What they carry does not show: ${list(own)}`,
          },
        ]),
  ];
};

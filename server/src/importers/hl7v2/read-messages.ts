import { err, ok, type Result } from '../../domain/result.ts';
import type { ArtefactRefused } from '../artefact-refused.ts';
import { refused, type Artefact } from '../artefact/artefact.ts';
import { noFacts, type ArtefactFacts, type CannotTellFact, type SystemFact } from '../facts/facts.ts';
import type { Reading } from '../importer.ts';
import { createFeedCollection, limits } from './collect-feeds.ts';
import { factsOfFeed, type FeedFacts } from './feed-facts.ts';
import { createMessageScanner, type StreamOddities } from './scan-messages.ts';

/** Returns the feeds of a file of messages, read as a stream. Error: no message is in it. */
export const readMessages = async (
  artefact: Artefact,
  { vocabulary, options }: Reading,
): Promise<Result<ArtefactFacts, ArtefactRefused>> => {
  const { feeds, events, counts } = createFeedCollection();
  const scanner = createMessageScanner(events);
  for await (const piece of artefact.text()) scanner.add(piece);
  scanner.end();
  const { messages, untyped, passedOver } = counts();
  if (messages === 0)
    return err(
      refused(
        artefact,
        'MALFORMED',
        'no message is in it: nothing after its headers begins with MSH',
        'export it again with the messages, or name the file that has them',
        { line: 1 },
      ),
    );
  const facts = [...feeds.values()].map((feed) => factsOfFeed(feed, vocabulary));
  const systems = new Map<string, SystemFact>();
  for (const system of facts.flatMap((each) => each.systems))
    if (!systems.has(system.key)) systems.set(system.key, system);
  const oddities = scanner.oddities();
  const types = new Set([...feeds.values()].flatMap((feed) => [...feed.types.keys()]));
  return ok({
    kind: 'hl7v2',
    title: `HL7 version 2 messages, ${messages} of ${feeds.size} ${feeds.size === 1 ? 'feed' : 'feeds'}`,
    grade: 'OBSERVED',
    origin: options.origin ?? 'messages',
    ...(oddities.date === '' ? {} : { date: oddities.date }),
    describes: { messages, feeds: feeds.size, types: types.size },
    ...noFacts,
    systems: [...systems.values()],
    flows: facts.map(({ flow }) => flow),
    notes: facts.flatMap(({ notes }) => notes),
    cannotTell: cannotTellOf(facts),
    warnings: [
      'A batch is a sample: what is not in it may still be sent.',
      ...warningsOf(oddities, messages),
      ...(untyped > 0
        ? [`${untyped} messages do not say their type (MSH-9); what they carry is told by their segments alone.`]
        : []),
      ...(passedOver > 0
        ? [
            `${passedOver} messages or segments were passed over: no more than ${limits.feeds} feeds, ${limits.types} types a feed and ${limits.segments} segments a type are kept. Import fewer feeds in one file.`,
          ]
        : []),
    ],
  });
};

const warningsOf = ({ strange, firstStrange, isCut, said }: StreamOddities, messages: number): readonly string[] => [
  ...(strange > 0
    ? [`${strange} lines are no segments of a message and were passed over, the first on line ${firstStrange}.`]
    : []),
  ...(isCut ? ['The file ends within a batch or a message. Export it again if it should be whole.'] : []),
  ...(said !== undefined && said !== messages
    ? [`The trailers of the batches say ${said} messages and there are ${messages}. Check that it was written whole.`]
    : []),
];

const cannotTellOf = (facts: readonly FeedFacts[]): readonly CannotTellFact[] => {
  const segments = [...new Set(facts.flatMap(({ ownSegments }) => ownSegments))].toSorted();
  return segments.slice(0, 100).map((segment) => ({
    subject: `segment ${segment}`,
    reason: 'a site defines segments that begin with Z itself; ask who maintains the interface what it carries',
    candidates: [],
  }));
};

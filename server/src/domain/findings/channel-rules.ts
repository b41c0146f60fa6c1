import { entryById } from '../catalogue/index.ts';
import { stopsRelease, type AccessChannel, type DataClass } from '../model/concepts.ts';
import { isLiveOn, type CalendarDate, type Id } from '../model/entity.ts';
import { oncePer } from '../once.ts';
import { dayOf, lineageOf, type ClassShape, type TraceAnswer, type TraceIndex } from '../trace/index.ts';
import { about, type FindingContext, type FindingRule, type Found } from './finding.ts';
import { claimsOnLive, liveOf, namedBy, names } from './live.ts';

/** A class that one channel releases to an audience and another, which could be expected to, does not. */
export const channelMismatch: FindingRule = {
  id: 'channel-mismatch',
  version: 1,
  level: 'MEDIUM',
  title: 'Channel mismatch',
  find: (context) => {
    const { index, answers, asOf } = context;
    const { graph } = index;
    const channels = liveOf(graph.AccessChannel, asOf).map((channel) => ({
      channel,
      released: namedBy(channel.releases, asOf),
    }));
    return answers.flatMap((answer) => {
      const known = mismatchesOf(answer);
      const grounds = [
        graph.AccessChannel,
        context.catalogues.channels,
        ...lineageOf(index, answer.id).map((id) => graph.DataClass.get(id)),
      ];
      if (known.grounds.length !== grounds.length || grounds.some((each, at) => each !== known.grounds[at]))
        Object.assign(known, { grounds, found: mismatchesIn(context, answer, channels) });
      return known.found;
    });
  },
};

/** The mismatches of one class as they were found last, and what they were found from beside its answer: few edits bear on a class. */
const mismatchesOf = oncePer<TraceAnswer, { grounds: readonly unknown[]; found: readonly Found[] }>(() => ({
  grounds: [],
  found: [],
}));

interface ReleasingChannel {
  readonly channel: AccessChannel;
  readonly released: ReadonlySet<Id>;
}

const mismatchesIn = (
  context: FindingContext,
  { id, channels: traced }: TraceAnswer,
  channels: readonly ReleasingChannel[],
): readonly Found[] => {
  const { index } = context;
  const lineage = lineageOf(index, id);
  const releasing = new Set(
    channels.filter(({ released }) => lineage.some((each) => released.has(each))).map(({ channel }) => channel),
  );
  if (releasing.size === 0) return [];
  const served = new Set([...releasing].flatMap((channel) => channel.audiences));
  const reachable = new Set(traced.filter((each) => each.reachable).map(({ channel }) => channel));
  return channels
    .filter(({ channel }) => channel.releases.length > 0 && !releasing.has(channel))
    .filter(({ channel }) => isExpected(context, channel, id, reachable))
    .flatMap(({ channel }) => {
      const audiences = channel.audiences.filter((audience) => served.has(audience));
      if (audiences.length === 0) return [];
      return [
        {
          entities: [
            about('channel', channel.id),
            about('dataClass', id),
            ...audiences.map((audience) => about('audience', audience)),
          ],
          explanation: `${index.graph.DataClass.get(id)?.name ?? id} is released to the same audience elsewhere and missing from "${channel.name}".`,
        },
      ];
    });
};

/** Whether a channel of that kind could be expected to carry the class. */
const isExpected = (
  { index: { graph }, catalogues }: FindingContext,
  channel: AccessChannel,
  dataClass: Id,
  reachable: ReadonlySet<Id>,
): boolean => {
  const reach = entryById(catalogues.channels, channel.kind)?.reach;
  const introduced = Number(/^v(\d+)/.exec(graph.DataClass.get(dataClass)?.uscdi ?? '')?.[1] ?? Number.NaN);
  return (
    reach === 'DRS' || (reachable.has(channel.id) && (reach === 'PRODUCT' || (reach === 'USCDI' && introduced <= 3)))
  );
};

/** A class withheld for security or infeasibility on one channel and released to the same audience on another. */
export const contradiction: FindingRule = {
  id: 'contradiction',
  version: 1,
  level: 'HIGH',
  title: 'Contradiction between channels',
  find: ({ index: { graph }, asOf }) => {
    const channels = liveOf(graph.AccessChannel, asOf);
    const restrictions = liveOf(graph.Restriction, asOf).filter(({ effect }) => stopsRelease(effect));
    const grounds = new Set(
      claimsOnLive(graph, asOf)
        .filter(({ claim }) => claim.exception === 'EX-SEC' || claim.exception === 'EX-INF')
        .map(({ restriction }) => restriction.id),
    );
    const isStopped = (channel: Id, dataClass: Id, audience: Id): boolean =>
      restrictions.some(
        ({ appliesTo, limits, audiences }) =>
          appliesTo.id === channel &&
          (limits.length === 0 || names(graph, new Set(limits), dataClass)) &&
          (audiences.length === 0 || audiences.includes(audience)),
      );
    return restrictions
      .filter(({ id, appliesTo }) => grounds.has(id) && appliesTo.kind === 'CHANNEL')
      .flatMap((restriction) => {
        const here = graph.AccessChannel.get(restriction.appliesTo.id);
        const everyone = restriction.audiences.length === 0 ? (here?.audiences ?? []) : restriction.audiences;
        const hits = restriction.limits.flatMap((dataClass) =>
          everyone.flatMap((audience) =>
            channels
              .filter(({ id }) => id !== restriction.appliesTo.id)
              .filter((other) => other.audiences.includes(audience))
              .filter((other) => names(graph, namedBy(other.releases, asOf), dataClass))
              .filter(({ id }) => !isStopped(id, dataClass, audience))
              .map((other) => ({ dataClass, audience, channel: other.id })),
          ),
        );
        if (hits.length === 0) return [];
        const distinct = (of: (hit: (typeof hits)[number]) => Id): readonly Id[] => [...new Set(hits.map(of))];
        return [
          {
            entities: [
              about('restriction', restriction.id),
              ...distinct(({ dataClass }) => dataClass).map((id) => about('dataClass', id)),
              ...distinct(({ audience }) => audience).map((id) => about('audience', id)),
              ...distinct(({ channel }) => channel).map((id) => about('channel', id)),
            ],
            explanation: `"${restriction.name}" rests on security or infeasibility, while ${distinct(({ channel }) => channel).length} other channels release the same class to the same audience.`,
          },
        ];
      });
  },
};

/** A flow that delivers a class to a system which lists no holding of it. */
export const undeclaredHolding: FindingRule = {
  id: 'undeclared-holding',
  version: 1,
  level: 'LOW',
  title: 'Undeclared holding',
  find: ({ undeclared }) => undeclared,
};

/** What flows deliver of a class where nobody lists it. */
export const undeclaredOf = (index: TraceIndex, asOf: CalendarDate, dataClass: DataClass): readonly Found[] => {
  if (!isLiveOn(dataClass, asOf)) return [];
  const shape = dayOf(index, asOf).shapeOf(lineageOf(index, dataClass.id));
  const known = undeclaredIn(shape);
  if (known.dataClass !== dataClass)
    Object.assign(known, { dataClass, found: undeclaredFor(index, asOf, dataClass, shape) });
  return known.found;
};

/** What was found last in a shape, and for which class: the shape has its systems and flows, and the classes above it. */
const undeclaredIn = oncePer<ClassShape, { dataClass: DataClass | undefined; found: readonly Found[] }>(() => ({
  dataClass: undefined,
  found: [],
}));

const undeclaredFor = (
  { graph }: TraceIndex,
  asOf: CalendarDate,
  { id, name }: DataClass,
  { flows, flowTo, roles, systems }: ClassShape,
): readonly Found[] =>
  flows.flatMap((flow, number) => {
    const to = flowTo[number] ?? -1;
    const system = systems[to];
    if (system === undefined || roles[to] !== undefined) return [];
    // What has ended holds nothing any more, and may have listed it.
    if (!isLiveOn(system, asOf) && names(graph, namedBy(system.holds, asOf), id)) return [];
    return [
      {
        entities: [about('dataClass', id), about('flow', flow.id), about('system', system.id)],
        explanation: `"${flow.name}" delivers ${name} to "${system.name}", which does not list it.`,
      },
    ];
  });

import type { ClassLink } from '../model/concepts.ts';
import { isLiveOn } from '../model/entity.ts';
import { err, ok, type Result } from '../result.ts';
import { forEachIn, laneOf, type TraceIndex } from '../trace/index.ts';
import { askedClass, type AskedClass, type Bearing } from './asked-class.ts';
import { chooseThings, forEachNeighbour } from './choose.ts';
import { completenessOf } from './completeness.ts';
import type { Line, MapDay, Thing, ThingRef } from './map-day.ts';
import { seenOn, type MapError, type MapQuestion } from './map-question.ts';
import type { MapEdge, MapNode, MapPicture, OfClass } from './picture.ts';
import { createStandings, type JudgeWhole, type Standings } from './standing.ts';
import { toMapFlow } from './to-map-flow.ts';

/**
 * The picture that a question asks for. Linear in the part of the inventory it shows, with its surroundings, once the day was looked at.
 * Errors: no such day, no such class, a middle of which nothing is there that day.
 */
export const drawMap = (index: TraceIndex, question: MapQuestion, judge: JudgeWhole): Result<MapPicture, MapError> => {
  const seen = seenOn(index, question.asOf);
  if (!seen.ok) return seen;
  const day = seen.value;
  const { dataClass } = question;
  const asked = dataClass === undefined ? undefined : askedClass(index, dataClass, day.asOf);
  if (dataClass !== undefined && asked === undefined) return err({ type: 'DataClassNotFound', id: dataClass });
  const chosen = chooseThings(index, day, question);
  if (!chosen.ok) return chosen;
  const { shown } = chosen.value;
  const isShown = new Uint8Array(day.things.length);
  for (const number of shown) isShown[number] = 1;
  const view: View = { index, day, asked, isShown, standings: createStandings(index.graph, day.asOf, judge) };
  const nodes: MapNode[] = [];
  const edges: MapEdge[] = [];
  for (const number of shown) {
    const thing = day.things[number];
    if (thing !== undefined) nodes.push(toNode(view, number, thing));
    forEachIn(day.linesOut, number, (at) => {
      const line = day.lines[at];
      if (line !== undefined && isShown[line.to] === 1) edges.push(...toEdge(view, line));
    });
  }
  return ok({
    asOf: day.asOf,
    revision: index.graph.revision,
    nodes,
    edges,
    completeness: completenessOf(day, question, chosen.value),
  });
};

/** What the parts of one picture are made from. */
interface View {
  readonly index: TraceIndex;
  readonly day: MapDay;
  readonly asked: AskedClass | undefined;
  readonly isShown: Uint8Array;
  readonly standings: Standings;
}

const toNode = (view: View, number: number, thing: Thing): MapNode => {
  const { concept, entity, isLive } = thing;
  const { id, name, kind, grade, updatedAt, revision } = entity;
  const links = linksOf(thing);
  return {
    concept,
    id,
    name,
    kind,
    ...(thing.concept === 'System' ? ofSystem(view, thing) : ofChannel(view, thing)),
    live: isLive,
    grade,
    updatedAt,
    revision,
    classes: view.day.classesOf(links),
    ...bearingFlags(view.asked?.bearingOf(links)),
    ...view.standings.ofThing(thing),
    ...hiddenAround(view, number),
  };
};

/** What a thing holds or releases. A system that is not live holds nothing. */
const linksOf = (thing: Thing): readonly ClassLink[] => {
  if (thing.concept === 'AccessChannel') return thing.entity.releases;
  return thing.isLive ? thing.entity.holds : noLinks;
};

const noLinks: readonly ClassLink[] = [];

type OwnFacts = Pick<MapNode, 'lane' | 'organization' | 'vendor' | 'zone' | 'custodian'>;

const ofSystem = ({ index, day }: View, thing: Thing & { readonly concept: 'System' }): OwnFacts => {
  const { kind, organization, vendor, zone, custodian, holds } = thing.entity;
  const isOrigin = thing.isLive && holds.some((hold) => hold.role === 'ORIGIN' && isLiveOn(hold, day.asOf));
  return {
    lane: laneOf(index.integrationKinds.has(kind), isOrigin),
    ...(organization === undefined ? {} : { organization }),
    ...(vendor === undefined ? {} : { vendor }),
    ...(zone === undefined ? {} : { zone }),
    ...(custodian === undefined ? {} : { custodian }),
  };
};

const ofChannel = ({ index }: View, { entity }: Thing & { readonly concept: 'AccessChannel' }): OwnFacts => {
  const organization = index.graph.System.get(entity.system)?.organization;
  return { lane: 'CHANNEL', ...(organization === undefined ? {} : { organization }) };
};

const bearingFlags = (bearing: Bearing | undefined): OfClass =>
  bearing === undefined ? {} : { ofClass: bearing === 'WHOLE', ofPart: bearing === 'PART' };

/** What is not shown around a thing: each neighbour once for each way, and once where it, or a line to it, is marked. */
const hiddenAround = (
  { day, isShown, standings }: View,
  number: number,
): Pick<MapNode, 'hiddenIn' | 'hiddenOut' | 'hiddenMarked'> => {
  const hidden = { IN: 0, OUT: 0 };
  const marked = new Set<number>();
  for (const direction of ['IN', 'OUT'] as const)
    forEachNeighbour(day, number, direction, (other, line) => {
      if (isShown[other] === 1) return;
      hidden[direction] += 1;
      const thing = day.things[other];
      const isMarked =
        (thing !== undefined && standings.ofThing(thing).marked > 0) ||
        standings.ofFlows(day.lines[line]?.flows ?? []).marked > 0;
      if (isMarked) marked.add(other);
    });
  return { hiddenIn: hidden.IN, hiddenOut: hidden.OUT, hiddenMarked: marked.size };
};

/** Nothing where an end of the line is not there: that cannot be. */
const toEdge = ({ day, asked, standings }: View, { from, to, kind, flows }: Line): readonly MapEdge[] => {
  const [start, end] = [day.things[from], day.things[to]];
  if (start === undefined || end === undefined) return [];
  return [
    {
      id: `${start.entity.id}${kind === 'FLOW' ? '>' : '>>'}${end.entity.id}`,
      kind,
      from: refOf(start),
      to: refOf(end),
      flows: flows.map((flow) => toMapFlow(flow, day, standings)),
      ...bearingFlags(
        asked?.bearingOf(
          ...(end.concept === 'AccessChannel' ? [end.entity.releases] : flows.map(({ carries }) => carries)),
        ),
      ),
      ...standings.ofFlows(flows),
    },
  ];
};

const refOf = ({ concept, entity }: Thing): ThingRef => ({ concept, id: entity.id });

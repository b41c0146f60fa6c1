import type { Id } from '../model/entity.ts';
import { askedOf } from './asked-channels.ts';
import type { ClassShape } from './class-shape.ts';
import { dayOf } from './day-index.ts';
import { numberOfId } from './edits.ts';
import {
  placeRestrictions,
  placesOf,
  type ClassGraphRequest,
  type Place,
  type PlacedByTarget,
} from './placed-restrictions.ts';
import { forEachIn } from './rows.ts';
import type { TraceIndex } from './trace-index.ts';

/**
 * What bears on one class on one day: the systems, flows, channels and restrictions that hold, carry, release or limit it
 * or a class above it. Everything is numbered from 0 in id order; an audience is one bit, by its place in `audiences`.
 */
export interface ClassGraph extends ClassShape {
  readonly audiences: readonly Id[];
  readonly everyone: number;
  /** Audiences asked about that each channel is for. */
  readonly channelFor: Int32Array;
  /** Whether the answer speaks of the channel: it is for an audience asked about, or nobody recorded for whom. */
  readonly channelAsked: readonly boolean[];
  /** Whether a system is on the way to the channel asked about: from it the channel's system can be reached, restrictions ignored. All are when no channel is asked about. */
  readonly onTheWay: Uint8Array;
  readonly onSystem: readonly Place[];
  readonly onFlow: readonly Place[];
  readonly onChannel: readonly Place[];
}

/** The graph for one class. `lineage` is the class and everything above it. Pure and total. */
export const createClassGraph = (index: TraceIndex, request: ClassGraphRequest): ClassGraph =>
  classGraphOf(dayOf(index, request.asOf).shapeOf(request.lineage), request, restrictionsIn(index, request));

/** The restrictions a graph is made with, by the place they sit at. */
export const restrictionsIn = (index: TraceIndex, request: ClassGraphRequest): PlacedByTarget => {
  const { channels } = dayOf(index, request.asOf).shapeOf(request.lineage);
  const { bitsOf } = askedOf(channels, request.audiences, request.channel);
  const everyone = everyoneOf(request.audiences);
  return placeRestrictions(index, request, (ids) => (ids.length === 0 ? everyone : bitsOf(ids)));
};

/** The graph of a shape with restrictions at their places. */
export const classGraphOf = (
  shape: ClassShape,
  { audiences, channel: asked }: ClassGraphRequest,
  placed: PlacedByTarget,
): ClassGraph => {
  const { systems, flows, channels, channelSystem } = shape;
  const { channelFor, channelAsked } = askedOf(channels, audiences, asked);
  return {
    audiences,
    everyone: everyoneOf(audiences),
    ...shape,
    channelFor,
    channelAsked,
    onTheWay:
      asked === undefined
        ? new Uint8Array(systems.length).fill(1)
        : leadingTo(shape, channelSystem[numberOfId(channels, asked)] ?? -1),
    onSystem: placesOf(systems, placed.SYSTEM),
    onFlow: placesOf(flows, placed.FLOW),
    onChannel: placesOf(channels, placed.CHANNEL),
  };
};

/** The graph of another shape of which nothing but the channels differs, where restrictions at systems and flows are the same; asked about every channel. */
export const withOtherChannels = (
  graph: ClassGraph,
  { channels, channelSystem, channelOffer, channelsOf }: ClassShape,
  placed: PlacedByTarget,
): ClassGraph => {
  const { channelFor, channelAsked } = askedOf(channels, graph.audiences, undefined);
  return {
    ...graph,
    channels,
    channelSystem,
    channelOffer,
    channelsOf,
    channelFor,
    channelAsked,
    onChannel: placesOf(channels, placed.CHANNEL),
  };
};

const everyoneOf = ({ length }: readonly Id[]): number => (length === 31 ? 0x7fffffff : (1 << length) - 1);

/** 1 for each system from which `target` can be reached over the flows; itself included. */
const leadingTo = ({ systems, flowFrom, flowsIn }: ClassShape, target: number): Uint8Array => {
  const leads = new Uint8Array(systems.length);
  const queue = target === -1 ? [] : [target];
  for (let system = queue.pop(); system !== undefined; system = queue.pop()) {
    if (leads[system] === 1) continue;
    leads[system] = 1;
    forEachIn(flowsIn, system, (flow) => queue.push(flowFrom[flow] ?? -1));
  }
  return leads;
};

import type { CalendarDate, Id } from '../model/entity.ts';
import { classGraphOf, createClassGraph, restrictionsIn, withOtherChannels, type ClassGraph } from './class-graph.ts';
import type { ClassShape } from './class-shape.ts';
import { dayOf } from './day-index.ts';
import { areSame, groundsOf, type Grounds } from './grounds.ts';
import type { ClassGraphRequest, PlacedByTarget, PlacedRestriction } from './placed-restrictions.ts';
import { possibleReach, reachFrom, type Reach } from './reach.ts';
import { findStarts, type Starts } from './starts.ts';
import type { TraceIndex } from './trace-index.ts';

/** How far a class gets: all that outcomes are read from. Nobody may write into it. */
export interface ClassSearch {
  readonly graph: ClassGraph;
  readonly starts: Starts;
  /** The systems it begins at, by number. */
  readonly startNumbers: readonly number[];
  readonly possible: Uint8Array;
  readonly reach: Reach;
}

/** What a search is worked out from, beside the shape: the restrictions that bear on the class, with the claims on them. */
type SearchGrounds = Pick<Grounds, 'restrictions' | 'claims'>;

interface Known {
  readonly asOf: CalendarDate;
  readonly audiences: readonly Id[];
  readonly grounds: SearchGrounds;
  readonly shape: ClassShape;
  readonly placed: PlacedByTarget;
  readonly search: ClassSearch;
}

/**
 * How many are kept for the systems and flows that bear on a class: as things are and as they might be, for everybody and for one audience. The
 * one asked for last is first.
 */
const mostKept = 4;

/** By the flows between the systems of a shape, which shapes share where nothing but channels differs. */
const knownByFlows = new WeakMap<ClassShape['flowsOut'], readonly Known[]>();

/**
 * How far a class gets, given with everything above it, for at most 31 audiences. For a question about every channel and purpose in which
 * nothing is judged it is remembered, and channels that differ make no search necessary: how far a class gets does not depend on them.
 * Pure and total.
 */
export const searchClass = (index: TraceIndex, request: ClassGraphRequest): ClassSearch => {
  if (request.judge !== undefined || request.purpose !== undefined || request.channel !== undefined)
    return searchIn(createClassGraph(index, request));
  const { asOf, audiences, lineage } = request;
  const shape = dayOf(index, asOf).shapeOf(lineage);
  const { restrictions, claims } = groundsOf(index, lineage);
  const grounds = { restrictions, claims };
  const all = knownByFlows.get(shape.flowsOut) ?? [];
  const keep = (newest: Known): ClassSearch => {
    if (newest !== all[0])
      knownByFlows.set(shape.flowsOut, [newest, ...all.filter((each) => each !== newest)].slice(0, mostKept));
    return newest.search;
  };
  const known = all.filter((each) => each.asOf === asOf && areSame(each.audiences, audiences));
  const ofSameGround = known.filter((each) => isSameGround(each.grounds, grounds));
  const same = ofSameGround.find((each) => each.shape === shape);
  if (same !== undefined) return keep(same);
  const placed = ofSameGround[0]?.placed ?? restrictionsIn(index, request);
  const alike = ofSameGround[0] ?? known.find((each) => isSamePlaced(each.placed, placed));
  const search =
    alike === undefined
      ? searchIn(classGraphOf(shape, request, placed))
      : { ...alike.search, graph: withOtherChannels(alike.search.graph, shape, placed) };
  return keep({ asOf, audiences, grounds, shape, placed, search });
};

const searchIn = (graph: ClassGraph): ClassSearch => {
  const starts = findStarts(graph);
  const startNumbers = [...starts.kinds.keys()];
  return {
    graph,
    starts,
    startNumbers,
    possible: possibleReach(graph, startNumbers),
    reach: reachFrom(graph, startNumbers),
  };
};

const isSameGround = (a: SearchGrounds, b: SearchGrounds): boolean =>
  areSame(a.restrictions, b.restrictions) && areSame(a.claims, b.claims);

/** Whether the same restrictions sit at systems and flows. */
const isSamePlaced = (a: PlacedByTarget, b: PlacedByTarget): boolean =>
  (['SYSTEM', 'FLOW'] as const).every(
    (kind) =>
      a[kind].size === b[kind].size && [...a[kind]].every(([id, there]) => isSameThere(there, b[kind].get(id) ?? [])),
  );

const isSameThere = (a: readonly PlacedRestriction[], b: readonly PlacedRestriction[]): boolean =>
  a.length === b.length &&
  a.every(
    ({ restriction, documentation }, at) =>
      restriction === b[at]?.restriction && documentation === b[at]?.documentation,
  );

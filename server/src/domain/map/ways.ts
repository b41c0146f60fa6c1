import type { CalendarDate, Id, Revision } from '../model/entity.ts';
import { once } from '../once.ts';
import { err, ok, type Result } from '../result.ts';
import type { PathCount, TraceIndex } from '../trace/index.ts';
import { askedClass, type AskedClass } from './asked-class.ts';
import { countWays } from './count-ways.ts';
import { describeWays, toWay } from './describe-way.ts';
import type { ThingRef } from './map-day.ts';
import { numbersOf, seenOn, type MapError } from './map-question.ts';
import type { MapFlow } from './picture.ts';
import { placeOfWay, searchWays } from './search-ways.ts';
import { createStandings, type JudgeWhole, type Standing } from './standing.ts';
import { createWork } from './way-bound.ts';
import { fromWayCursor, toWayCursor } from './way-cursor.ts';
import { createWayGraph } from './way-graph.ts';

/** Which ways are asked for: from a system to another one, or out by a channel, through others in any order. */
export interface WayQuestion {
  readonly asOf: CalendarDate;
  readonly from: Id;
  readonly to: ThingRef;
  readonly via: readonly Id[];
  /** Only along flows that carry it, and by a channel that releases it. */
  readonly dataClass?: Id;
  /** How many at most. */
  readonly first: number;
  /** A cursor. */
  readonly after?: string;
}

/** A thing on a way. `flow`: what leads on from it; absent at the end, and where a system serves the channel. */
export interface WayStep extends ThingRef {
  readonly name: string;
  readonly flow?: MapFlow;
}

/** One way. How restrictions along it stand: asked about a class, those that limit it, and for it. */
export interface Way extends Pick<Standing, 'status' | 'verdict' | 'restrictions'> {
  readonly steps: readonly WayStep[];
  readonly sentence: string;
}

/** A page of ways. */
export interface WayPage {
  readonly revision: Revision;
  readonly ways: readonly { readonly cursor: string; readonly way: Way }[];
  /** Whether more follow. Where the page is not full, the search was left off, and it may be that none does. */
  readonly hasMore: boolean;
  /** Where to go on. */
  readonly endCursor?: string;
  /** Worked out when read. */
  readonly count: PathCount;
  /** How many there are, in words; worked out when read. */
  readonly sentence: string;
}

/**
 * The ways asked for, by page: no system twice, fewest steps first, then by the ids of their flows. What a page costs is bounded, whatever the
 * inventory: one that is not full and has more goes on with its end cursor. Errors: no such day or class, a thing that is not there that day,
 * a cursor that is none.
 */
export const findWays = (index: TraceIndex, question: WayQuestion, judge: JudgeWhole): Result<WayPage, MapError> => {
  const seen = seenOn(index, question.asOf);
  if (!seen.ok) return seen;
  const day = seen.value;
  const systems = [question.from, ...question.via].map((id): ThingRef => ({ concept: 'System', id }));
  const numbers = numbersOf(index, day, [...systems, question.to]);
  if (!numbers.ok) return numbers;
  const asked = classAsked(index, question);
  if (!asked.ok) return asked;
  const after = question.after === undefined ? undefined : fromWayCursor(question.after);
  if (question.after !== undefined && after === undefined) return err({ type: 'CursorInvalid', value: question.after });
  const [start = -1, ...rest] = numbers.value;
  const graph = createWayGraph(day, { start, end: rest.at(-1) ?? -1, via: rest.slice(0, -1) }, asked.value);
  const found = searchWays(graph, {
    most: question.first + 1,
    work: createWork(),
    ...(after === undefined ? {} : { after }),
  });
  const given = found.ways.slice(0, question.first);
  const context = { graph, asked: asked.value, judge, index, standings: createStandings(index.graph, day.asOf, judge) };
  const isFull = found.ways.length > question.first;
  const end = (isFull ? undefined : found.rest) ?? given.map(placeOfWay).at(-1);
  const counted = once(() => {
    const count = countWays(graph, createWork());
    return count.exact ? count : { value: Math.max(count.value, given.length), exact: false };
  });
  return ok({
    revision: index.graph.revision,
    ways: given.map((way) => ({ cursor: toWayCursor(placeOfWay(way)), way: toWay(context, way) })),
    hasMore: isFull || found.rest !== undefined,
    ...(end === undefined ? {} : { endCursor: toWayCursor(end) }),
    get count() {
      return counted();
    },
    get sentence() {
      return describeWays(graph, counted(), asked.value);
    },
  });
};

const classAsked = (index: TraceIndex, { dataClass, asOf }: WayQuestion): Result<AskedClass | undefined, MapError> => {
  if (dataClass === undefined) return ok(undefined);
  const asked = askedClass(index, dataClass, asOf);
  return asked === undefined ? err({ type: 'DataClassNotFound', id: dataClass }) : ok(asked);
};

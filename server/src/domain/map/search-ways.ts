import { compareIds, type Id } from '../model/entity.ts';
import { createWayBound, type Work } from './way-bound.ts';
import type { Hop, WayGraph } from './way-graph.ts';

/** One way: the hops it takes from its start. */
export type RawWay = readonly Hop[];

/**
 * A place in the order of all ways: fewest hops first, then by the ids of their flows. `isGiven`: behind the way that takes these flows; else
 * before everything that begins with them.
 */
export interface WayPlace {
  readonly length: number;
  readonly flows: readonly Id[];
  readonly isGiven: boolean;
}

/** Some ways in order. `rest`: where to go on, where the search was left off; absent where there are no more. */
export interface FoundWays {
  readonly ways: readonly RawWay[];
  readonly rest?: WayPlace;
}

/** The place of a way. */
export const placeOfWay = (way: RawWay): WayPlace => ({
  length: way.length,
  flows: way.map(({ flow }) => flow.id),
  isGiven: true,
});

/**
 * The next ways in order behind a place, at most `most`, and fewer where `work` is spent before. The ways of one length are found depth first,
 * and nothing is entered from which the goal cannot be reached any more: what is looked at in vain is a shorter way, or asks for more hops.
 */
export const searchWays = (
  graph: WayGraph,
  { after, most, work }: { readonly after?: WayPlace; readonly most: number; readonly work: Work },
): FoundWays => {
  if (!graph.isOpen) return { ways: [] };
  const ways: RawWay[] = [];
  const walk = createWalk(graph, work);
  let place = after;
  for (let length = after?.length ?? 0; length < graph.hops.size;) {
    const level = walk(length, place, most - ways.length);
    ways.push(...level.ways);
    if (level.rest !== undefined) return { ways, rest: level.rest };
    length = level.next;
    place = undefined;
  }
  return { ways };
};

/** The ways of one length, and the length that the next longer ones have at least. */
interface Level extends FoundWays {
  readonly next: number;
}

interface Frame {
  readonly system: number;
  readonly hops: readonly Hop[];
  next: number;
}

/** Returns what walks the ways of one length, from a place on. */
const createWalk = (graph: WayGraph, work: Work) => {
  const { start, goal, via, hops, toGoal } = graph;
  const onPath = new Uint8Array(graph.day.things.length);
  const boundFrom = createWayBound(graph, onPath, work);

  return (length: number, after: WayPlace | undefined, most: number): Level => {
    const ways: RawWay[] = [];
    // What comes before the place was not looked at, and may go on for one hop more.
    let next = after === undefined ? Infinity : length + 1;
    let resume = after;
    const path: Hop[] = [];
    const stack: Frame[] = [];
    const leave = (rest?: WayPlace): Level => {
      for (const { system } of stack) onPath[system] = 0;
      return { ways, next, ...(rest === undefined ? {} : { rest }) };
    };
    const enter = (system: number): void => {
      onPath[system] = 1;
      const options = hops.get(system) ?? [];
      const token = resume?.flows[stack.length];
      const from = token === undefined ? 0 : options.findIndex(({ flow }) => compareIds(flow.id, token) >= 0);
      stack.push({ system, hops: options, next: from === -1 ? options.length : from });
    };
    /** Whether a hop is the one that the place names here; what the place names further on means nothing behind any other. */
    const isResumed = ({ flow }: Hop): boolean => {
      if (resume === undefined) return false;
      if (resume.flows[path.length] === flow.id) return true;
      resume = undefined;
      return false;
    };
    /** Whether the ways of this length go on by a hop. */
    const leadsOn = ({ to }: Hop): boolean => {
      const left = length - path.length - 1;
      const behind = path.length + 1;
      // What is too far in any case is only looked at where it tells how long the next ways are.
      if ((toGoal.get(to) ?? Infinity) > left && behind + (toGoal.get(to) ?? Infinity) >= next) return false;
      const bound = boundFrom(to);
      if (bound > left) next = Math.min(next, behind + bound);
      return bound !== -1 && bound <= left;
    };

    if (start === goal) {
      const isNew = after?.isGiven !== true;
      return { ways: length === 0 && isNew ? [[]] : [], next: Infinity };
    }
    if (length === 0) return { ways, next: Math.max(1, boundFrom(start)) };
    enter(start);
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
      const hop = frame.hops[frame.next];
      if (hop === undefined) {
        onPath[frame.system] = 0;
        stack.pop();
        path.pop();
        continue;
      }
      if (ways.length === most || work.left <= 0)
        return leave({ length, flows: [...path, hop].map(({ flow }) => flow.id), isGiven: false });
      frame.next += 1;
      const wasThere = isResumed(hop);
      if (hop.to === goal) {
        const isGiven = wasThere && resume?.isGiven === true && resume.flows.length === path.length + 1;
        resume = undefined;
        if (path.length + 1 === length && !isGiven && via.every((each) => onPath[each] === 1))
          ways.push([...path, hop]);
      } else if (onPath[hop.to] === 0 && (wasThere ? path.length + 1 < length : leadsOn(hop))) {
        path.push(hop);
        enter(hop.to);
      }
    }
    return leave();
  };
};

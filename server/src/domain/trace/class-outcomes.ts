import type { AccessChannel, Restriction } from '../model/concepts.ts';
import { isLiveOn, type CalendarDate, type Id } from '../model/entity.ts';
import type { Outcome } from './answer.ts';
import { searchClass } from './class-search.ts';
import type { ClassShape } from './class-shape.ts';
import { dayOf } from './day-index.ts';
import { audiencesPerPass, passesOf } from './merge-audiences.ts';
import { outcomesOf, strandedSystems } from './outcomes.ts';
import { groupParts, lineageOf } from './parts.ts';
import type { TraceIndex } from './trace-index.ts';

/** What comes of parts of a class that share an answer. The same object for as long as nothing that bears on them differs. */
export interface GroupOutcomes {
  readonly channels: readonly AccessChannel[];
  readonly audiences: readonly Id[];
  /** By number of the channel, then of the audience; absent where the channel is not for the audience. */
  readonly outcomes: readonly (Outcome | undefined)[];
  /** Systems where it begins and from which no channel that releases it can be reached, restrictions ignored; by id. */
  readonly strandedStarts: readonly Id[];
  /** Systems that hold a copy which no recorded flow could supply, by id. */
  readonly unexplainedCopies: readonly Id[];
}

/** What comes of a class, part by part, as `groupParts` groups them: the class's own group is first. */
export interface ClassOutcomes {
  readonly groups: readonly { readonly parts: readonly Id[]; readonly found: GroupOutcomes }[];
}

/**
 * What a trace says of every live channel and audience for a class and each of its parts, and where it is stranded: without the restrictions
 * that make it so. What was found of a part is remembered, and taken over by later revisions for as long as nothing bears on it.
 * `undefined` for a class that is not there that day. Pure.
 */
export const classOutcomes = (index: TraceIndex, dataClass: Id, asOf: CalendarDate): ClassOutcomes | undefined => {
  const known = index.graph.DataClass.get(dataClass);
  if (known === undefined || !isLiveOn(known, asOf)) return undefined;
  return {
    groups: groupParts(index, dataClass, asOf).map(({ parts, lineage }) => ({
      parts,
      found: outcomesRemembered(index, lineage, asOf),
    })),
  };
};

/** All that outcomes are worked out from, beside the shape. */
interface Grounds {
  readonly audiences: readonly Id[];
  readonly restrictions: readonly (readonly Restriction[] | undefined)[];
}

interface Known extends Grounds {
  readonly asOf: CalendarDate;
  readonly found: GroupOutcomes;
}

/** How many are kept for one shape: as things are, and with restrictions as they might be. The one asked for last is first. */
const mostKept = 3;

const knownByShape = new WeakMap<ClassShape, readonly Known[]>();

const outcomesRemembered = (index: TraceIndex, lineage: readonly Id[], asOf: CalendarDate): GroupOutcomes => {
  const shape = dayOf(index, asOf).shapeOf(lineage);
  const grounds = {
    audiences: index.audiences,
    restrictions: [index.restrictionsOnAll, ...lineage.map((id) => index.restrictionsByClass.get(id))],
  };
  const known = knownByShape.get(shape) ?? [];
  const same = known.find((each) => each.asOf === asOf && isSame(each, grounds));
  if (same !== undefined && same === known[0]) return same.found;
  const newest = same ?? { ...grounds, asOf, found: outcomesAnew(index, shape, lineage, asOf) };
  knownByShape.set(shape, [newest, ...known.filter((each) => each !== same)].slice(0, mostKept));
  return newest.found;
};

const isSame = (a: Grounds, b: Grounds): boolean =>
  a.audiences === b.audiences &&
  a.restrictions.length === b.restrictions.length &&
  a.restrictions.every((each, at) => each === b.restrictions[at]);

const outcomesAnew = (
  index: TraceIndex,
  { channels }: ClassShape,
  lineage: readonly Id[],
  asOf: CalendarDate,
): GroupOutcomes => {
  const { audiences } = index;
  const outcomes: (Outcome | undefined)[] = Array.from({ length: channels.length * audiences.length });
  let strandedStarts: readonly Id[] = [];
  let unexplainedCopies: readonly Id[] = [];
  passesOf(audiences).forEach((some, pass) => {
    const search = searchClass(index, { lineage, asOf, audiences: some });
    const { graph, startNumbers } = search;
    const { kinds } = search.starts;
    const idsOf = (systems: readonly number[]): readonly Id[] =>
      systems.map((system) => graph.systems[system]?.id ?? '');
    if (pass === 0) {
      const stranded = new Set(strandedSystems(graph, search.possible));
      strandedStarts = idsOf(startNumbers.filter((system) => stranded.has(system)));
      unexplainedCopies = idsOf(startNumbers.filter((system) => kinds.get(system) === 'UNEXPLAINED_COPY'));
    }
    const first = pass * audiencesPerPass;
    channels.forEach((_, channel) => {
      const isFor = graph.channelFor[channel] ?? 0;
      const outcomeFor = outcomesOf(search, channel);
      some.forEach((_audience, at) => {
        const bit = 1 << at;
        if ((isFor & bit) !== 0) outcomes[channel * audiences.length + first + at] = outcomeFor(bit);
      });
    });
  });
  return { channels, audiences, outcomes, strandedStarts, unexplainedCopies };
};

/** Systems that hold a copy of a class, its parts left out, which no recorded flow could supply; by id. Pure. */
export const unexplainedCopies = (index: TraceIndex, dataClass: Id, asOf: CalendarDate): readonly Id[] =>
  index.graph.DataClass.has(dataClass)
    ? outcomesRemembered(index, lineageOf(index, dataClass), asOf).unexplainedCopies
    : [];

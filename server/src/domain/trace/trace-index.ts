import type { AccessChannel, BasisClaim, DataClass, Flow, Restriction, System } from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import { compareIds, type Id } from '../model/entity.ts';
import { once } from '../once.ts';
import { countMentions, type Counts } from './count-mentions.ts';
import { nextStructure } from './day-index.ts';
import type { Structure } from './day-parts.ts';
import { editsBetween, groupByEach, onlyWhere, patchGroups, patchSorted, type Edit } from './edits.ts';
import { takeOverGroupings } from './parts.ts';

/**
 * One revision of the inventory, arranged for tracing: what mentions a class, by class, so that a question costs by the
 * part of the graph that bears on it. Every list is in id order, which fixes the order of every answer.
 */
export interface TraceIndex {
  readonly graph: EhiGraph;
  /** Kinds of system that pass EHI on rather than keep it (catalogue `system-kinds`, lane INTEGRATION). */
  readonly integrationKinds: ReadonlySet<string>;
  readonly systems: readonly System[];
  readonly flows: readonly Flow[];
  readonly channels: readonly AccessChannel[];
  /** Systems, flows and channels; the same object for as long as they are the same. */
  readonly structure: Structure;
  /** How many systems, flows and channels name a class, on whatever day; made when first asked for. */
  readonly mentions: Counts;
  readonly restrictionsByClass: ReadonlyMap<Id, readonly Restriction[]>;
  /** Restrictions that name no class: they limit every one. */
  readonly restrictionsOnAll: readonly Restriction[];
  /** Data classes of the level CLASS: domains and elements are left out. */
  readonly classes: readonly DataClass[];
  readonly partsByClass: ReadonlyMap<Id, readonly DataClass[]>;
  readonly claimsByRestriction: ReadonlyMap<Id, readonly BasisClaim[]>;
  /** Every audience some channel is for, whenever: who an unrestricted question speaks of. */
  readonly audiences: readonly Id[];
}

/**
 * The index of a graph. What only depends on things that are the same as in `previous`, an index of another revision, is taken over from
 * there, and of the rest what the edits between the two leave alone: an edit costs by its size. Pure; from nothing, linear in the size of the
 * graph apart from sorting.
 */
export const createTraceIndex = (
  graph: EhiGraph,
  integrationKinds: ReadonlySet<string> = new Set(),
  previous?: TraceIndex,
): TraceIndex => {
  const systemEdits = editsOf(previous?.graph.System, graph.System);
  const flowEdits = editsOf(previous?.graph.Flow, graph.Flow);
  const channelEdits = editsOf(previous?.graph.AccessChannel, graph.AccessChannel);
  const system = derive(graph.System, systemEdits);
  const flow = derive(graph.Flow, flowEdits);
  const channel = derive(graph.AccessChannel, channelEdits);
  const restrictionEdits = editsOf(previous?.graph.Restriction, graph.Restriction);
  const restriction = derive(graph.Restriction, restrictionEdits);
  const dataClass = derive(graph.DataClass, editsOf(previous?.graph.DataClass, graph.DataClass));
  const claim = derive(graph.BasisClaim, editsOf(previous?.graph.BasisClaim, graph.BasisClaim));
  const systems = system(previous?.systems, (sorted) => sorted(), patchSorted);
  const flows = flow(previous?.flows, (sorted) => sorted(), patchSorted);
  const channels = channel(previous?.channels, (sorted) => sorted(), patchSorted);
  const index: TraceIndex = {
    graph,
    integrationKinds,
    systems,
    flows,
    channels,
    structure: nextStructure(previous?.structure, { systems, flows, channels }, [systemEdits, flowEdits, channelEdits]),
    mentions: countMentions({ systems, flows, channels }, previous?.mentions, [systemEdits, flowEdits, channelEdits]),
    restrictionsByClass: restriction(previous?.restrictionsByClass, ...grouped<Restriction>(({ limits }) => limits)),
    restrictionsOnAll: restriction(
      previous?.restrictionsOnAll,
      (sorted) => sorted().filter(limitsAll),
      (known, edits) => patchSorted(known, edits.flatMap(onlyWhere(limitsAll))),
    ),
    classes: dataClass(
      previous?.classes,
      (sorted) => sorted().filter(isClass),
      (known, edits) => patchSorted(known, edits.flatMap(onlyWhere(isClass))),
    ),
    partsByClass: dataClass(
      previous?.partsByClass,
      ...grouped<DataClass>(({ partOf }) => (partOf === undefined ? [] : [partOf])),
    ),
    claimsByRestriction: claim(previous?.claimsByRestriction, ...grouped<BasisClaim>((each) => [each.restriction])),
    audiences: channel(
      previous?.audiences,
      () => audiencesFor(channels),
      (known) => sameList(known, audiencesFor(channels)),
    ),
  };
  if (previous !== undefined && systemEdits && flowEdits && channelEdits && restrictionEdits)
    takeOverGroupings(index, previous, [
      ...named(systemEdits, ({ holds }) => holds.map(({ dataClass: id }) => id)),
      ...named(flowEdits, ({ carries }) => carries.map(({ dataClass: id }) => id)),
      ...named(channelEdits, ({ releases }) => releases.map(({ dataClass: id }) => id)),
      ...named(restrictionEdits, ({ limits }) => limits),
    ]);
  return index;
};

/** The classes that edited things name or named. */
const named = <T>(edits: readonly Edit<T>[], classesOf: (thing: T) => readonly Id[]): readonly Id[] =>
  edits.flatMap(({ before, after }) => [
    ...(before === undefined ? [] : classesOf(before)),
    ...(after === undefined ? [] : classesOf(after)),
  ]);

/** What differs between two revisions of a concept: nothing where they are the same; `undefined` where there is no earlier one, or it is much. */
const editsOf = <T>(
  before: ReadonlyMap<Id, T> | undefined,
  after: ReadonlyMap<Id, T>,
): readonly Edit<T>[] | undefined => {
  if (before === undefined) return undefined;
  return before === after ? [] : editsBetween(before, after);
};

const derive = <T extends { readonly id: Id }>(
  things: ReadonlyMap<Id, T>,
  edits: readonly Edit<T>[] | undefined,
): Derive<T> => {
  const sorted = once(() => sortedById(things));
  return (known, make, patch) => {
    if (known === undefined || edits === undefined) return make(sorted);
    return edits.length === 0 ? known : patch(known, edits);
  };
};

/** Makes something from the things of a concept: from nothing, or from what was made before and the edits since. */
type Derive<T> = <V>(
  known: V | undefined,
  make: (sorted: () => readonly T[]) => V,
  patch: (known: V, edits: readonly Edit<T>[]) => V,
) => V;

const limitsAll = ({ limits }: Restriction): boolean => limits.length === 0;
const isClass = ({ level }: DataClass): boolean => level === 'CLASS';

const audiencesFor = (channels: readonly AccessChannel[]): readonly Id[] =>
  [...new Set(channels.flatMap(({ audiences }) => audiences))].sort(compareIds);

/** The list that is known where the other says the same. */
const sameList = (known: readonly Id[], other: readonly Id[]): readonly Id[] =>
  known.length === other.length && known.every((id, at) => id === other[at]) ? known : other;

type Groups<T> = ReadonlyMap<Id, readonly T[]>;

/** How things are grouped by keys they name: from nothing, and after edits. */
const grouped = <T extends { readonly id: Id }>(
  keysOf: (thing: T) => readonly Id[],
): readonly [(sorted: () => readonly T[]) => Groups<T>, (known: Groups<T>, edits: readonly Edit<T>[]) => Groups<T>] => [
  (sorted) => groupByEach(sorted(), keysOf),
  (known, edits) => patchGroups(known, edits, keysOf),
];

export { compareIds };

const sortedById = <T extends { readonly id: Id }>(byId: ReadonlyMap<Id, T>): readonly T[] =>
  [...byId.values()].sort((a, b) => compareIds(a.id, b.id));

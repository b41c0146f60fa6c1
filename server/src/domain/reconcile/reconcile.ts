import type { Catalogues } from '../catalogue/index.ts';
import { originalOf } from '../hidden/originals.ts';
import { stopsRelease, type Observation, type Restriction } from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import { compareIds, isLiveOn, type CalendarDate, type Id } from '../model/entity.ts';
import {
  createClassResolver,
  onlyMeant,
  type ClassResolver,
  type MeantClass,
  type ResolvedSign,
} from './class-resolver.ts';
import { hideReconciliation } from './hide-reconciliation.ts';
import { channelDifferences, flowDifferences, systemDifferences, type Difference } from './differences.ts';
import {
  createMatchIndex,
  decidedMatch,
  matchChannel,
  matchFlow,
  matchSystem,
  type Candidate,
  type Matching,
  type MatchIndex,
} from './match.ts';
import {
  statementOf,
  type ClassSign,
  type ObservedFilter,
  type ObservedHolding,
  type ObservedPlace,
  type ObservedStatement,
} from './observed.ts';

export const reconciledStatuses = [
  'MATCHED',
  'CONFLICTING',
  'AMBIGUOUS',
  'OBSERVED_ONLY',
  'UNMAPPED',
  'NOTED',
] as const;
/**
 * How something an import saw stands to the inventory. MATCHED: the inventory says the same. CONFLICTING: it says something else.
 * AMBIGUOUS: several things could be meant. OBSERVED_ONLY: nothing in the inventory stands for it. UNMAPPED: a table whose class nobody
 * can tell. NOTED: worth reading, and nothing to decide.
 */
export type ReconciledStatus = (typeof reconciledStatuses)[number];

/** Something an import saw, side by side with the inventory. */
export interface ReconciledItem {
  readonly observation: Observation;
  readonly statement: ObservedStatement;
  readonly status: ReconciledStatus;
  /** What it stands for, if that is known. */
  readonly match?: Candidate;
  /** What else it could be, best first; what it stands for is not among them. */
  readonly candidates: readonly Candidate[];
  readonly differences: readonly Difference[];
  /** What its signs mean here. */
  readonly classes: readonly ResolvedSign[];
  /** Where a filter sits in the inventory, if that is known. */
  readonly place?: { readonly kind: ObservedPlace['kind']; readonly id: Id };
}

/** Everything imports saw, side by side with the inventory as of a day. */
export interface Reconciliation {
  readonly asOf: CalendarDate;
  /** In the order of observation ids. Only observations that are kept as data and have not ended. */
  readonly items: readonly ReconciledItem[];
  readonly byObservation: ReadonlyMap<Id, ReconciledItem>;
  readonly resolver: ClassResolver;
}

/** What reconciling looks at. */
export interface ReconcileQuestion {
  readonly graph: EhiGraph;
  readonly catalogues: Pick<Catalogues, 'uscdi' | 'drsClasses'>;
  readonly asOf: CalendarDate;
}

/** Returns what imports saw beside what people declared. Exact, and the same for the same inventory, whether its names are hidden or not. Pure. */
export const reconcile = ({ graph, catalogues, asOf }: ReconcileQuestion): Reconciliation => {
  const original = originalOf(graph);
  if (original !== undefined) return hideReconciliation(reconcile({ graph: original, catalogues, asOf }), graph);
  const resolver = createClassResolver(graph, catalogues, asOf);
  const index = createMatchIndex(graph, asOf);
  const seen = [...graph.Observation.values()]
    .filter((each) => isLiveOn(each, asOf))
    .flatMap((observation) => {
      const statement = statementOf(observation);
      return statement === undefined ? [] : [{ observation, statement }];
    })
    .toSorted((a, b) => compareIds(a.observation.id, b.observation.id));
  const restrictions = restrictionsByPlace(graph, asOf);
  const done = new Map<Id, ReconciledItem>();
  // What others refer to comes first: systems, then flows and channels, then what sits on them.
  const context: Context = { graph, asOf, index, resolver, restrictions, done };
  for (const stage of stages) {
    for (const { observation, statement } of seen)
      if (stage.includes(statement.kind)) done.set(observation.id, toItem(context, observation, statement));
    if (!stage.includes('FLOW')) continue;
    settleEnds(graph, done);
    // An end that one flow settles may be what another was not known for.
    for (const { observation, statement } of seen)
      if (statement.kind === 'FLOW' && done.get(observation.id)?.match === undefined)
        done.set(observation.id, toItem(context, observation, statement));
  }
  const items = seen.flatMap(({ observation }) => done.get(observation.id) ?? []);
  return { asOf, items, byObservation: done, resolver };
};

/** How likely a system is the end of a flow that is known, when nothing else tells. */
const endScore = 0.75;

/**
 * An end nobody knows, of a flow that is known, is most likely what the inventory has at that end. Where the file has no more than an
 * address for it and every flow that is known for sure agrees, it is taken for that; else it is offered (changes the items).
 */
const settleEnds = (graph: EhiGraph, done: Map<Id, ReconciledItem>): void => {
  const found = new Map<Id, Map<Id, { readonly reason: string; readonly isSure: boolean }>>();
  for (const { statement, match, observation } of done.values()) {
    const flow = statement.kind === 'FLOW' && match !== undefined ? graph.Flow.get(match.id) : undefined;
    if (statement.kind !== 'FLOW' || flow === undefined || match === undefined) continue;
    for (const [end, id] of [
      [statement.from, flow.from],
      [statement.to, flow.to],
    ] as const) {
      const reason = `"${observation.name}", which is known, ${end === statement.to ? 'goes there' : 'comes from there'}`;
      const ends = found.get(end) ?? new Map<Id, { readonly reason: string; readonly isSure: boolean }>();
      if (!ends.has(id)) ends.set(id, { reason, isSure: match.score === 1 });
      found.set(end, ends);
    }
  }
  for (const [end, ends] of found) {
    const item = done.get(end);
    if (item?.match !== undefined || item === undefined || item.statement.kind !== 'SYSTEM') continue;
    const offered = [...ends].flatMap(([id, { reason }]): readonly Candidate[] => {
      const system = graph.System.get(id);
      const known = item.candidates.find((each) => each.id === id);
      if (system === undefined) return [];
      const reasons = [reason, ...(known?.reasons ?? [])].slice(0, 4);
      return [{ concept: 'System', id, name: system.name, score: Math.max(endScore, known?.score ?? 0), reasons }];
    });
    const [only] = offered;
    const isSettled =
      item.statement.isUnresolved && offered.length === 1 && [...ends.values()].every(({ isSure }) => isSure);
    const others = item.candidates.filter((each) => !ends.has(each.id));
    done.set(
      end,
      isSettled && only !== undefined
        ? { ...item, status: 'MATCHED', match: only, candidates: others }
        : { ...item, candidates: [...offered, ...others].toSorted((a, b) => b.score - a.score) },
    );
  }
};

const stages: readonly (readonly ObservedStatement['kind'][])[] = [
  ['SYSTEM'],
  ['FLOW', 'CHANNEL'],
  ['HOLDING', 'FILTER', 'NOTE'],
];

interface Context {
  readonly graph: EhiGraph;
  readonly asOf: CalendarDate;
  readonly index: MatchIndex;
  readonly resolver: ClassResolver;
  readonly restrictions: ReadonlyMap<Id, readonly Restriction[]>;
  readonly done: ReadonlyMap<Id, ReconciledItem>;
}

const nothing: Matching = { sure: [], others: [] };

const toItem = (context: Context, observation: Observation, statement: ObservedStatement): ReconciledItem => {
  const { graph, asOf, resolver } = context;
  const classes = signsIn(statement).map(resolver.resolve);
  const base = { observation, statement, classes } as const;
  if (statement.kind === 'NOTE') return { ...base, status: 'NOTED', candidates: [], differences: [] };
  if (statement.kind === 'FILTER') return filterItem(context, base, statement);
  if (statement.kind === 'HOLDING') return holdingItem(context, base, statement);
  const decided = decidedMatch(graph, observation, asOf);
  const found = decided === undefined ? matchingOf(context, observation, statement) : nothing;
  const match = decided ?? (found.sure.length === 1 ? found.sure[0] : undefined);
  const candidates = match === undefined ? [...found.sure, ...found.others] : found.others;
  const differences = match === undefined ? [] : differencesOf(context, base, match.id);
  const status: ReconciledStatus =
    match !== undefined
      ? differences.length > 0
        ? 'CONFLICTING'
        : 'MATCHED'
      : found.sure.length > 1
        ? 'AMBIGUOUS'
        : 'OBSERVED_ONLY';
  return { ...base, status, candidates, differences, ...(match === undefined ? {} : { match }) };
};

const signsIn = (statement: ObservedStatement): readonly ClassSign[] => {
  switch (statement.kind) {
    case 'FLOW':
      return statement.carries;
    case 'CHANNEL':
      return statement.releases;
    case 'HOLDING':
    case 'FILTER':
      return statement.classes;
    case 'SYSTEM':
    case 'NOTE':
      return [];
  }
};

const matchOf = ({ done }: Context, id: Id): Id | undefined => done.get(id)?.match?.id;

const matchingOf = (context: Context, { name }: Observation, statement: ObservedStatement): Matching => {
  if (statement.kind === 'SYSTEM') return matchSystem(context.index, name, statement);
  if (statement.kind === 'FLOW')
    return matchFlow(context.index, name, statement, matchOf(context, statement.from), matchOf(context, statement.to));
  return statement.kind === 'CHANNEL'
    ? matchChannel(context.index, statement, matchOf(context, statement.system))
    : nothing;
};

type Base = Pick<ReconciledItem, 'observation' | 'statement' | 'classes'>;

const differencesOf = (
  { graph, asOf, resolver, done }: Context,
  { statement, classes }: Base,
  id: Id,
): readonly Difference[] => {
  if (statement.kind === 'SYSTEM') return systemDifferences(graph.System.get(id), statement);
  if (statement.kind === 'FLOW') {
    const ends = { from: done.get(statement.from)?.match?.id, to: done.get(statement.to)?.match?.id };
    return flowDifferences({ declared: graph.Flow.get(id), seen: statement, classes, resolver, asOf, ends });
  }
  return statement.kind === 'CHANNEL'
    ? channelDifferences({ declared: graph.AccessChannel.get(id), seen: statement, classes, resolver, asOf })
    : [];
};

/** Returns the class a table stands for: the one decided, else the only one its surest signs mean. */
export const classOfHolding = (item: ReconciledItem): MeantClass | undefined => {
  const sure = item.classes.filter(({ sign }) => sign.certainty !== 'POSSIBLE');
  const meant = new Map(
    (sure.length > 0 ? sure : item.classes).flatMap((sign) => {
      const only = onlyMeant(sign);
      return only === undefined ? [] : [[only.id, only] as const];
    }),
  );
  return meant.size === 1 ? [...meant.values()][0] : undefined;
};

const holdingItem = (context: Context, base: Base, statement: ObservedHolding): ReconciledItem => {
  const { graph, asOf, resolver } = context;
  const decided = decidedMatch(graph, base.observation, asOf);
  const system = matchOf(context, statement.system);
  const item = { ...base, candidates: [], differences: [] } as const;
  if (decided !== undefined) return { ...item, status: 'MATCHED', match: decided };
  const unique = holdingCandidates(context, base, statement);
  if (unique.length === 0) return { ...item, status: 'UNMAPPED' };
  const only = classOfHolding({ ...item, status: 'NOTED' });
  if (only === undefined) return { ...item, status: 'AMBIGUOUS', candidates: unique };
  const holds = liveClasses(system === undefined ? undefined : graph.System.get(system)?.holds, asOf);
  if (!resolver.isWithin(only.id, holds)) return { ...item, status: 'OBSERVED_ONLY', candidates: unique };
  const match = unique.find(({ id }) => id === only.id);
  return {
    ...item,
    status: 'MATCHED',
    ...(match === undefined ? {} : { match }),
    candidates: unique.filter((each) => each !== match),
  };
};

/** As many as a person chooses among. */
const mostCandidates = 12;

/** What a table could be, best first: what its own signs mean, then what single columns of it point at. */
const holdingCandidates = (
  { resolver }: Context,
  { classes }: Base,
  { parts }: ObservedHolding,
): readonly Candidate[] => {
  const candidate = ({ id, name }: MeantClass, score: number, reason: string): Candidate => ({
    concept: 'DataClass',
    id,
    name,
    score,
    reasons: [reason],
  });
  const own = classes.flatMap(({ sign, meant }) =>
    meant.map((each) => candidate(each, meant.length > 1 ? 0.5 : scoreOf[sign.certainty], sign.reason)),
  );
  const ofColumns = parts.flatMap((part) =>
    part.classes
      .map(resolver.resolve)
      .flatMap(({ sign, meant }) => meant.map((each) => candidate(each, 0.4, `column ${part.name}: ${sign.reason}`))),
  );
  const all = [...own, ...ofColumns];
  return all.filter(({ id }, at) => all.findIndex((each) => each.id === id) === at).slice(0, mostCandidates);
};

const scoreOf = { CERTAIN: 1, LIKELY: 0.8, POSSIBLE: 0.5 } as const;

const filterItem = (context: Context, base: Base, statement: ObservedFilter): ReconciledItem => {
  const { graph, asOf, restrictions } = context;
  const id = matchOf(context, statement.at.observation);
  const place = id === undefined ? {} : { place: { kind: statement.at.kind, id } };
  const item = { ...base, ...place, candidates: [], differences: [] } as const;
  const decided = decidedMatch(graph, base.observation, asOf);
  if (decided !== undefined) return { ...item, status: 'MATCHED', match: decided };
  const here = id === undefined ? [] : (restrictions.get(id) ?? []);
  const [covering] = here.filter((each) => covers(context, each, base.classes));
  if (covering === undefined) {
    const offered = here.map(({ id: restriction, name }): Candidate => ({
      concept: 'Restriction',
      id: restriction,
      name,
      score: 0.6,
      reasons: ['it sits at the same place and is about other classes, or lets them pass'],
    }));
    return { ...item, status: 'OBSERVED_ONLY', candidates: offered };
  }
  return {
    ...item,
    status: 'MATCHED',
    match: {
      concept: 'Restriction',
      id: covering.id,
      name: covering.name,
      score: 0.9,
      reasons: ['it sits at the same place and stops the same'],
    },
  };
};

/** A recorded restriction stands for a seen filter when it stops what the filter stops; where the filter does not tell, any that stops. */
const covers = ({ resolver }: Context, { effect, limits }: Restriction, classes: readonly ResolvedSign[]): boolean => {
  if (!stopsRelease(effect)) return false;
  if (limits.length === 0) return true;
  const limited = new Set(limits);
  const meant = classes.flatMap((sign) => onlyMeant(sign)?.id ?? []);
  return meant.length === 0 || meant.some((id) => resolver.isWithin(id, limited));
};

const restrictionsByPlace = (graph: EhiGraph, asOf: CalendarDate): ReadonlyMap<Id, readonly Restriction[]> => {
  const byPlace = new Map<Id, Restriction[]>();
  for (const restriction of graph.Restriction.values())
    if (isLiveOn(restriction, asOf))
      byPlace.set(restriction.appliesTo.id, [...(byPlace.get(restriction.appliesTo.id) ?? []), restriction]);
  return byPlace;
};

/** Returns the classes of the live links of a list. */
export const liveClasses = (
  links:
    | readonly { readonly dataClass: Id; readonly startedOn?: CalendarDate; readonly endedOn?: CalendarDate }[]
    | undefined,
  asOf: CalendarDate,
): ReadonlySet<Id> => new Set((links ?? []).filter((link) => isLiveOn(link, asOf)).map(({ dataClass }) => dataClass));

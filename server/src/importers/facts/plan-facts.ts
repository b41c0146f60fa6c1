import { createHash } from 'node:crypto';
import type { Catalogues } from '../../domain/catalogue/index.ts';
import type { InventoryDocument } from '../../domain/inventory/inventory-documents.ts';
import type { ImportRun, Observation } from '../../domain/model/concepts.ts';
import type { EhiGraph } from '../../domain/model/ehi-graph.ts';
import type { Id } from '../../domain/model/entity.ts';
import {
  reconcile,
  type Candidate,
  type Difference,
  type ObservedStatement,
  type ReconciledItem,
} from '../../domain/reconcile/index.ts';
import type { Write } from '../../store/port.ts';
import { toDocument } from '../planned-write.ts';
import { everything, type ArtefactFacts } from './facts.ts';
import { factChanges, type FactFieldChange } from './fact-changes.ts';
import { keptScope, observedFacts, type ObservedEntry } from './observed-facts.ts';

/** What became of one fact since the last file of its origin. */
export type FactChange = 'APPEARED' | 'CHANGED' | 'UNCHANGED' | 'VANISHED';

/** One fact of a file, or one that the file no longer has, with how it stands to the inventory. */
export interface SeenFact {
  readonly observation: Id;
  readonly fact: string;
  readonly name: string;
  readonly pointer: string;
  readonly change: FactChange;
  readonly status: ReconciledItem['status'];
  /** What of the inventory it stands for, if that is known. */
  readonly match?: Candidate;
  /** In what it differs from that. */
  readonly differences: readonly Omit<Difference, 'classes'>[];
  /** Of a fact that changed: what the last file said, and what this one says. */
  readonly changes: readonly FactFieldChange[];
}

/** What importing the facts of a file would do. Pure data: nothing has been written. */
export interface FactsPlan {
  /** In the order of the file; what vanished comes last. */
  readonly seen: readonly SeenFact[];
  readonly counts: Readonly<Record<string, number>>;
  readonly warnings: readonly string[];
  readonly writes: readonly Write[];
}

/** What planning looks at. `run` is the import run as it will be when it is done. */
export interface FactsContext {
  readonly graph: EhiGraph;
  readonly catalogues: Pick<Catalogues, 'uscdi' | 'drsClasses'>;
  readonly run: InventoryDocument<'ImportRun'> & { readonly revision?: number };
  /** The system of the inventory that the file is about, where the person who imports it said so. */
  readonly self?: { readonly system: Id; readonly actor: string };
}

/** The kind and origin under which the observations of a file are kept: a later file of both is compared with it. */
export const originOf = ({ kind, origin }: Pick<ArtefactFacts, 'kind' | 'origin'>): string => `${kind}:${origin}`;

/**
 * Returns what importing facts would write: an observation for each, with an id made of its origin and key, so that the same fact in a
 * later file is the same observation; what vanished ends. Nothing of the inventory that people keep is touched, and what somebody
 * decided about an observation stays. Pure.
 */
export const planFacts = (facts: ArtefactFacts, context: FactsContext): FactsPlan => {
  const { graph, catalogues, run } = context;
  const origin = originOf(facts);
  const { entries, warnings } = observedFacts(facts, (fact, key) => observationId(facts.kind, origin, fact, key));
  const day = run.startedAt.slice(0, 10);
  const documents = entries
    .map((entry) => toObservation(entry, facts, origin, run, graph.Observation.get(entry.id)))
    .map((document, at) => withSelf(document, entries[at]?.statement, context));
  const present = new Set(entries.map(({ id }) => id));
  const before = [...graph.Observation.values()].filter(
    (each) => each.origin === origin && each.endedOn === undefined && each.scope !== undefined,
  );
  const isOther = facts.covers.length > 0 && isAboutOthers(before, entries);
  const covered = new Set(isOther ? [] : facts.covers.map(keptScope));
  const gone = before.filter(
    ({ id, scope = '' }) => (covered.has(everything) || covered.has(scope)) && !present.has(id),
  );
  const ended = gone.map((each) => ({
    ...toDocument<'Observation'>(each),
    endedOn: day,
    endReason: `It is not in "${run.file}" any more, which is complete.`,
  }));

  // How each stands to the inventory is what it will be once these are written.
  const next = withObservations(graph, [...documents, ...ended]);
  const { byObservation, resolver } = reconcile({ graph: next, catalogues, asOf: day });
  const settled = documents.map((document) => withOutcome(document, byObservation.get(document.id)));
  const names = { observation: (id: Id): string => next.Observation.get(id)?.name ?? id, resolver };
  const seen = [
    ...settled.map((document): SeenFact => {
      const earlier = graph.Observation.get(document.id);
      const change = changeOf(earlier, document);
      const { status = 'NOTED', match, differences = [] } = byObservation.get(document.id) ?? {};
      return {
        observation: document.id,
        fact: document.fact,
        name: document.name,
        pointer: document.pointer,
        change,
        status,
        ...(match === undefined ? {} : { match }),
        differences: differences.map((each) => withNames(graph, each)),
        changes: change === 'CHANGED' && earlier !== undefined ? factChanges(earlier, document, names) : [],
      };
    }),
    ...ended.map(({ id, fact, name, pointer }): SeenFact => ({
      observation: id,
      fact,
      name,
      pointer,
      change: 'VANISHED',
      status: 'NOTED',
      differences: [],
      changes: [],
    })),
  ];
  const count = (change: FactChange): number => seen.filter((each) => each.change === change).length;
  return {
    seen,
    warnings: isOther ? [...warnings, otherThing(origin)] : warnings,
    counts: {
      ...countsOf(entries),
      classes: classesIn(facts),
      appeared: count('APPEARED'),
      changed: count('CHANGED'),
      unchanged: count('UNCHANGED'),
      vanished: count('VANISHED'),
    },
    writes: [...settled, ...ended].map((document) => observationWrite(graph, document)),
  };
};

/**
 * How many facts of each kind are kept, what the file does not tell among them: together they are as many as appear, change and stay.
 * What comes twice or hangs in the air is not kept, and not counted.
 */
const countsOf = (entries: readonly ObservedEntry[]): Readonly<Record<string, number>> => {
  const of = (kind: ObservedStatement['kind']): readonly ObservedEntry[] =>
    entries.filter(({ statement }) => statement.kind === kind);
  const notes = of('NOTE');
  const untold = notes.filter(({ fact }) => fact === 'cannot-tell').length;
  return {
    systems: of('SYSTEM').length,
    flows: of('FLOW').length,
    channels: of('CHANNEL').length,
    holdings: of('HOLDING').length,
    parts: entries.reduce((sum, { statement }) => sum + (statement.kind === 'HOLDING' ? statement.parts.length : 0), 0),
    filters: of('FILTER').length,
    notes: notes.length - untold,
    cannotTell: untold,
  };
};

/** What a file is about. Addresses and notes may be the same in two files that have nothing to do with each other. */
const mainFacts: ReadonlySet<string> = new Set(['flow', 'channel', 'holding']);

/**
 * Whether a file is about something else than the last of its origin: both show flows, channels or holdings, and none is in both. Two engines
 * that nobody gave a name would end each other's channels otherwise.
 */
const isAboutOthers = (before: readonly Observation[], entries: readonly ObservedEntry[]): boolean => {
  const isMain = ({ fact }: Pick<Observation, 'fact'>): boolean => mainFacts.has(fact);
  const known = new Set(before.filter(isMain).map(({ id }) => id));
  const shown = entries.filter(isMain);
  return known.size > 0 && shown.length > 0 && !shown.some(({ id }) => known.has(id));
};

const otherThing = (origin: string): string =>
  `It has nothing in common with the last file of "${origin.slice(origin.indexOf(':') + 1)}", so nothing of that is taken as gone. If it describes something else, import it again under a name of its own.`;

/** Returns the id of an observation: the same for the same fact of the same origin. */
const observationId = (kind: string, origin: string, fact: string, key: string): Id =>
  `${kind}.${createHash('sha256')
    .update(JSON.stringify([origin, fact, key]))
    .digest('hex')
    .slice(0, 20)}`;

type Document = InventoryDocument<'Observation'>;

const toObservation = (
  { id, name, pointer, detail, fact, key, scope, statement }: ObservedEntry,
  { grade }: ArtefactFacts,
  origin: string,
  run: FactsContext['run'],
  before: Observation | undefined,
): Document => {
  const { decision, decidedBy, decidedAt, decisionReason, matches } = before ?? {};
  return {
    id,
    name,
    run: run.id,
    fact,
    pointer,
    ...(detail === undefined ? {} : { detail }),
    outcome: 'NOTED',
    key,
    origin,
    scope,
    statement: canonical(statement),
    source: `import:${run.id}`,
    grade,
    recordedAt: run.startedAt,
    ...(decision === undefined ? {} : { decision }),
    ...(decidedBy === undefined ? {} : { decidedBy }),
    ...(decidedAt === undefined ? {} : { decidedAt }),
    ...(decisionReason === undefined ? {} : { decisionReason }),
    ...(decision === undefined || matches === undefined ? {} : { matches }),
  };
};

/** Whoever imports a file of one system says which it is: that is a decision like any other, and the next file finds it. */
const withSelf = (
  document: Document,
  statement: ObservedStatement | undefined,
  { self, run }: FactsContext,
): Document =>
  self === undefined || statement?.kind !== 'SYSTEM' || !statement.isSelf
    ? document
    : {
        ...document,
        decision: 'MERGED',
        decidedBy: self.actor,
        decidedAt: run.startedAt,
        decisionReason: `said when "${run.file}" was imported`.slice(0, 300),
        matches: { concept: 'System', id: self.system },
      };

const outcomeOf = { MATCHED: 'MATCHED', CONFLICTING: 'CONFLICTING', AMBIGUOUS: 'AMBIGUOUS' } as const;

const withOutcome = (document: Document, item: ReconciledItem | undefined): Document => {
  if (item === undefined) return document;
  const outcome = Object.entries(outcomeOf).find(([status]) => status === item.status)?.[1] ?? 'NOTED';
  // A filter stands for a restriction, or else at the place where it sits: findings and lists lead there.
  const place = item.place === undefined ? undefined : { concept: conceptOfPlace[item.place.kind], id: item.place.id };
  const match = item.match === undefined ? place : { concept: item.match.concept, id: item.match.id };
  return {
    ...document,
    outcome,
    ...(document.decision !== undefined || match === undefined ? {} : { matches: match }),
  };
};

const conceptOfPlace = { SYSTEM: 'System', FLOW: 'Flow', CHANNEL: 'AccessChannel' } as const;

/** A fact that moved to another line is the same fact. */
const changeOf = (before: Observation | undefined, after: Document): FactChange =>
  before === undefined || before.endedOn !== undefined
    ? 'APPEARED'
    : before.statement === after.statement && before.name === after.name
      ? 'UNCHANGED'
      : 'CHANGED';

const observationWrite = (graph: EhiGraph, document: Document): Write => {
  const before = graph.Observation.get(document.id);
  return {
    concept: 'Observation',
    document,
    action: before === undefined ? 'CREATE' : document.endedOn === undefined ? 'UPDATE' : 'END',
    expected: before?.revision ?? 0,
  };
};

/** The ends of a flow by name: nobody knows a system by its id. */
const withNames = (graph: EhiGraph, { field, declared, observed }: Difference): SeenFact['differences'][number] => {
  const nameOf = (id: string): string => graph.System.get(id)?.name ?? id;
  return field === 'from' || field === 'to'
    ? { field, declared: nameOf(declared), observed: nameOf(observed) }
    : { field, declared, observed };
};

const withObservations = (graph: EhiGraph, documents: readonly Document[]): EhiGraph => {
  const next = new Map(graph.Observation);
  for (const document of documents)
    next.set(document.id, { ...document, createdAt: document.recordedAt, updatedAt: document.recordedAt, revision: 0 });
  return { ...graph, Observation: next };
};

const classesIn = ({ flows, channels, holdings, filters }: ArtefactFacts): number => {
  const signs = [
    ...flows.flatMap(({ carries }) => carries),
    ...channels.flatMap(({ releases }) => releases),
    ...holdings.flatMap(({ classes, parts }) => [...classes, ...parts.flatMap((part) => part.classes)]),
    ...filters.flatMap(({ classes }) => classes),
  ];
  return new Set(
    signs.flatMap(({ classes, name }): readonly (string | undefined)[] =>
      classes.length === 1 ? classes : classes.length === 0 ? [name] : [],
    ),
  ).size;
};

/** JSON with sorted keys, so that equal facts are equal texts. */
const canonical = (statement: ObservedStatement): string =>
  JSON.stringify(statement, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

/** Returns a run's counts as the run keeps them. */
export const countsText = (counts: Readonly<Record<string, number>>): NonNullable<ImportRun['counts']> =>
  JSON.stringify(counts);

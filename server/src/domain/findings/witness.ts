import type { Restriction } from '../model/concepts.ts';
import { compareIds, isLiveOn, type CalendarDate, type Id } from '../model/entity.ts';
import {
  lineageOf,
  pathIdOf,
  shortestPathOut,
  traceRestRemembered,
  type TraceIndex,
  type TracedRestriction,
} from '../trace/index.ts';
import type { EntityKind, Finding, FoundEntity } from './finding.ts';
import { names, namedBy } from './live.ts';

/** What shows a finding: where to look, and what is seen there in sentences. */
export interface FindingWitness {
  readonly kind: 'PATH' | 'PLACE' | 'THING';
  readonly sentences: readonly string[];
  readonly dataClass?: Id;
  readonly audience?: Id;
  readonly path?: string;
  readonly restriction?: Id;
  readonly thing?: FoundEntity;
}

/** What shows a finding in the inventory and on the day it was found. Total: what no trace shows is shown by the thing itself. Pure. */
export const witnessOf = (index: TraceIndex, asOf: CalendarDate, finding: Finding): FindingWitness => {
  const question = { index, asOf, finding };
  const restriction = first(finding, 'restriction');
  if (restriction !== undefined) return ofRestriction(question, restriction);
  const dataClass = first(finding, 'dataClass');
  if (dataClass === undefined) return ofThing(finding);
  return finding.rule === 'channel-mismatch' ? ofMismatch(question, dataClass) : ofClass(question, dataClass);
};

interface Question {
  readonly index: TraceIndex;
  readonly asOf: CalendarDate;
  readonly finding: Finding;
}

const first = ({ entities }: Finding, kind: EntityKind): Id | undefined =>
  entities.find((each) => each.kind === kind)?.id;

const all = ({ entities }: Finding, kind: EntityKind): readonly Id[] =>
  entities.filter((each) => each.kind === kind).map(({ id }) => id);

/** By itself: the record of what it is about, the most telling first. */
const ofThing = ({ entities, explanation }: Finding): FindingWitness => {
  const thing = kindsByItself.flatMap((kind) => entities.find((each) => each.kind === kind) ?? [])[0];
  return { kind: 'THING', sentences: [explanation], ...(thing === undefined ? {} : { thing }) };
};

const kindsByItself: readonly EntityKind[] = ['flow', 'channel', 'system', 'observation', 'audience'];

/** Where a restriction is met: a path that ends at it where there is one. For a contradiction, a way out elsewhere beside it. */
const ofRestriction = (question: Question, id: Id): FindingWitness => {
  const { index, asOf, finding } = question;
  const restriction = index.graph.Restriction.get(id);
  const seen = restriction === undefined ? undefined : whereMet(question, restriction);
  if (restriction === undefined || seen === undefined) {
    return { kind: 'THING', sentences: [finding.explanation], restriction: id };
  }
  const { dataClass, traced } = seen;
  const path = pathIdOf(traced, restriction);
  const elsewhere =
    finding.rule === 'contradiction'
      ? wayOut(index, asOf, dataClass, all(finding, 'channel'), all(finding, 'audience'))
      : undefined;
  return {
    kind: path === undefined ? 'PLACE' : 'PATH',
    sentences: [
      traced.witness.sentence,
      ...(elsewhere === undefined ? [] : [`Elsewhere it is released: ${elsewhere.sentence}`]),
    ],
    dataClass,
    audience: traced.witness.audience,
    ...(path === undefined ? {} : { path }),
    restriction: id,
  };
};

/** How many classes are looked at for one that meets a restriction on everything. */
const mostClasses = 50;

/** The first class, by id, on whose way a restriction is; one that meets it goes before one that only would. */
const whereMet = (
  { index, asOf, finding }: Question,
  restriction: Restriction,
): { readonly dataClass: Id; readonly traced: TracedRestriction } | undefined => {
  const named = all(finding, 'dataClass');
  const classes = named.length > 0 ? named : classesUnder(index, asOf, restriction);
  let behind: { readonly dataClass: Id; readonly traced: TracedRestriction } | undefined;
  for (const dataClass of classes) {
    const answer = traceRestRemembered(index, dataClass, asOf);
    const traced = answer.ok
      ? answer.value.restrictions.find((each) => each.restriction === restriction.id)
      : undefined;
    if (traced?.place === 'MET') return { dataClass, traced };
    if (traced !== undefined) behind ??= { dataClass, traced };
  }
  return behind;
};

/** The live classes, and what is below them and named, that a restriction limits: by id, at most `mostClasses`. */
const classesUnder = (index: TraceIndex, asOf: CalendarDate, { limits }: Restriction): readonly Id[] => {
  const limited = new Set(limits);
  const below = index.classes
    .filter((each) => isLiveOn(each, asOf) && (limits.length === 0 || names(index.graph, limited, each.id)))
    .map(({ id }) => id);
  return [...new Set([...limits.filter((id) => index.graph.DataClass.get(id)?.level === 'ELEMENT'), ...below])]
    .sort(compareIds)
    .slice(0, mostClasses);
};

/** A class that one channel has and another has not: a way out by one that has it. */
const ofMismatch = (question: Question, dataClass: Id): FindingWitness => {
  const { index, asOf, finding } = question;
  const lineage = lineageOf(index, dataClass);
  const releasing = index.channels
    .filter((channel) => isLiveOn(channel, asOf))
    .filter((channel) => {
      const released = namedBy(channel.releases, asOf);
      return lineage.some((each) => released.has(each));
    })
    .map(({ id }) => id);
  const path = wayOut(index, asOf, dataClass, releasing, all(finding, 'audience'));
  const channel = first(finding, 'channel');
  const thing: FoundEntity | undefined = channel === undefined ? undefined : { kind: 'channel', id: channel };
  if (path === undefined) return ofClass(question, dataClass);
  return {
    kind: 'PATH',
    sentences: [`Elsewhere it is released: ${path.sentence}`, finding.explanation],
    dataClass,
    audience: path.audience,
    path: path.id,
    ...(thing === undefined ? {} : { thing }),
  };
};

/** The first way out by one of these channels for one of these audiences. */
const wayOut = (
  index: TraceIndex,
  asOf: CalendarDate,
  dataClass: Id,
  channels: readonly Id[],
  audiences: readonly Id[],
): ReturnType<typeof shortestPathOut> => {
  for (const channel of channels)
    for (const audience of audiences) {
      const path = shortestPathOut(index, { dataClass, asOf, channel, audience });
      if (path !== undefined) return path;
    }
  return undefined;
};

/** A place in the trace of a class: the flow, the system or the channel that the finding names. What the trace says stands beside it. */
const ofClass = ({ index, asOf, finding }: Question, dataClass: Id): FindingWitness => {
  const thing = (['flow', 'system', 'channel'] as const).flatMap(
    (kind) => finding.entities.find((each) => each.kind === kind) ?? [],
  )[0];
  const answer = traceRestRemembered(index, dataClass, asOf);
  const told = answer.ok ? [answer.value.sentence] : [];
  return {
    kind: 'PLACE',
    sentences: [finding.explanation, ...told],
    dataClass,
    ...(thing === undefined ? {} : { thing }),
  };
};

import { stopsRelease, type AccessChannel, type Flow, type Restriction } from '../model/concepts.ts';
import { isLiveOn, type CalendarDate, type Id } from '../model/entity.ts';
import {
  classAt,
  compareIds,
  countsChannel,
  countsFlow,
  lineageOf,
  type ClassAt,
  type RestrictionJudge,
  type TraceIndex,
} from '../trace/index.ts';
import type { Lifting, ReleaseChange } from './release-change.ts';

/** What is asked: which changes would release a class to an audience. */
export interface ReleaseQuestion {
  readonly dataClass: Id;
  readonly audience: Id;
  readonly asOf: CalendarDate;
  readonly judge: RestrictionJudge;
  /** Whether a release with a delay, fee, terms or manner will do. */
  readonly allowLimited: boolean;
  /** Whether channels of a kind usually serve the audience. */
  readonly isUsual: (channelKind: string) => boolean;
}

/** A way on from a system: by a flow, or out by a channel, with the changes it needs, those of leaving the system among them. */
export interface FlowStep {
  readonly flow: Flow;
  readonly needs: readonly ReleaseChange[];
}
export interface ExitStep {
  readonly channel: AccessChannel;
  readonly needs: readonly ReleaseChange[];
}

/** The systems of a day with the ways between them and out, whatever is carried and released now. */
export interface ReleaseGraph {
  /** Where the class begins; `isStable`: whatever flows are added, it begins there. By id. */
  readonly starts: readonly { readonly system: Id; readonly isStable: boolean }[];
  /** Systems that the class is in for the audience now, by id. */
  readonly has: readonly Id[];
  /** What leaving a system needs, by whatever way. */
  readonly leaving: (system: Id) => readonly ReleaseChange[];
  readonly flowsOut: (system: Id) => readonly FlowStep[];
  readonly flowsIn: (system: Id) => readonly FlowStep[];
  readonly exits: (system: Id) => readonly ExitStep[];
  /** Systems that serve a channel, by id. */
  readonly serving: readonly Id[];
  readonly isFlowBetween: (from: Id, to: Id) => boolean;
}

/** The graph of a question. Every list is by id. Linear in the day. Pure. */
export const createReleaseGraph = (index: TraceIndex, question: ReleaseQuestion): ReleaseGraph => {
  const { dataClass, audience, asOf, isUsual } = question;
  const now = classAt(index, { dataClass, asOf, audience });
  const known = index.graph.System;
  const lifts = liftsByPlace(index, question);
  const at = (kind: string, id: Id): readonly ReleaseChange[] => lifts.get(`${kind} ${id}`) ?? [];
  const flows = index.flows.filter(countsFlow(known, asOf)).map((flow): FlowStep => ({
    flow,
    needs: [
      ...at('SYSTEM', flow.from),
      ...at('FLOW', flow.id),
      ...(now.carries(flow.id) ? [] : [{ kind: 'CARRY_CLASS', flow: flow.id } as const]),
    ],
  }));
  const exits = index.channels.filter(countsChannel(known, asOf)).map((channel): ExitStep => ({
    channel,
    needs: [
      ...at('SYSTEM', channel.system),
      ...at('CHANNEL', channel.id),
      ...(now.offers(channel.id) ? [] : [{ kind: 'RELEASE_CLASS', channel: channel.id } as const]),
      ...(channel.audiences.includes(audience)
        ? []
        : [{ kind: 'SERVE_AUDIENCE', channel: channel.id, isUsual: isUsual(channel.kind) } as const]),
    ],
  }));
  const out = groupedBy(flows, ({ flow }) => flow.from);
  const into = groupedBy(flows, ({ flow }) => flow.to);
  const exitsOf = groupedBy(exits, ({ channel }) => channel.system);
  const between = new Set(flows.map(({ flow }) => `${flow.from}\n${flow.to}`));
  return {
    starts: startsOf(now),
    has: now.has,
    leaving: (system) => at('SYSTEM', system),
    flowsOut: (system) => out.get(system) ?? [],
    flowsIn: (system) => into.get(system) ?? [],
    exits: (system) => exitsOf.get(system) ?? [],
    serving: [...exitsOf.keys()].sort(compareIds),
    isFlowBetween: (from, to) => between.has(`${from}\n${to}`),
  };
};

const startsOf = ({ starts }: ClassAt): ReleaseGraph['starts'] =>
  starts.map(({ system, kind }) => ({ system, isStable: kind !== 'UNEXPLAINED_COPY' }));

/** What is to be lifted at each place for the class to get past it. */
const liftsByPlace = (index: TraceIndex, question: ReleaseQuestion): ReadonlyMap<string, readonly ReleaseChange[]> => {
  const { dataClass, audience, asOf, judge, allowLimited } = question;
  const lineage = lineageOf(index, dataClass);
  const onClass = new Set([
    ...index.restrictionsOnAll,
    ...lineage.flatMap((id) => index.restrictionsByClass.get(id) ?? []),
  ]);
  const found = new Map<string, ReleaseChange[]>();
  for (const restriction of [...onClass].sort((a, b) => compareIds(a.id, b.id))) {
    const { id, audiences, effect, appliesTo } = restriction;
    if (!isLiveOn(restriction, asOf) || (audiences.length > 0 && !audiences.includes(audience))) continue;
    if (allowLimited && !stopsRelease(effect)) continue;
    const key = `${appliesTo.kind} ${appliesTo.id}`;
    const there = found.get(key) ?? [];
    found.set(key, there);
    there.push({
      kind: 'LIFT_RESTRICTION',
      restriction: id,
      lifting: liftingOf(index, restriction, lineage),
      judged: judge(id, lineage, [audience]),
    });
  }
  return found;
};

/** The narrowest way to lift a restriction that can be written as a change of it: for one audience of several, for one class of several, or its end. */
const liftingOf = (index: TraceIndex, { audiences, limits }: Restriction, lineage: readonly Id[]): Lifting => {
  const others = audiences.length === 0 ? index.graph.Audience.size : audiences.length;
  if (others > 1) return 'FOR_AUDIENCE';
  const [dataClass, ...above] = lineage;
  const isNamedAlone =
    dataClass !== undefined && limits.includes(dataClass) && !above.some((id) => limits.includes(id));
  return isNamedAlone && limits.length > 1 ? 'FOR_CLASS' : 'END';
};

const groupedBy = <T>(all: readonly T[], keyOf: (each: T) => Id): ReadonlyMap<Id, readonly T[]> => {
  const groups = new Map<Id, T[]>();
  for (const each of all) {
    const there = groups.get(keyOf(each));
    if (there === undefined) groups.set(keyOf(each), [each]);
    else there.push(each);
  }
  return groups;
};

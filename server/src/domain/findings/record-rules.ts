import type { DataClass } from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import { compareIds, isLiveOn, type Id } from '../model/entity.ts';
import { oncePer } from '../once.ts';
import { about, type FindingRule } from './finding.ts';
import { liveIn, liveOf } from './live.ts';

/** EHI that starts where no way out can be reached. */
export const stranded: FindingRule = {
  id: 'stranded-ehi',
  version: 1,
  level: 'HIGH',
  title: 'Stranded EHI',
  find: ({ index: { graph }, answers }) =>
    answers.flatMap((answer) =>
      answer.starts
        .filter(({ system }) => isIn(answer.stranded, system))
        .map(({ system }) => ({
          entities: [about('dataClass', answer.id), about('system', system)],
          explanation: `${graph.DataClass.get(answer.id)?.name ?? answer.id} in "${graph.System.get(system)?.name ?? system}" reaches no channel that releases it, even with nothing held back.`,
        })),
    ),
};

/** Whether an id is in a list in id order. */
const isIn = (ids: readonly Id[], id: Id): boolean => {
  let [from, to] = [0, ids.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (compareIds(ids[middle] ?? '', id) < 0) from = middle + 1;
    else to = middle;
  }
  return ids[from] === id;
};

const withoutOrigin = (id: string, title: string, what: string): FindingRule => ({
  id,
  version: 1,
  level: 'LOW',
  title,
  find: ({ index: { graph }, answers }) =>
    answers
      .filter(({ originUnknown }) => originUnknown)
      .map((answer) => ({
        entities: [about('dataClass', answer.id)],
        explanation: `${graph.DataClass.get(answer.id)?.name ?? answer.id} ${what}`,
      })),
});

/** Classes that no system originates. */
export const noOrigin = withoutOrigin(
  'no-origin',
  'No system of origin',
  'is held and no system is named as its origin.',
);

/** The same, as a trace tells it. */
export const originUnknown = withoutOrigin(
  'origin-unknown',
  'Origin unknown in a trace',
  'is traced from every holder, since no origin is recorded.',
);

/** Copies that no recorded flow could supply. */
export const unexplainedCopy: FindingRule = {
  id: 'unexplained-copy',
  version: 1,
  level: 'MEDIUM',
  title: 'Unexplained copy',
  find: ({ index: { graph }, answers }) =>
    answers.flatMap(({ id, starts }) =>
      starts
        .filter(({ kind }) => kind === 'UNEXPLAINED_COPY')
        .map(({ system }) => ({
          entities: [about('dataClass', id), about('system', system)],
          explanation: `No recorded flow brings ${graph.DataClass.get(id)?.name ?? id} to "${graph.System.get(system)?.name ?? system}".`,
        })),
    ),
};

/** Channels for nobody. */
export const channelForNobody: FindingRule = {
  id: 'channel-without-audience',
  version: 1,
  level: 'LOW',
  title: 'Channel without audience',
  find: ({ index: { graph }, asOf }) =>
    liveOf(graph.AccessChannel, asOf)
      .filter(({ audiences }) => audiences.length === 0)
      .map(({ id, name }) => ({
        entities: [about('channel', id)],
        explanation: `Nobody recorded for whom "${name}" is.`,
      })),
};

/** Systems without a custodian. */
export const noCustodian: FindingRule = {
  id: 'system-without-custodian',
  version: 1,
  level: 'LOW',
  title: 'System without custodian',
  find: ({ index: { systems }, asOf }) =>
    liveIn(systems, asOf)
      .filter(({ custodian }) => (custodian ?? '') === '')
      .map(({ id, name }) => ({ entities: [about('system', id)], explanation: `"${name}" has no custodian.` })),
};

const openClasses = oncePer((classes: EhiGraph['DataClass']): readonly DataClass[] =>
  [...classes.values()].filter(
    ({ drsStatus, rationale }) =>
      drsStatus === 'UNDECIDED' || ((drsStatus === 'NO' || drsStatus === 'EXCLUDED') && (rationale ?? '') === ''),
  ),
);

/** Classes whose place in the record set is open, or outside it without a reason. */
export const undecided: FindingRule = {
  id: 'drs-undecided',
  version: 1,
  level: 'MEDIUM',
  title: 'Designated record set status undecided',
  find: ({ index: { graph }, asOf }) =>
    openClasses(graph.DataClass)
      .filter((each) => isLiveOn(each, asOf))
      .map(({ id, name, drsStatus }) => ({
        entities: [about('dataClass', id)],
        explanation:
          drsStatus === 'UNDECIDED'
            ? `Nobody decided whether ${name} belongs to the designated record set.`
            : `${name} is said to be outside the designated record set, without a rationale.`,
      })),
};

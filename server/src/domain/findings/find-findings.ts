import type { Catalogues } from '../catalogue/index.ts';
import { compareIds, type CalendarDate } from '../model/entity.ts';
import { reconcile, type Reconciliation } from '../reconcile/index.ts';
import { traceRestRemembered, type TraceAnswer, type TraceIndex } from '../trace/index.ts';
import { channelMismatch, contradiction, undeclaredHolding, undeclaredOf } from './channel-rules.ts';
import { electronicFee, incomplete, late, overdue, undocumented } from './documentation-rules.ts';
import { findingLevels, toFinding, type Finding, type FindingRule, type Found } from './finding.ts';
import { neverObserved, silentFilter, staleFact, uninventoried } from './observation-rules.ts';
import {
  channelForNobody,
  noCustodian,
  noOrigin,
  originUnknown,
  stranded,
  undecided,
  unexplainedCopy,
} from './record-rules.ts';

/** Every rule, in the order in which they are told within a level. */
export const findingRules: readonly FindingRule[] = [
  undocumented,
  contradiction,
  electronicFee,
  silentFilter,
  stranded,
  uninventoried,
  channelMismatch,
  neverObserved,
  undecided,
  incomplete,
  late,
  overdue,
  unexplainedCopy,
  channelForNobody,
  noOrigin,
  originUnknown,
  staleFact,
  noCustodian,
  undeclaredHolding,
];

/** What findings are read from. */
export interface FindingsQuestion {
  readonly index: TraceIndex;
  readonly catalogues: Catalogues;
  readonly asOf: CalendarDate;
}

/**
 * What the rules find as of a day (seeds/README.md has each definition), highest level first, then by rule, then by id. The same
 * facts give the same findings. Pure.
 */
export const findFindings = ({ index, catalogues, asOf }: FindingsQuestion): readonly Finding[] => {
  const answers: TraceAnswer[] = [];
  const undeclared: Found[] = [];
  // One class after the other: the part that bears on it is at hand for both, however many classes there are.
  for (const dataClass of index.classes) {
    for (const found of undeclaredOf(index, asOf, dataClass)) undeclared.push(found);
    if (dataClass.drsStatus === 'NO' || dataClass.drsStatus === 'EXCLUDED') continue;
    const traced = traceRestRemembered(index, dataClass.id, asOf);
    if (traced.ok) answers.push(traced.value);
  }
  let reconciled: Reconciliation | undefined;
  const reconciliation = (): Reconciliation => (reconciled ??= reconcile({ graph: index.graph, catalogues, asOf }));
  const context = { index, catalogues, asOf, answers, undeclared, reconciliation };
  return findingLevels.flatMap((level) =>
    findingRules
      .filter((rule) => rule.level === level)
      .flatMap((rule) =>
        rule
          .find(context)
          .map((found) => toFinding(rule, found))
          .toSorted((a, b) => compareIds(a.id, b.id)),
      ),
  );
};

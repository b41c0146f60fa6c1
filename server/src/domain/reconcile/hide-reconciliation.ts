import { hideSign } from '../hidden/hide-statement.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import type { ResolvedSign } from './class-resolver.ts';
import type { Difference } from './differences.ts';
import type { Candidate } from './match.ts';
import { statementOf } from './observed.ts';
import type { ReconciledItem, Reconciliation } from './reconcile.ts';

/**
 * Returns a reconciliation as it is told where names are hidden. What an import saw is matched by names and addresses, which `hidden` does not have any
 * more: so it is matched by those of the original, and told by the names of `hidden`. Pure.
 */
export const hideReconciliation = (original: Reconciliation, hidden: EhiGraph): Reconciliation => {
  const items = original.items.flatMap((item) => hideItem(item, hidden) ?? []);
  const { resolver } = original;
  return {
    asOf: original.asOf,
    items,
    byObservation: new Map(items.map((item) => [item.observation.id, item])),
    resolver: {
      resolve: (sign) => hideResolved(resolver.resolve(sign), hidden),
      nameOf: (id) => hidden.DataClass.get(id)?.name ?? id,
      isWithin: resolver.isWithin,
    },
  };
};

const hideItem = (item: ReconciledItem, hidden: EhiGraph): ReconciledItem | undefined => {
  const observation = hidden.Observation.get(item.observation.id);
  const statement = observation === undefined ? undefined : statementOf(observation);
  if (observation === undefined || statement === undefined) return undefined;
  return {
    ...item,
    observation,
    statement,
    ...(item.match === undefined ? {} : { match: hideCandidate(item.match, hidden) }),
    candidates: item.candidates.map((each) => hideCandidate(each, hidden)),
    differences: item.differences.map((each) => hideDifference(each, hidden)),
    classes: item.classes.map((each) => hideResolved(each, hidden)),
  };
};

const hideCandidate = ({ concept, id, name, score }: Candidate, hidden: EhiGraph): Candidate => ({
  concept,
  id,
  // A class that is not in the inventory is one of the reference data.
  name: hidden[concept].get(id)?.name ?? name,
  score,
  reasons: ['why is not shown while names are hidden'],
});

const hideResolved = ({ sign, meant }: ResolvedSign, hidden: EhiGraph): ResolvedSign => ({
  sign: hideSign(sign),
  meant: meant.map((each) => ({ ...each, name: hidden.DataClass.get(each.id)?.name ?? each.name })),
});

const hideDifference = ({ field, declared, observed, classes }: Difference, hidden: EhiGraph): Difference => {
  const named = classes.map((each) => ({ ...each, name: hidden.DataClass.get(each.id)?.name ?? each.name }));
  const told = (text: string, other: string): string => {
    if (text === '') return '';
    if (named.length > 0) return named.map(({ name }) => name).join(', ');
    return field === 'from' || field === 'to' ? (hidden.System.get(text)?.name ?? 'another system') : other;
  };
  return { field, declared: told(declared, 'one text'), observed: told(observed, 'another text'), classes: named };
};

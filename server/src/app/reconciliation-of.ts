import type { Catalogues } from '../domain/catalogue/index.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import { compareIds, type CalendarDate } from '../domain/model/entity.ts';
import {
  declaredOnly,
  reconcile,
  type DeclaredOnly,
  type ReconciledItem,
  type Reconciliation,
} from '../domain/reconcile/index.ts';

/** The order in which kinds of fact are read: what others stand on comes first. */
const kinds = ['SYSTEM', 'FLOW', 'CHANNEL', 'HOLDING', 'FILTER', 'NOTE'] as const;

const byKindAndName = (a: ReconciledItem, b: ReconciledItem): number =>
  kinds.indexOf(a.statement.kind) - kinds.indexOf(b.statement.kind) ||
  compareIds(a.observation.name.toLowerCase(), b.observation.name.toLowerCase()) ||
  compareIds(a.observation.id, b.observation.id);

/** A reconciliation with what is declared and was looked for in vain. */
export interface FullReconciliation extends Reconciliation {
  readonly declaredOnly: readonly DeclaredOnly[];
}

/** What is worked out once for one revision and day. */
const byGraph = new WeakMap<EhiGraph, { readonly asOf: CalendarDate; readonly full: FullReconciliation }>();

/** Returns what imports saw beside what people declared, as of a day, by kind and name; worked out once for a revision. */
export const reconciliationOf = (graph: EhiGraph, catalogues: Catalogues, asOf: CalendarDate): FullReconciliation => {
  const known = byGraph.get(graph);
  if (known?.asOf === asOf) return known.full;
  const reconciliation = reconcile({ graph, catalogues, asOf });
  const items = reconciliation.items.toSorted(byKindAndName);
  const full = { ...reconciliation, items, declaredOnly: declaredOnly(graph, reconciliation) };
  byGraph.set(graph, { asOf, full });
  return full;
};

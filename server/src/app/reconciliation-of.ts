import type { Catalogues } from '../domain/catalogue/index.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { CalendarDate } from '../domain/model/entity.ts';
import { declaredOnly, reconcile, type DeclaredOnly, type Reconciliation } from '../domain/reconcile/index.ts';

/** A reconciliation with what is declared and was looked for in vain. */
export interface FullReconciliation extends Reconciliation {
  readonly declaredOnly: readonly DeclaredOnly[];
}

/** What is worked out once for one revision and day. */
const byGraph = new WeakMap<EhiGraph, { readonly asOf: CalendarDate; readonly full: FullReconciliation }>();

/** Returns what imports saw beside what people declared, as of a day; worked out once for a revision. */
export const reconciliationOf = (graph: EhiGraph, catalogues: Catalogues, asOf: CalendarDate): FullReconciliation => {
  const known = byGraph.get(graph);
  if (known?.asOf === asOf) return known.full;
  const reconciliation = reconcile({ graph, catalogues, asOf });
  const full = { ...reconciliation, declaredOnly: declaredOnly(graph, reconciliation) };
  byGraph.set(graph, { asOf, full });
  return full;
};

import type { Catalogues } from '../domain/catalogue/index.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { Instant, Provenance } from '../domain/model/entity.ts';
import type { ReconciledItem, Reconciliation } from '../domain/reconcile/index.ts';
import type { InventoryDraft } from './inventory-draft.ts';

/** What accepting works on. `draft` collects what will be written. */
export interface Acceptance {
  readonly draft: InventoryDraft;
  readonly graph: EhiGraph;
  readonly catalogues: Catalogues;
  readonly reconciliation: Reconciliation;
  readonly actor: string;
  readonly at: Instant;
  readonly reason: string;
}

/** Who vouches for what is taken in, and how well the file shows it. */
export const stamp = ({ actor, at }: Acceptance, { observation }: ReconciledItem): Provenance => ({
  source: actor,
  grade: observation.grade,
  recordedAt: at,
});

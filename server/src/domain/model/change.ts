import type { ConceptName } from './concepts.ts';
import type { Id, Instant, Revision } from './entity.ts';

export const changeActions = ['CREATE', 'UPDATE', 'END'] as const;
export type ChangeAction = (typeof changeActions)[number];

/**
 * One entry of the append-only log: one entity, one revision. `before` and `after` are whole documents
 * (`null` before a creation). `hash` is the SHA-256 (hex) over `previousHash` and the other fields in canonical
 * JSON, so that a log with an entry altered or missing does not verify.
 */
export interface Change {
  readonly revision: Revision;
  readonly at: Instant;
  readonly actor: string;
  readonly action: ChangeAction;
  readonly concept: ConceptName;
  readonly entity: Id;
  readonly before: unknown;
  readonly after: unknown;
  readonly reason?: string;
  readonly previousHash: string;
  readonly hash: string;
}

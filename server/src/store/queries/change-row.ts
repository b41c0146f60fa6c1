import type { Properties } from './concept-rows.ts';

/**
 * A log entry as it is stored: `before` and `after` as canonical JSON (`before` absent when there was nothing), and
 * the id of the commit that wrote it.
 */
export interface ChangeRow {
  readonly change: Properties;
}

import type { BrowsedInventories } from './browser.ts';
import type { Edited } from './edits.ts';
import type { Measured } from './measure.ts';
import type { ServedSizes } from './served.ts';

/** Everything that was measured; a part that was not asked for is empty. */
export interface Everything {
  readonly measured: readonly Measured[];
  readonly edited: readonly Edited[];
  readonly served: ServedSizes;
  readonly browsed: BrowsedInventories;
}

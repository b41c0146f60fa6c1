import type { BrowsedInventories } from './browser.ts';
import type { Huge } from './huge.ts';
import type { Judging } from './judging.ts';
import type { LiveMeasured } from './live.ts';
import type { MappedInventories } from './map.ts';
import type { Measured } from './measure.ts';
import type { ServedSizes } from './served.ts';

/** Everything that was measured; a part that was not asked for is empty. */
export interface Everything {
  readonly measured: readonly Measured[];
  readonly judged: readonly Judging[];
  readonly huge: readonly Huge[];
  readonly served: ServedSizes;
  readonly browsed: BrowsedInventories;
  readonly mapped: MappedInventories;
  readonly live: LiveMeasured;
}

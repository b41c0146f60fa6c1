import type { ReactNode } from 'react';
import { Link } from '../../ui/Link.tsx';

const concepts: readonly (readonly [concept: string, one: string, many: string])[] = [
  ['SYSTEM', 'system', 'systems'],
  ['ACCESS_CHANNEL', 'access channel', 'access channels'],
  ['FLOW', 'flow', 'flows'],
  ['DATA_CLASS', 'data class or element', 'data classes and elements'],
  ['RESTRICTION', 'restriction', 'restrictions'],
  ['BASIS_CLAIM', 'basis claim', 'basis claims'],
];

/** What the inventory holds: each number opens the list of what it counts. */
export const InventoryCounts = (props: { readonly counts: ReadonlyMap<string, number> }): ReactNode => (
  <nav className="overview-counts" aria-label="What the inventory holds">
    {concepts.map(([concept, one, many]) => {
      const count = props.counts.get(concept) ?? 0;
      return (
        <Link key={concept} href={`/list?concept=${concept}`}>
          <strong>{count.toLocaleString('en-US')}</strong> {count === 1 ? one : many}
        </Link>
      );
    })}
  </nav>
);

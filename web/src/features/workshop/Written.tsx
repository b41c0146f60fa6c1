import { useMemo, type ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { hrefOf } from '../../graph-model/href-of.ts';
import { Link } from '../../ui/Link.tsx';
import { WrittenDocument } from './documents.ts';
import type { ItemData } from './workshop-data.ts';

/** What an accepted proposal wrote: each log entry leads to the thing it wrote; and who accepted it. */
export const Written = ({ item }: { readonly item: ItemData }): ReactNode => {
  const { revisions, answeredBy } = item;
  const [first, last] = [Math.min(...revisions), Math.max(...revisions)];
  const query = useQuery(
    WrittenDocument,
    useMemo(() => ({ after: first - 1, first: Math.min(500, last - first + 1) }), [first, last]),
    { keep: true },
  );
  const changes = query.phase === 'ready' ? query.data.changes : [];
  return (
    <span>
      written as {revisions.length === 1 ? 'revision' : 'revisions'}{' '}
      {revisions.map((revision, at) => {
        const change = changes.find((each) => each.revision === revision);
        const href = change === undefined ? undefined : hrefOf(change.concept, change.entity);
        return (
          <span key={revision}>
            {at === 0 ? '' : ', '}
            {href === undefined ? revision : <Link href={href}>{revision}</Link>}
          </span>
        );
      })}
      {answeredBy ? `, accepted by ${answeredBy}` : ''}
    </span>
  );
};

import type { ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import type { RecordSetBoardQuery } from '../../gql/graphql.ts';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice } from '../../ui/standard-notices.tsx';
import { RecordSetBoardDocument } from './documents.ts';

type Counts = RecordSetBoardQuery['recordSet']['total'];

/** The columns of the board: which number, its title, and how the list behind it is narrowed. */
const columns: readonly (readonly [count: keyof Counts, title: string, standing: string])[] = [
  ['named', 'In the catalogues', ''],
  ['mapped', 'In the inventory', 'MAPPED'],
  ['missing', 'Missing', 'MISSING'],
  ['withOrigin', 'Has an origin', 'ORIGIN'],
  ['released', 'Released', 'RELEASED'],
  ['undecided', 'Undecided', 'UNDECIDED'],
];

const none = {};

/** How much of the designated record set is mapped, by part of the set: each number opens the classes it counts. */
export const RecordSetBoard = (): ReactNode => {
  const query = useQuery(RecordSetBoardDocument, none, { keep: true });
  return (
    <section className="sheet" aria-labelledby="record-set">
      <h2 id="record-set">How much of the designated record set is mapped</h2>
      {query.phase === 'failed' ? (
        <FailedNotice title="It could not be counted." message={query.error.message} onRetry={query.retry} />
      ) : query.phase !== 'ready' ? (
        <Notice kind="loading" title="Counting." />
      ) : (
        <>
          <p>{query.data.recordSet.sentence}</p>
          <table>
            <thead>
              <tr>
                <th scope="col">Part of the set</th>
                {columns.map(([count, title]) => (
                  <th key={count} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {query.data.recordSet.groups.map(({ id, name, counts }) => (
                <BoardRow key={id} group={id} name={id === 'USCDI' ? name : `${name} (${id})`} counts={counts} />
              ))}
              <BoardRow group={undefined} name="All, each once" counts={query.data.recordSet.total} />
            </tbody>
          </table>
          <p className="quiet">
            Counted here are the classes that the catalogues put into the set, not all data classes; the burn-down of a
            workshop counts what is unknown in the whole inventory. A class is in the inventory when a live data class
            names its entry or has its name as id. Released: on some channel for somebody, whole or in part, limited or
            not. <Link href="/matrix">What each channel releases: the coverage matrix</Link>
          </p>
        </>
      )}
    </section>
  );
};

const BoardRow = (props: {
  readonly group: string | undefined;
  readonly name: string;
  readonly counts: Counts;
}): ReactNode => (
  <tr>
    <th scope="row">{props.name}</th>
    {columns.map(([count, title, standing]) => (
      <td key={count}>
        <Link href={hrefOfNumber(props.group, standing)} aria-label={`${props.name}, ${title}: ${props.counts[count]}`}>
          {props.counts[count]}
        </Link>
      </td>
    ))}
  </tr>
);

const hrefOfNumber = (group: string | undefined, standing: string): string => {
  const search = new URLSearchParams({ concept: 'RECORD_SET' });
  if (group !== undefined) search.set('group', group);
  if (standing !== '') search.set('standing', standing);
  return `/list?${search.toString()}`;
};

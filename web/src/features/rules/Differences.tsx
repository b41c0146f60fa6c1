import type { ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { counted, documentationWords, verdictWords } from '../../graph-model/words.ts';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice } from '../../ui/standard-notices.tsx';
import { VerdictDifferenceDocument } from './documents.ts';

/** The live restrictions that two rule packs judge differently, as a list. */
export const Differences = (props: {
  readonly from: string;
  readonly to: string;
  readonly asOf: string | null;
}): ReactNode => {
  const query = useQuery(VerdictDifferenceDocument, { from: props.from, to: props.to, asOf: props.asOf });
  if (query.phase === 'failed') {
    return (
      <FailedNotice title="The packs could not be compared." message={query.error.message} onRetry={query.retry} />
    );
  }
  if (query.phase !== 'ready') return <Notice kind="loading" title="Judging by both packs." />;
  const differences = query.data.verdictDifference;
  if (differences.length === 0) {
    return <Notice kind="empty" title={`No live restriction comes to something else under ${props.to}.`} />;
  }
  return (
    <>
      <p>
        {counted(differences.length, 'live restriction')} {differences.length === 1 ? 'comes' : 'come'} to something
        else under {props.to}.
      </p>
      <div className="tables" role="region" aria-label="What differs" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Restriction</th>
              <th scope="col">Under {props.from}</th>
              <th scope="col">Under {props.to}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ restriction, from, to, sentence }) => (
              <tr key={restriction.id}>
                <th scope="row">
                  <Link
                    href={`/restriction?id=${encodeURIComponent(restriction.id)}&pack=${encodeURIComponent(props.to)}`}
                  >
                    {restriction.name}
                  </Link>
                </th>
                <td>{told(from)}</td>
                <td>
                  {told(to)}
                  {told(from) === told(to) ? <p className="quiet">{sentence}</p> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
};

const told = ({ verdict, documentation }: { readonly verdict: string; readonly documentation: string }): string =>
  `${verdictWords(verdict)}; ${documentationWords(documentation)}`;

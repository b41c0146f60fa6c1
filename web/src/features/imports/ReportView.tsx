import { useState, type ReactNode } from 'react';
import type { ImportJobPartsFragment } from '../../gql/graphql.ts';
import { changeWords, shownWords, statusWords } from './words.ts';

type Report = NonNullable<ImportJobPartsFragment['report']>;

/** How many facts are shown at first. */
const firstShown = 30;

/** What a file is, shows and would change, or did. */
export const ReportView = ({ report, dryRun }: { readonly report: Report; readonly dryRun: boolean }): ReactNode => {
  const [all, setAll] = useState(false);
  const open = report.seen.filter(
    ({ change, status }) => change === 'VANISHED' || (status !== 'MATCHED' && status !== 'NOTED'),
  );
  const shown = all ? open : open.slice(0, firstShown);
  const total = report.factCounts
    .filter(({ name }) => ['appeared', 'changed', 'unchanged', 'vanished'].includes(name))
    .reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <p>
        <strong>{report.title ?? report.kind}</strong>
      </p>
      {report.factCounts.length === 0 ? (
        <p>
          {dryRun ? 'It would create' : 'It created'} {report.created} and {dryRun ? 'update' : 'updated'}{' '}
          {report.updated} things of the inventory.
        </p>
      ) : (
        <p>
          It shows {shownWords(report.factCounts)}. Since the last file of it: {changeWords(report.factCounts)}.
        </p>
      )}
      {report.warnings.length === 0 ? null : (
        <ul className="notes">
          {report.warnings.slice(0, 20).map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
          {report.warnings.length > 20 ? <li>and {report.warnings.length - 20} more</li> : null}
        </ul>
      )}
      {shown.length === 0 ? null : (
        <table className="facts-table">
          <caption>What the inventory does not have as it is seen here</caption>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Name</th>
              <th scope="col">Where</th>
              <th scope="col">Beside the inventory</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ observation, fact, name, pointer, status, change }) => (
              <tr key={observation}>
                <td>{fact.replaceAll('-', ' ')}</td>
                <th scope="row">{name}</th>
                <td className="quiet">{pointer}</td>
                <td>{change === 'VANISHED' ? 'gone from the file' : statusWords[status]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {open.length > shown.length ? (
        <button type="button" className="button" onClick={() => setAll(true)}>
          Show {open.length - shown.length} more
        </button>
      ) : null}
      {total > report.seen.length ? (
        <p className="quiet">
          The first {report.seen.length} of {total} facts are looked at here; all of them are on the page Reconcile.
        </p>
      ) : null}
      {report.cannotTell.length === 0 ? null : (
        <details className="stacked">
          <summary>It does not tell ({report.cannotTell.length})</summary>
          <ul>
            {report.cannotTell.slice(0, 100).map(({ subject, reason }) => (
              <li key={`${subject} ${reason}`}>
                <strong>{subject}</strong>: {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
};

import type { ReactNode } from 'react';
import type { ImportColumnsQuery } from '../../gql/graphql.ts';

/** What the columns of a list are taken for, to be changed before it is imported. */
export const ColumnMapper = ({
  columns,
  chosen,
  onChoose,
}: {
  readonly columns: NonNullable<ImportColumnsQuery['importColumns']>;
  readonly chosen: ReadonlyMap<string, string>;
  readonly onChoose: (title: string, target: string) => void;
}): ReactNode => (
  <details className="stacked" open={columns.columns.some(({ target }) => target === null)}>
    <summary>
      Columns of this {columns.list}
      {columns.remembered ? ', as you named them for the last list with these titles' : ''}
    </summary>
    <table className="columns-table">
      <thead>
        <tr>
          <th scope="col">Column</th>
          <th scope="col">Taken for</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {columns.columns.map(({ title, target, reason }) => (
          <tr key={title}>
            <th scope="row">{title}</th>
            <td>
              <select
                aria-label={`Column ${title}`}
                value={chosen.get(title) ?? target ?? ''}
                onChange={(event) => onChoose(title, event.target.value)}
              >
                <option value="">left out</option>
                {columns.targets.map((each) => (
                  <option key={each} value={each}>
                    {each.replace('.', ': ')}
                  </option>
                ))}
              </select>
            </td>
            <td className="quiet">{chosen.has(title) ? 'you said so' : reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </details>
);

import { useId, type ReactNode } from 'react';
import type { ColumnsData } from './import-entry.ts';
import { targetWords } from './words.ts';
import { sentenceCase } from '../../graph-model/words.ts';

/** What each column of a list is taken for and why, to be changed by whoever knows the list. */
export const ColumnMapper = (props: {
  readonly data: ColumnsData;
  readonly chosen: Readonly<Record<string, string>> | undefined;
  readonly onChoose: (columns: Readonly<Record<string, string>> | undefined) => void;
}): ReactNode => {
  const { data, chosen } = props;
  const id = useId();
  const proposed = Object.fromEntries(data.columns.map(({ title, target }) => [title, target ?? '']));
  const current = chosen ?? proposed;
  return (
    <section className="column-mapper" aria-labelledby={`${id}-title`}>
      <h4 id={`${id}-title`}>What the columns are</h4>
      <div className="row spread">
        <p>
          {data.list === ''
            ? 'Its titles do not say what it lists: choose the column with the name of the system, or those with the sending and the receiving system.'
            : `It is read as ${/^[aeiou]/i.test(data.list) ? 'an' : 'a'} ${data.list}.`}{' '}
          {data.remembered
            ? 'The columns are read as in the last list with these titles.'
            : 'What you choose is remembered for the next list with these titles.'}
        </p>
        {chosen === undefined ? null : (
          <button type="button" className="button" onClick={() => props.onChoose(undefined)}>
            As proposed
          </button>
        )}
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Taken for</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {data.columns.map(({ title, reason }) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              <td>
                <select
                  aria-label={`${title} is taken for`}
                  value={current[title] ?? ''}
                  onChange={(event) => props.onChoose({ ...current, [title]: event.target.value })}
                >
                  <option value="">Left out</option>
                  {groupsOf(data.targets).map(([group, targets]) => (
                    <optgroup key={group} label={sentenceCase(group)}>
                      {targets.map((target) => (
                        <option key={target} value={target}>
                          {targetWords(target)}
                        </option>
                      ))}
                    </optgroup>
                  ))}
                </select>
              </td>
              <td>{current[title] === proposed[title] ? reason : 'you chose it'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** The targets by what they are of: `system.name` and `system.vendor` under `system`. */
const groupsOf = (targets: readonly string[]): readonly (readonly [group: string, targets: readonly string[]])[] => {
  const groups = new Map<string, string[]>();
  for (const target of targets) {
    const group = target.split('.')[0] ?? '';
    groups.set(group, [...(groups.get(group) ?? []), target]);
  }
  return [...groups];
};

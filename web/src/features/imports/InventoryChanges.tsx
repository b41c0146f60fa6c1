import { useId, useState, type ReactNode } from 'react';
import { useKindNames } from '../../api/use-kind-names.ts';
import { Link } from '../../ui/Link.tsx';
import type { ReportData } from './import-entry.ts';
import { hrefOf } from '../../graph-model/href-of.ts';
import { codeWords, differenceOf, fieldWords } from './words.ts';

/** How many are shown at first, and how many more each time. */
const step = 50;

/** What changes in the inventory, thing by thing. Nothing when nothing does. */
export const InventoryChanges = (props: {
  readonly changes: ReportData['changes'];
  readonly isDryRun: boolean;
}): ReactNode => {
  const { changes, isDryRun } = props;
  const id = useId();
  const [shown, setShown] = useState(step);
  const kinds = useKindNames();
  const nameOf = (kind: string): string => kinds.get(kind) ?? kind;
  if (changes.length === 0) return null;
  return (
    <section className="seen-facts" aria-labelledby={id}>
      <h4 id={id}>{isDryRun ? 'What would be' : 'What was'} added to the inventory or changed in it</h4>
      <div className="scrolled" role="group" aria-labelledby={id} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">{isDryRun ? 'Would be' : 'Was'}</th>
              <th scope="col">Fields</th>
            </tr>
          </thead>
          <tbody>
            {changes.slice(0, shown).map((change) => {
              const href = change.action === 'CREATE' && isDryRun ? undefined : hrefOf(change.concept, change.id);
              return (
                <tr key={`${change.concept} ${change.id}`}>
                  <th scope="row">
                    {codeWords(change.concept)}{' '}
                    {href === undefined ? change.name : <Link href={href}>{change.name}</Link>}
                  </th>
                  <td>{change.action === 'CREATE' ? 'added' : 'changed'}</td>
                  <td>
                    <ul className="plain">
                      {change.fields.filter(isTold).map(({ field, before, after }) => (
                        <li key={field}>
                          {fieldWords(field)}:{' '}
                          {field === 'kind' ? differenceOf(nameOf(before), nameOf(after)) : differenceOf(before, after)}
                        </li>
                      ))}
                    </ul>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {changes.length > shown ? (
        <button type="button" className="button more-button" onClick={() => setShown(shown + step)}>
          Show more of {changes.length}
        </button>
      ) : null}
    </section>
  );
};

/** What stands elsewhere on the page, or tells nobody who reads it anything. */
const untold: ReadonlySet<string> = new Set(['name', 'source', 'grade', 'level', 'catalogue']);

const isTold = ({ field }: { readonly field: string }): boolean => !untold.has(field);

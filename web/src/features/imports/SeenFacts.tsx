import { useId, useState, type ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import type { FactChange } from '../../gql/graphql.ts';
import { sentenceCase } from '../../graph-model/words.ts';
import { Glyph } from '../../ui/Glyph.tsx';
import { SeenFactsDocument } from './documents.ts';
import { standingGlyphs, standingWords } from '../../graph-model/observed-standing.ts';
import { factWords } from './words.ts';

/** How many are fetched at first, and how many more each time. */
const step = 50;
/** More than anybody reads here. */
const largest = 2_000;

/** The facts of which one thing became, with how each stands to the inventory. */
export const SeenFacts = (props: {
  readonly job: string;
  readonly change: FactChange;
  readonly count: number;
  readonly title: string;
}): ReactNode => {
  const { change, count } = props;
  const id = useId();
  const [first, setFirst] = useState(step);
  const query = useQuery(SeenFactsDocument, { id: props.job, change, first }, { keep: true });
  const seen = query.phase === 'ready' ? (query.data.importJob?.report?.seen ?? []) : [];
  return (
    <section className="seen-facts" aria-labelledby={id}>
      <h4 id={id}>{sentenceCase(props.title)}</h4>
      {query.phase === 'failed' ? (
        <p className="form-trouble" role="alert">
          They could not be fetched. {query.error.message}{' '}
          <button type="button" className="button" onClick={query.retry}>
            Try again
          </button>
        </p>
      ) : null}
      {/* It scrolls, so it can have the focus: the keyboard scrolls it then. */}
      <div className="scrolled" role="group" aria-labelledby={id} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Kind</th>
              <th scope="col">Place in the file</th>
              {change === 'VANISHED' ? null : <th scope="col">Beside the inventory</th>}
            </tr>
          </thead>
          <tbody>
            {seen.map((fact) => (
              <tr key={fact.observation}>
                <th scope="row">{fact.name}</th>
                <td>{factWords(fact.fact)}</td>
                <td>{fact.pointer}</td>
                {change === 'VANISHED' ? null : (
                  <td>
                    <span className="with-glyph">
                      <Glyph name={standingGlyphs[fact.status][0]} color={standingGlyphs[fact.status][1]} size={16} />
                      {standingWords[fact.status]}
                    </span>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {count > seen.length && query.phase === 'ready' ? (
        <p className="row quiet">
          Showing {seen.length} of {count}.
          {first < largest ? (
            <button type="button" className="button" onClick={() => setFirst(first + step)}>
              Show more
            </button>
          ) : (
            ' The others are listed under Reconcile once it is imported.'
          )}
        </p>
      ) : null}
    </section>
  );
};

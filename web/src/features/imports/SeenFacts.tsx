import { useId, useState, type ReactNode } from 'react';
import { useKindNames } from '../../api/use-kind-names.ts';
import { useQuery } from '../../api/use-query.ts';
import type { FactChange, SeenFactsQuery } from '../../gql/graphql.ts';
import { sentenceCase } from '../../graph-model/words.ts';
import { hrefOf } from '../../graph-model/href-of.ts';
import { Glyph } from '../../ui/Glyph.tsx';
import { Link } from '../../ui/Link.tsx';
import { SeenFactsDocument } from './documents.ts';
import { standingGlyphs, standingWords } from '../../graph-model/observed-standing.ts';
import { differenceOf, factWords, fieldWords } from './words.ts';

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
  const kinds = useKindNames();
  const nameOf = (field: string, value: string): string => (/kind$/i.test(field) ? (kinds.get(value) ?? value) : value);
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
              {change === 'CHANGED' ? <th scope="col">What changes</th> : null}
              {change === 'VANISHED' ? null : <th scope="col">Beside the inventory</th>}
            </tr>
          </thead>
          <tbody>
            {seen.map((fact) => (
              <tr key={fact.observation}>
                <th scope="row">{fact.name}</th>
                <td>{factWords(fact.fact)}</td>
                <td>{fact.pointer}</td>
                {change === 'CHANGED' ? (
                  <td>
                    <ul className="plain">
                      {fact.changes.map(({ field, before, after }) => (
                        <li key={field}>
                          {fieldWords(field)}: {differenceOf(nameOf(field, before), nameOf(field, after))}
                        </li>
                      ))}
                    </ul>
                  </td>
                ) : null}
                {change === 'VANISHED' ? null : (
                  <td>
                    <Standing fact={fact} nameOf={nameOf} />
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

type SeenData = NonNullable<NonNullable<SeenFactsQuery['importJob']>['report']>['seen'][number];

/** How a fact stands to the inventory: with what it is matched and why, and in what the two differ. */
const Standing = (props: {
  readonly fact: SeenData;
  readonly nameOf: (field: string, value: string) => string;
}): ReactNode => {
  const { status, match, differences } = props.fact;
  const [glyph, color] = standingGlyphs[status];
  const href = match ? hrefOf(match.concept, match.id) : undefined;
  return (
    <>
      <span className="with-glyph">
        <Glyph name={glyph} color={color} size={16} />
        <span>
          {standingWords[status]}
          {match ? (
            <>
              {status === 'CONFLICTING' ? ' with ' : ': '}
              {href === undefined ? match.name : <Link href={href}>{match.name}</Link>}
              {match.reasons[0] === undefined ? null : <span className="quiet"> {match.reasons[0]}</span>}
            </>
          ) : null}
        </span>
      </span>
      {differences.length === 0 ? null : (
        <ul className="plain">
          {differences.map(({ field, declared, observed }) => (
            <li key={`${field} ${declared} ${observed}`}>
              {fieldWords(field)}: the inventory has {props.nameOf(field, declared) || 'nothing'}, the file{' '}
              {props.nameOf(field, observed) || 'nothing'}
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

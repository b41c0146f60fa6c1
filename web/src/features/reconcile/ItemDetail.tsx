import { useState, type ReactNode } from 'react';
import { useKindNames } from '../../api/use-kind-names.ts';
import { useQuery } from '../../api/use-query.ts';
import { counted } from '../../graph-model/words.ts';
import { FailedNotice } from '../../ui/standard-notices.tsx';
import { DecisionHistory } from './DecisionHistory.tsx';
import { ObservationDetailDocument } from './documents.ts';
import { readStatement, type ObservedPart } from './observed-statement.ts';
import { becauseOf, classSigns, nameAmong, type ItemData } from './reconciled-item.ts';
import { Thing } from './Thing.tsx';

/** How many columns of a table are shown before one asks for all. */
const firstParts = 30;

/** All that is known of something seen: every sign and candidate, what the file says of it, columns, expression, and what was decided. */
export const ItemDetail = ({ item }: { readonly item: ItemData }): ReactNode => {
  const { id, revision, detail } = item.observation;
  const signs = classSigns(item);
  return (
    <div className="item-detail">
      {signs.length === 0 ? null : (
        <section>
          <h3>Data classes</h3>
          <ul className="plain">
            {signs.map(({ key, words }) => (
              <li key={key}>{words}</li>
            ))}
          </ul>
        </section>
      )}
      {item.candidates.length === 0 ? null : (
        <section>
          <h3>What it could be</h3>
          <ul className="plain">
            {item.candidates.map((candidate) => (
              <li key={candidate.id}>
                {/* A class may still be one of the reference data only, which has no page. */}
                {candidate.concept === 'DATA_CLASS' ? (
                  candidate.name
                ) : (
                  <Thing {...candidate} name={nameAmong(candidate, item.candidates)} />
                )}{' '}
                <span className="quiet">{becauseOf(candidate.reasons)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Told key={revision} id={id} detail={detail ?? undefined} />
    </div>
  );
};

const Told = ({ id, detail }: { readonly id: string; readonly detail: string | undefined }): ReactNode => {
  const names = useKindNames();
  const query = useQuery(ObservationDetailDocument, { id });
  if (query.phase === 'failed') {
    return (
      <FailedNotice title="Its details could not be fetched." message={query.error.message} onRetry={query.retry} />
    );
  }
  if (query.phase !== 'ready') return <p className="quiet">Fetching.</p>;
  const { observation } = query.data;
  const { fields, parts, expression } = readStatement(observation?.statement, names);
  return (
    <>
      {detail === undefined || isSame(detail, expression) ? null : <p>{detail}</p>}
      {fields.length === 0 ? null : (
        <section>
          <h3>What the file says</h3>
          <dl className="facts">
            {fields.map(({ label, text }) => (
              <div key={label} className="fact">
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {expression === undefined ? null : (
        <section>
          <h3>Expression</h3>
          <pre className="expression" tabIndex={0}>
            {expression}
          </pre>
        </section>
      )}
      {parts.length === 0 ? null : <Parts parts={parts} />}
      <section>
        <h3>Decisions</h3>
        <DecisionHistory entries={observation?.history ?? []} />
      </section>
    </>
  );
};

/** Some files have no other description than the expression itself. */
const isSame = (detail: string, expression: string | undefined): boolean =>
  expression !== undefined && detail.replace(/\s+/g, '') === expression.replace(/\s+/g, '');

const Parts = ({ parts }: { readonly parts: readonly ObservedPart[] }): ReactNode => {
  const [all, setAll] = useState(false);
  const shown = all ? parts : parts.slice(0, firstParts);
  return (
    <section>
      <table className="parts-table">
        <caption>{counted(parts.length, 'column')}</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Type</th>
            <th scope="col">Comment</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((part, at) => (
            // A file may name two of them alike.
            <tr key={`${at} ${part.name}`}>
              <th scope="row">{part.name}</th>
              <td>{part.type}</td>
              <td>{part.comment}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < parts.length ? (
        <button type="button" className="button" onClick={() => setAll(true)}>
          Show all {parts.length} columns
        </button>
      ) : null}
    </section>
  );
};

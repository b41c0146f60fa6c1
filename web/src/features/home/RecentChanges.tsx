import type { ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import type { RecentChangesQuery } from '../../gql/graphql.ts';
import { hrefOf } from '../../graph-model/href-of.ts';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice } from '../../ui/standard-notices.tsx';
import { RecentChangesDocument } from './documents.ts';

type Entry = RecentChangesQuery['changes'][number];

/** How many entries are told. */
const told = 10;

/** The last entries of the log, the newest first: when, who, what. */
export const RecentChanges = (props: { readonly revision: number }): ReactNode => {
  const query = useQuery(RecentChangesDocument, { after: Math.max(0, props.revision - told) }, { keep: true });
  return (
    <section className="sheet" aria-labelledby="recent">
      <h2 id="recent">
        Last changes <span className="quiet">of {props.revision}</span>
      </h2>
      {query.phase === 'failed' ? (
        <FailedNotice title="The log could not be read." message={query.error.message} onRetry={query.retry} />
      ) : query.phase !== 'ready' ? (
        <Notice kind="loading" title="Reading the log." />
      ) : (
        <ol className="plain recent">
          {query.data.changes.toReversed().map((entry) => (
            <li key={entry.revision}>
              <span className="quiet">{entry.at.slice(0, 16).replace('T', ' ')}</span>
              <span className="one-line" title={entry.actor}>
                {entry.actor}
              </span>
              <What entry={entry} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
};

const What = ({ entry }: { readonly entry: Entry }): ReactNode => {
  const { concept, entity, action, reason, after } = entry;
  const named = (typeof after === 'object' && after !== null ? after : {}) as { readonly name?: unknown };
  const name = typeof named.name === 'string' ? named.name : entity;
  const href = hrefOf(concept, entity);
  return (
    <span className="one-line" title={`${name}${reason ? `: ${reason}` : ''}`}>
      {actionWords[action] ?? action.toLowerCase()} {concept.toLowerCase().replaceAll('_', ' ')}{' '}
      {href === undefined ? name : <Link href={href}>{name}</Link>}
      {reason ? <span className="quiet"> {reason}</span> : null}
    </span>
  );
};

const actionWords: Readonly<Record<string, string>> = { CREATE: 'added', UPDATE: 'changed', END: 'ended' };

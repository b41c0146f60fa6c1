import type { ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import type { AttentionQuery } from '../../gql/graphql.ts';
import { counted } from '../../graph-model/words.ts';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice } from '../../ui/standard-notices.tsx';
import { witnessLinks } from '../../graph-model/witness-link.ts';
import { AttentionDocument } from './documents.ts';

const none = {};

type Entry = AttentionQuery['attention'][number];

/** What is to be dealt with first, each with why; each opens what shows it, and the numbers open the findings they count. */
export const AttentionList = (): ReactNode => {
  const query = useQuery(AttentionDocument, none, { keep: true });
  return (
    <section className="sheet" aria-labelledby="attention">
      <h2 id="attention">What needs attention first</h2>
      {query.phase === 'failed' ? (
        <FailedNotice title="It could not be told." message={query.error.message} onRetry={query.retry} />
      ) : query.phase !== 'ready' ? (
        <Notice kind="loading" title="Looking for what wants attention." />
      ) : (
        <Told data={query.data} />
      )}
    </section>
  );
};

const Told = ({ data }: { readonly data: AttentionQuery }): ReactNode => {
  const { attention, open, high, proposed } = data;
  const unowned = high.owners.find(({ owner }) => !owner)?.count ?? 0;
  return (
    <>
      <p className="finding-about">
        <Link href="/findings?state=OPEN">{open.total} open</Link>
        <Link href="/findings?due=overdue">{open.due.overdue} overdue</Link>
        <Link href="/findings?state=OPEN&due=7">{open.due.week} due within 7 days</Link>
        <Link href="/findings?level=HIGH&state=OPEN">{high.total} high</Link>
        <Link href="/findings?level=HIGH&state=OPEN&owner=~nobody">{unowned} high without an owner</Link>
      </p>
      {proposed.totalCount === 0 ? null : (
        <p>
          <Link href={hrefOfProposed(proposed)}>
            {counted(proposed.totalCount, 'what-if')} {proposed.totalCount === 1 ? 'waits' : 'wait'} for a decision
          </Link>
        </p>
      )}
      {attention.length === 0 ? (
        <Notice kind="empty" title="Nothing is overdue, and nothing open is of the high level.">
          <Link href="/findings">See all findings</Link>.
        </Notice>
      ) : (
        <ol className="plain attention">
          {attention.map((entry) => (
            <li key={entry.finding.id}>
              <span className={entry.reason === 'HIGH' ? 'quiet' : 'loud'}>{reasonWords(entry)}</span>
              <span className="one-line">
                <Link href={hrefOfFinding(entry.finding)} title={entry.finding.explanation}>
                  {entry.finding.explanation}
                </Link>
              </span>
            </li>
          ))}
        </ol>
      )}
      <p>
        <Link href="/findings">What wants attention: the findings</Link>
        <span className="quiet">, with their owners and what became of them.</span>
      </p>
    </>
  );
};

const reasonWords = ({ reason, finding }: Entry): string => {
  switch (reason) {
    case 'OVERDUE':
      return `overdue ${finding.dueOn ?? ''}`;
    case 'HIGH_WITHOUT_OWNER':
      return 'high, no owner';
    case 'HIGH':
      return 'high';
  }
};

/** The one that waits, or all saved ones. */
const hrefOfProposed = ({ totalCount, nodes: [first] }: AttentionQuery['proposed']): string =>
  totalCount === 1 && first !== undefined
    ? `/what-if?page=proposal&open=${encodeURIComponent(first.id)}`
    : '/what-if?page=scenarios';

/** What shows it; the queue of its rule where nothing does. */
const hrefOfFinding = ({ witness, rule }: Entry['finding']): string => {
  const [first] = witness ? witnessLinks(witness, undefined) : [];
  return first?.href ?? `/findings?rule=${encodeURIComponent(rule)}`;
};

import { useEffect, useState, type ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice, LonePage } from '../../ui/standard-notices.tsx';
import { ReconciliationDocument } from './documents.ts';
import { ReconcileScreen } from './ReconcileScreen.tsx';
import { filterOf, useReconcileParams } from './use-reconcile-params.ts';
import './reconcile.css';

/** How many rows are fetched at first, and how many more each time. The API gives at most 500 at once. */
const step = 50;
const largest = 500;

/** What imports saw, side by side with what people declared, and the decisions about it, one by one and many at once. */
export const ReconcilePage = (): ReactNode => {
  const [params, change] = useReconcileParams();
  const filter = filterOf(params);
  const key = JSON.stringify(filter);
  const [asked, setAsked] = useState({ key, first: step });
  const first = asked.key === key ? asked.first : step;
  const query = useQuery(ReconciliationDocument, { filter, first }, { keep: true });
  useEffect(() => {
    document.title = 'Reconcile · EHI Atlas';
  }, []);
  if (query.phase === 'failed') {
    return (
      <LonePage>
        <FailedNotice
          title="What imports saw could not be fetched."
          message={query.error.message}
          onRetry={query.retry}
        />
      </LonePage>
    );
  }
  if (query.phase !== 'ready') {
    return (
      <LonePage>
        <Notice kind="loading" title="Comparing what imports saw with what is declared." />
      </LonePage>
    );
  }
  const { reconciliation } = query.data;
  if (reconciliation.counts.length === 0) {
    return (
      <main className="home" id="main">
        <h1>Reconcile</h1>
        <Notice kind="empty" title="Nothing was imported yet that could be compared.">
          What a file shows of systems, flows and tables stands here beside what people declared.{' '}
          <Link href="/imports">Import a file</Link>.
        </Notice>
      </main>
    );
  }
  return (
    <ReconcileScreen
      data={reconciliation}
      params={params}
      filter={filter}
      refreshing={query.refreshing}
      trouble={query.trouble?.message}
      mayShowMore={first < largest}
      largest={largest}
      onChange={change}
      onMore={() => setAsked({ key, first: Math.min(largest, first + step) })}
      onRetry={query.retry}
    />
  );
};

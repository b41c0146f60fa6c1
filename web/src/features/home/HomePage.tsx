import { useEffect, type ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import type { HomeQuery } from '../../gql/graphql.ts';
import { statement } from '../../graph-model/statement.ts';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice, StaleNotice } from '../../ui/standard-notices.tsx';
import { AttentionList } from './AttentionList.tsx';
import { ClassesToTrace } from './ClassesToTrace.tsx';
import { HomeDocument } from './documents.ts';
import { InventoryCounts } from './InventoryCounts.tsx';
import { RecentChanges } from './RecentChanges.tsx';
import { RecordSetBoard } from './RecordSetBoard.tsx';

const firstPage = { after: null };

/** In one glance: what the inventory holds, how much of the record set is mapped, what needs attention first, and what changed last. */
export const HomePage = (): ReactNode => {
  const query = useQuery(HomeDocument, firstPage, { keep: true });
  useEffect(() => {
    document.title = 'EHI Atlas';
  }, []);
  return (
    <main className="overview" id="main">
      {query.phase === 'ready' ? (
        <Inventory data={query.data} trouble={query.trouble?.message} onRetry={query.retry} />
      ) : query.phase === 'failed' ? (
        <>
          <h1>EHI Atlas</h1>
          <FailedNotice
            title="The inventory could not be fetched."
            message={query.error.message}
            onRetry={query.retry}
          />
        </>
      ) : (
        <>
          <h1>EHI Atlas</h1>
          <Notice kind="loading" title="Fetching the inventory.">
            {query.phase === 'loading' && query.trouble !== undefined
              ? `${query.trouble.message} Trying again.`
              : undefined}
          </Notice>
        </>
      )}
    </main>
  );
};

const Inventory = (props: {
  readonly data: HomeQuery;
  readonly trouble: string | undefined;
  readonly onRetry: () => void;
}): ReactNode => {
  const { inventory, dataClasses } = props.data;
  const counts = new Map(inventory.counts.map((entry) => [entry.concept as string, entry.count]));
  return (
    <>
      <div className="row spread">
        <h1>{inventory.name ?? 'EHI Atlas'}</h1>
        <p className="quiet">
          Live today, at inventory revision {inventory.revision}. {statement}
        </p>
      </div>
      {props.trouble === undefined ? null : <StaleNotice message={props.trouble} onRetry={props.onRetry} />}
      <InventoryCounts counts={counts} />
      {dataClasses.totalCount === 0 ? (
        <Notice kind="empty" title="There are no data classes yet.">
          Here will be how much of the designated record set is mapped, what needs attention first and what changed
          last. Load an inventory to begin: <code>npm run -s atlas -- load seeds/regional-hospital</code>, write your
          own folder as <code>docs/inventory-format.md</code> describes, or <Link href="/imports">import a file</Link>.
        </Notice>
      ) : (
        <>
          <div className="overview-columns">
            <div>
              <RecordSetBoard />
              <p className="quiet">
                <a href="#classes">Choose a data class to trace</a>, or type its name into the search above.
              </p>
            </div>
            <div>
              <AttentionList />
              <RecentChanges revision={inventory.revision} />
            </div>
          </div>
          <ClassesToTrace classes={dataClasses} />
        </>
      )}
    </>
  );
};

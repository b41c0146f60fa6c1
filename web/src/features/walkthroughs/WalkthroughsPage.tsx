import { useEffect, type ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { todayHere } from '../../editing/today.ts';
import { counted } from '../../graph-model/words.ts';
import { WalkthroughsDocument } from '../../present/walkthrough-documents.ts';
import { linkToStop } from '../../present/walkthrough.ts';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice } from '../../ui/standard-notices.tsx';
import { useLocation } from '../../ui/use-location.ts';
import { OnlyNow } from '../../view/OnlyNow.tsx';
import { OpenStop } from './OpenStop.tsx';
import { WalkthroughEditor } from './WalkthroughEditor.tsx';
import './walkthroughs.css';

/** Walkthroughs: the list of them, the one of the address to be edited, or, where the address names a stop, that stop. */
export const WalkthroughsPage = (): ReactNode => {
  const url = useLocation();
  const id = url.searchParams.get('id') ?? undefined;
  const stop = url.searchParams.get('stop');
  if (id === undefined) return <List />;
  if (stop !== null) return <OpenStop id={id} number={Number(stop) - 1} />;
  return <WalkthroughEditor key={id} id={id === 'new' ? undefined : id} />;
};

const List = (): ReactNode => {
  const query = useQuery(WalkthroughsDocument, { liveOn: todayHere() }, { keep: true });
  useEffect(() => {
    document.title = 'Walkthroughs · EHI Atlas';
  }, []);
  return (
    <main className="home walkthroughs" id="main" aria-busy={query.phase === 'loading'}>
      <div className="row spread">
        <h1>Walkthroughs</h1>
        <OnlyNow>
          <Link className="button button-link" href="/walkthroughs?id=new">
            New walkthrough
          </Link>
        </OnlyNow>
      </div>
      <p>
        Views in an order, with notes, to be shown one after the other. “Add this view to a walkthrough” in the palette
        (Ctrl-K) takes what is on any screen.
      </p>
      {query.phase === 'failed' ? (
        <FailedNotice
          title="The walkthroughs could not be fetched."
          message={query.error.message}
          onRetry={query.retry}
        />
      ) : query.phase !== 'ready' ? (
        <Notice kind="loading" title="Fetching the walkthroughs." />
      ) : query.data.walkthroughs.nodes.length === 0 ? (
        <Notice kind="empty" title="There is no walkthrough yet.">
          Go to what you want to show first and add it, or begin with an empty one.
        </Notice>
      ) : (
        <ul className="plain walkthrough-list">
          {query.data.walkthroughs.nodes.map((each) => (
            <li key={each.id} className="sheet">
              <div>
                <h2>
                  <Link href={`/walkthroughs?id=${encodeURIComponent(each.id)}`}>{each.name}</Link>
                </h2>
                {each.description ? <p>{each.description}</p> : null}
                <p className="quiet">
                  {counted(each.stops.length, 'stop')}
                  {each.workshop ? ` · for ${each.workshop.name}` : ''}
                  {each.atRevision == null ? ' · the inventory as it is' : ` · frozen at revision ${each.atRevision}`}
                  {' · '}last saved {each.updatedAt.slice(0, 10)} by {each.source}
                </p>
              </div>
              {each.stops.length === 0 ? null : (
                <Link className="button button-link" href={linkToStop(each.id)}>
                  Show
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
      {query.phase === 'ready' && query.data.walkthroughs.pageInfo.hasNextPage ? (
        <p className="quiet">
          These are the first {query.data.walkthroughs.nodes.length} of {query.data.walkthroughs.totalCount}, by name.
        </p>
      ) : null}
    </main>
  );
};

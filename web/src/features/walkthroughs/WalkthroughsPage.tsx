import { useEffect, type ReactNode } from 'react';
import { counted } from '../../graph-model/words.ts';
import { linkToStop } from '../../present/walkthrough.ts';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice } from '../../ui/standard-notices.tsx';
import { useLocation } from '../../ui/use-location.ts';
import { OnlyNow } from '../../view/OnlyNow.tsx';
import { OpenStop } from './OpenStop.tsx';
import { useWalkthroughs, type Walkthroughs as WalkthroughLists } from './use-walkthroughs.ts';
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
  const { query, workshop, prepared, others } = useWalkthroughs();
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
        <>
          {workshop === undefined || prepared.length === 0 ? (
            <Walkthroughs walkthroughs={others} />
          ) : (
            <>
              <h2>Prepared for {workshop.name}</h2>
              <Walkthroughs walkthroughs={prepared} below />
              {others.length === 0 ? null : (
                <>
                  <h2>Others</h2>
                  <Walkthroughs walkthroughs={others} below />
                </>
              )}
            </>
          )}
        </>
      )}
      {query.phase === 'ready' && query.data.walkthroughs.pageInfo.hasNextPage ? (
        <p className="quiet">
          These are the first {query.data.walkthroughs.nodes.length} of {query.data.walkthroughs.totalCount}, by name.
        </p>
      ) : null}
    </main>
  );
};

/** A list of walkthroughs. `below`: it stands below a heading of its own. */
const Walkthroughs = (props: {
  readonly walkthroughs: WalkthroughLists['others'];
  readonly below?: boolean;
}): ReactNode => {
  const Heading = props.below === true ? 'h3' : 'h2';
  return (
    <ul className="plain walkthrough-list">
      {props.walkthroughs.map((each) => (
        <li key={each.id} className="sheet">
          <div>
            <Heading>
              <Link href={`/walkthroughs?id=${encodeURIComponent(each.id)}`}>{each.name}</Link>
            </Heading>
            {each.description ? <p>{each.description}</p> : null}
            <p className="quiet">
              {counted(each.stops.length, 'stop')}
              {each.workshop ? ` · for ${each.workshop.name}` : ''}
              {typeof each.atRevision === 'number'
                ? ` · frozen at revision ${each.atRevision}`
                : ' · the inventory as it is'}
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
  );
};

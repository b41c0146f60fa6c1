import type { ReactNode } from 'react';
import { counted } from '../../graph-model/words.ts';
import { linkToStop } from '../../present/walkthrough.ts';
import { Link } from '../../ui/Link.tsx';
import { OnlyNow } from '../../view/OnlyNow.tsx';
import { usePrepared } from './use-prepared.ts';

/** The walkthroughs that were prepared for a workshop: each is shown from here in presenter mode, and the way to all of them. */
export const Prepared = ({ workshop }: { readonly workshop: string }): ReactNode => {
  const query = usePrepared(workshop);
  const found = query.phase === 'ready' ? query.data.walkthroughs : undefined;
  return (
    <section className="sheet" aria-label="Walkthroughs">
      <h2>Walkthroughs {found === undefined ? null : <span className="quiet">{found.totalCount}</span>}</h2>
      {query.phase === 'failed' ? (
        <p className="form-trouble" role="alert">
          They could not be fetched. {query.error.message}
        </p>
      ) : found === undefined ? (
        <p className="quiet">Fetching them.</p>
      ) : found.nodes.length === 0 ? (
        <p className="quiet">
          None is prepared for this workshop. “Add this view to a walkthrough” in the palette (Ctrl-K) takes what is on
          any screen.
        </p>
      ) : (
        <ul className="plain prepared">
          {found.nodes.map(({ id, name, stops }) => (
            <li key={id}>
              <Link href={`/walkthroughs?id=${encodeURIComponent(id)}`}>{name}</Link>
              <span className="quiet">{counted(stops.length, 'stop')}</span>
              {stops.length === 0 ? null : (
                <Link className="button button-link" href={linkToStop(id)}>
                  Show<span className="unseen"> {name}</span>
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
      {found !== undefined && found.nodes.length < found.totalCount ? (
        <p className="quiet">These are the first {found.nodes.length}, by name.</p>
      ) : null}
      <p className="row">
        <OnlyNow>
          <Link href="/walkthroughs?id=new">New walkthrough</Link>
        </OnlyNow>
        <Link href="/walkthroughs">All walkthroughs</Link>
      </p>
    </section>
  );
};

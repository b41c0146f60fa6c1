import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { ToneGlyph } from '../../graph-canvas/ToneGlyph.tsx';
import { statement } from '../../graph-model/statement.ts';
import { counted } from '../../graph-model/words.ts';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { StaleNotice } from '../../ui/standard-notices.tsx';
import { useLocation } from '../../ui/use-location.ts';
import { GlossaryDocument } from './documents.ts';
import { glossarySections, type GlossaryEntry } from './glossary-entries.ts';
import './glossary.css';

const noVariables = {};

/** What the words of the screens mean, and the reference data behind them, each with its ground in law. `?term=` goes to one of them. */
export const GlossaryPage = (): ReactNode => {
  const query = useQuery(GlossaryDocument, noVariables, { fixed: true });
  const term = useLocation().searchParams.get('term');
  const [text, setText] = useState('');
  const page = useRef<HTMLElement>(null);
  const catalogue = query.phase === 'ready' ? query.data.catalogue : undefined;
  const sections = useMemo(() => glossarySections(catalogue, text), [catalogue, text]);
  useEffect(() => {
    document.title = 'Glossary · EHI Atlas';
  }, []);
  useEffect(() => {
    if (term === null) return;
    setText('');
    const entry = page.current?.querySelector<HTMLElement>(`#${CSS.escape(anchorOf(term))}`);
    entry?.scrollIntoView({ block: 'center' });
    entry?.focus({ preventScroll: true });
  }, [term, catalogue]);
  const shown = sections.reduce((sum, { entries }) => sum + entries.length, 0);
  return (
    <main className="home" id="main" ref={page}>
      <h1>Glossary</h1>
      <p className="sentence">What the words and signs of EHI Atlas mean. Legal terms are told in our own words.</p>
      <div className="filters">
        <label htmlFor="glossary-words">Words</label>
        <input
          id="glossary-words"
          type="search"
          value={text}
          placeholder="in a term or its meaning"
          onChange={(event) => setText(event.target.value)}
        />
        <span className="quiet" role="status">
          {counted(shown, 'term')}
        </span>
      </div>
      {query.phase === 'failed' ? (
        <StaleNotice
          title="The audiences, channels, practices and exceptions could not be fetched."
          message={query.error.message}
          onRetry={query.retry}
        />
      ) : null}
      {shown === 0 ? (
        <Notice kind="empty" title={`No term has “${text}”.`}>
          Try fewer letters. Names of the inventory are found by the field at the top.
        </Notice>
      ) : null}
      {sections.map(({ title, entries }) => (
        <section key={title} className="sheet" aria-label={title}>
          <h2>
            {title} <span className="quiet">{counted(entries.length, 'term')}</span>
          </h2>
          <dl className="glossary">
            {entries.map((entry) => (
              <Entry key={entry.id} entry={entry} chosen={entry.id === term} />
            ))}
          </dl>
        </section>
      ))}
      <p className="quiet">{statement}</p>
    </main>
  );
};

const Entry = ({ entry, chosen }: { readonly entry: GlossaryEntry; readonly chosen: boolean }): ReactNode => (
  <div id={anchorOf(entry.id)} tabIndex={-1} className={chosen ? 'chosen' : undefined}>
    <dt>
      {entry.tone === undefined ? null : <ToneGlyph tone={entry.tone} size={18} />}
      <span>
        {entry.name}
        {entry.also.length === 0 ? null : <span className="quiet"> also {entry.also.join(', ')}</span>}
      </span>
    </dt>
    <dd>
      {entry.means}
      {entry.cite.length === 0 ? null : <span className="quiet"> {entry.cite.join('; ')}.</span>}
      {entry.unverified ? <span className="quiet"> Part of this has still to be confirmed.</span> : null}
      {entry.see.length === 0 ? null : (
        <span className="quiet">
          {' '}
          See{' '}
          {entry.see.map(({ id, name }, at) => (
            <span key={id}>
              {at === 0 ? '' : ', '}
              <Link href={`/glossary?term=${id}`}>{name.toLowerCase()}</Link>
            </span>
          ))}
          .
        </span>
      )}
    </dd>
  </div>
);

const anchorOf = (id: string): string => `term-${id}`;

import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import type { SearchQuery } from '../../gql/graphql.ts';
import { navigate, useLocation } from '../../ui/use-location.ts';
import { SearchDocument } from './documents.ts';

type Found = SearchQuery['search'][number];

const pause = 180;
const conceptWords: Readonly<Record<string, string>> = {
  DATA_CLASS: 'Data class',
  SYSTEM: 'System',
  FLOW: 'Flow',
  ACCESS_CHANNEL: 'Access channel',
  RESTRICTION: 'Restriction',
};

/** The search of the top bar. Ctrl-K or Command-K goes there; arrows choose, Enter opens, Escape closes. */
export const SearchBox = (): ReactNode => {
  const url = useLocation();
  const input = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState(url.searchParams.get('q') ?? '');
  const [asked, setAsked] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [entered, setEntered] = useState<string>();
  const query = useQuery(SearchDocument, asked === '' ? undefined : { text: asked }, { keep: true });
  const results = query.phase === 'ready' && asked !== '' ? query.data.search : [];
  const chosen = results[Math.min(active, results.length - 1)];
  const typed = words.trim();
  // The results of the text before stay on screen while new ones come; Enter must not open one of those.
  const answered = query.phase === 'ready' && query.asked.text === typed;

  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => setActive(0), [asked]);
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
      setOpen(true);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  const go = useCallback((result: Found): void => {
    setOpen(false);
    setWords('');
    input.current?.blur();
    navigate(addressOf(result));
  }, []);
  useEffect(() => {
    if (entered === undefined || entered !== typed || !answered) return;
    setEntered(undefined);
    if (chosen !== undefined) go(chosen);
  }, [entered, typed, answered, chosen, go]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (results.length > 0) setActive((at) => (at + step + results.length) % results.length);
    } else if (event.key === 'Enter' && typed !== '' && open) {
      event.preventDefault();
      setAsked(typed);
      setEntered(typed);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      setEntered(undefined);
      if (open) setOpen(false);
      else setWords('');
    }
  };
  const leave = (): void => {
    setOpen(false);
    setEntered(undefined);
  };
  const showing = open && typed !== '';
  return (
    <div className="search" onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || leave()}>
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label="Search the inventory"
        aria-expanded={showing}
        aria-controls="search-results"
        aria-autocomplete="list"
        aria-activedescendant={showing && chosen !== undefined ? optionId(chosen) : undefined}
        placeholder="Search data classes, systems, flows, channels"
        autoComplete="off"
        spellCheck={false}
        value={words}
        onFocus={() => setOpen(true)}
        onChange={(event) => {
          setWords(event.target.value);
          setEntered(undefined);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
      />
      <kbd aria-hidden="true">Ctrl K</kbd>
      <div className="search-results" hidden={!showing}>
        <ul id="search-results" role="listbox" aria-label="Found">
          {results.map((result) => (
            <li
              key={optionId(result)}
              id={optionId(result)}
              role="option"
              aria-selected={result === chosen}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => go(result)}
            >
              <span className="search-name">{result.name}</span>
              <span className="quiet">
                {conceptWords[result.concept] ?? result.concept} · found by {result.matched}
              </span>
            </li>
          ))}
        </ul>
        <p className="search-state" role="status">
          {stateWords(query.phase, answered, typed, results.length)}
        </p>
      </div>
    </div>
  );
};

const optionId = (result: Found): string => `found-${result.concept}-${result.id}`;

/** Data classes open their trace, restrictions their page; other things open their record. */
const addressOf = ({ concept, id }: Found): string => {
  const target = encodeURIComponent(id);
  if (concept === 'DATA_CLASS') return `/trace?class=${target}`;
  return concept === 'RESTRICTION' ? `/restriction?id=${target}` : `/record?concept=${concept}&id=${target}`;
};

const stateWords = (phase: string, answered: boolean, typed: string, count: number): string => {
  if (phase === 'failed') return 'The search does not answer. Type again to try again.';
  if (!answered) return 'Searching.';
  if (count === 0) return `Nothing is called “${typed}”. Try fewer letters, or the name of a FHIR resource.`;
  return count === 1 ? '1 found.' : `${count} found; more letters narrow it.`;
};

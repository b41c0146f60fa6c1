import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { client } from '../../api/client.ts';
import { useActor } from '../../api/use-actor.ts';
import { useQuery } from '../../api/use-query.ts';
import { counted, sentenceCase } from '../../graph-model/words.ts';
import { Notice } from '../../ui/Notice.tsx';
import { SortedTable, type SortedColumn } from '../../ui/SortedTable.tsx';
import { FailedNotice } from '../../ui/standard-notices.tsx';
import { timeWords } from '../../ui/time-words.ts';
import { ScenariosDocument } from './scenario-documents.ts';
import { stateWordsOf } from './state-words.ts';
import type { ScenarioData } from './use-scenario-steps.ts';
import type { ParamChange } from './use-what-if-params.ts';

const firstPage = { after: null };
const states = Object.keys(stateWordsOf) as readonly ScenarioData['state'][];
const isNever = (): boolean => false;

/** The saved what-ifs with where they stand: to open, to decide, and to compare two of them. */
export const ScenariosPage = ({ onChange }: { readonly onChange: (change: ParamChange) => void }): ReactNode => {
  const query = useQuery(ScenariosDocument, firstPage, { keep: true });
  const first = query.phase === 'ready' ? query.data.scenarios : undefined;
  const more = useMorePages(first);
  const [state, setState] = useState<ScenarioData['state'] | ''>('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const all = useMemo(() => [...(first?.nodes ?? []), ...more], [first, more]);
  const shown = useMemo(() => all.filter((each) => state === '' || each.state === state), [all, state]);
  const actor = useActor();
  const columns = useMemo(() => columnsOf(chosen, setChosen, onChange, actor), [chosen, onChange, actor]);
  const [a, b] = chosen;
  useEffect(() => {
    document.title = 'Saved what-ifs · EHI Atlas';
  }, []);
  return (
    <main className="what-if-page" id="main">
      <div className="head">
        <h1>Saved what-ifs</h1>
        <button type="button" className="button" onClick={() => onChange({ page: 'sandbox' })}>
          Back to the what-if
        </button>
      </div>
      {query.phase === 'failed' ? (
        <FailedNotice title="They could not be fetched." message={query.error.message} onRetry={query.retry} />
      ) : first === undefined ? (
        <Notice kind="loading" title="Fetching them." />
      ) : first.totalCount === 0 ? (
        <Notice kind="empty" title="No what-if is saved yet.">
          Suppose something, give it a name and save it: it stands here for everybody, to be opened, compared and turned
          into proposed changes.
        </Notice>
      ) : (
        <>
          <div className="tools">
            <div className="filters">
              <label htmlFor="what-if-state">Where it stands</label>
              <select
                id="what-if-state"
                value={state}
                onChange={(event) => setState(states.find((each) => each === event.target.value) ?? '')}
              >
                <option value="">Every state</option>
                {states.map((each) => (
                  <option key={each} value={each}>
                    {sentenceCase(stateWordsOf[each])}
                  </option>
                ))}
              </select>
            </div>
            <button
              type="button"
              className="button"
              disabled={a === undefined || b === undefined}
              title={b === undefined ? 'Tick two of them' : undefined}
              onClick={() => onChange({ page: 'compare', scenario: a, with: b })}
            >
              Compare the two ticked
            </button>
            <span className="quiet" role="status">
              {counted(shown.length, 'what-if')}
            </span>
          </div>
          <SortedTable label="Saved what-ifs" columns={columns} things={shown} isMarked={isNever} />
        </>
      )}
    </main>
  );
};

/** The pages after the first one. */
const useMorePages = (
  first: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null } } | undefined,
): readonly ScenarioData[] => {
  const [more, setMore] = useState<readonly ScenarioData[]>([]);
  useEffect(() => {
    setMore([]);
    const abort = new AbortController();
    const fetchOn = async (): Promise<void> => {
      let page = first?.pageInfo;
      while (page?.hasNextPage === true) {
        const result = await client(ScenariosDocument, { after: page.endCursor ?? null }, { signal: abort.signal });
        if (!result.ok) return;
        const { nodes, pageInfo } = result.value.scenarios;
        setMore((before) => [...before, ...nodes]);
        page = pageInfo;
      }
    };
    fetchOn().catch(() => undefined);
    return () => abort.abort();
  }, [first]);
  return more;
};

const columnsOf = (
  chosen: readonly string[],
  setChosen: (chosen: readonly string[]) => void,
  onChange: (change: ParamChange) => void,
  actor: string | undefined,
): readonly SortedColumn<ScenarioData>[] => [
  {
    key: 'name',
    title: 'Name',
    width: 'minmax(200px, 2fr)',
    text: ({ name }) => name,
    show: ({ id, name }) => (
      <span className="with-glyph">
        <input
          type="checkbox"
          aria-label={`Compare ${name}`}
          checked={chosen.includes(id)}
          onChange={(event) =>
            setChosen(event.target.checked ? [...chosen, id].slice(-2) : chosen.filter((each) => each !== id))
          }
        />
        <button
          type="button"
          className="text-button"
          title={`Open ${name}`}
          onClick={() => onChange({ page: 'sandbox', scenario: id })}
        >
          {name}
        </button>
      </span>
    ),
  },
  {
    key: 'state',
    title: 'Where it stands',
    width: 'minmax(220px, 1.4fr)',
    text: ({ state }) => stateWordsOf[state],
  },
  {
    key: 'what',
    title: 'Supposes',
    width: 'minmax(150px, 1fr)',
    text: ({ changes, outages }) => sizeWords((changes as readonly unknown[]).length, outages.length),
  },
  { key: 'by', title: 'By', width: 'minmax(110px, 1fr)', text: ({ proposedBy, source }) => proposedBy ?? source },
  { key: 'at', title: 'Last written', width: 'minmax(150px, 1fr)', text: ({ updatedAt }) => timeWords(updatedAt) },
  {
    key: 'do',
    title: 'Decision',
    width: 'minmax(120px, 0.8fr)',
    text: ({ decidedBy }) => decidedBy ?? '',
    show: ({ id, name, state, proposedBy }) =>
      state === 'DRAFT' || state === 'DISCARDED' ? (
        ''
      ) : (
        <button
          type="button"
          className="text-button"
          aria-label={`${state === 'PROPOSED' && actor !== proposedBy ? 'Decide' : 'See'}: ${name}`}
          onClick={() => onChange({ page: 'proposal', scenario: id })}
        >
          {state === 'PROPOSED' && actor !== proposedBy ? 'Decide' : 'See'}
        </button>
      ),
  },
];

const sizeWords = (changes: number, outages: number): string =>
  [
    ...(changes === 0 ? [] : [counted(changes, 'change')]),
    ...(outages === 0 ? [] : [`${counted(outages, 'thing')} down`]),
  ].join(', ');

import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { client } from '../../api/client.ts';
import { useQuery } from '../../api/use-query.ts';
import type { CompareScenariosQuery, Share } from '../../gql/graphql.ts';
import { counted } from '../../graph-model/words.ts';
import { Notice } from '../../ui/Notice.tsx';
import { SortedTable, type SortedColumn } from '../../ui/SortedTable.tsx';
import { FailedNotice } from '../../ui/standard-notices.tsx';
import { CompareScenariosDocument, ScenariosDocument } from './scenario-documents.ts';
import { directionSigns, turnWords } from './turn-words.ts';
import type { ParamChange, WhatIfParams } from './use-what-if-params.ts';

type Comparison = CompareScenariosQuery['compareScenarios'];
/** Which two, and of which rows. */
interface Asked {
  readonly a: string;
  readonly b: string;
  readonly otherwise: boolean;
}

type Row = Comparison['outcomes']['nodes'][number] & { readonly id: string };

const shares: readonly Share[] = ['ONLY_A', 'ONLY_B', 'BOTH', 'EACH_OTHERWISE'];
const firstPage = { after: null };
const isNever = (): boolean => false;

/** Two saved what-ifs side by side: what only the one does, what only the other does, and what both do. */
export const ComparePage = (props: {
  readonly params: WhatIfParams;
  readonly change: (change: ParamChange) => void;
}): ReactNode => {
  const { params, change } = props;
  const list = useQuery(ScenariosDocument, firstPage, { keep: true });
  const scenarios = list.phase === 'ready' ? list.data.scenarios.nodes : [];
  const [a, b] = [params.scenario, params.with];
  const [otherwise, setOtherwise] = useState(false);
  const compared = `${a ?? ''}\n${b ?? ''}\n${params.asOf ?? ''}`;
  // Two others are looked at by what is released first.
  useEffect(() => setOtherwise(false), [compared]);
  const question = useMemo(
    () =>
      a === undefined || b === undefined ? undefined : { a, b, asOf: params.asOf ?? null, after: null, otherwise },
    [a, b, params.asOf, otherwise],
  );
  const query = useQuery(CompareScenariosDocument, question, { keep: true });
  const nameOf = (id: string | undefined): string => scenarios.find((each) => each.id === id)?.name ?? id ?? '';
  const [nameA, nameB] = [nameOf(a), nameOf(b)];
  const names = useMemo(() => [nameA, nameB] as const, [nameA, nameB]);
  useEffect(() => {
    document.title = 'Two what-ifs · EHI Atlas';
  }, []);
  const choice = (label: string, value: string | undefined, put: (id: string | undefined) => void): ReactNode => (
    <label>
      {label}{' '}
      <select value={value ?? ''} onChange={(event) => put(event.target.value || undefined)}>
        <option value="">Choose one</option>
        {value === undefined || scenarios.some(({ id }) => id === value) ? null : (
          <option value={value}>{value}</option>
        )}
        {scenarios.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <main className="what-if-page" id="main" aria-busy={query.phase === 'ready' && query.refreshing}>
      <div className="head">
        <h1>Two what-ifs side by side</h1>
        <button
          type="button"
          className="button"
          onClick={() => change({ page: 'scenarios', scenario: undefined, with: undefined })}
        >
          Saved what-ifs
        </button>
      </div>
      <div className="filters" role="group" aria-label="Which two">
        {choice('A', a, (id) => change({ scenario: id }))}
        {choice('B', b, (id) => change({ with: id }))}
      </div>
      {query.phase === 'idle' ? (
        <Notice kind="empty" title="Choose two what-ifs.">
          Both are worked out on the inventory as it is now, and what they come to is compared.
        </Notice>
      ) : query.phase === 'failed' ? (
        <FailedNotice title="They could not be compared." message={query.error.message} onRetry={query.retry} />
      ) : query.phase !== 'ready' ? (
        <Notice kind="loading" title="Working both out." />
      ) : (
        <Compared
          comparison={query.data.compareScenarios}
          asked={query.asked}
          names={names}
          showOtherwise={setOtherwise}
        />
      )}
    </main>
  );
};

const Compared = (props: {
  readonly comparison: Comparison;
  readonly asked: Asked;
  readonly names: readonly [string, string];
  /** Shows what is released neither now nor in either instead. */
  readonly showOtherwise: (isShown: boolean) => void;
}): ReactNode => {
  const { comparison, names, asked, showOtherwise } = props;
  const [share, setShare] = useState<Share>();
  const rows = useAllRows(comparison, asked);
  const fitting = useMemo(() => rows.filter((row) => share === undefined || row.share === share), [rows, share]);
  const words = useMemo(
    (): Readonly<Record<Share, string>> => ({
      ONLY_A: `only ${names[0]}`,
      ONLY_B: `only ${names[1]}`,
      BOTH: 'both, alike',
      EACH_OTHERWISE: 'both, each otherwise',
    }),
    [names],
  );
  const columns = useMemo(() => columnsOf(words, names), [words, names]);
  const countOf = (of: Share): number => comparison.counts.find((each) => each.share === of)?.count ?? 0;
  const released = comparison.counts.reduce((sum, { count }) => sum + count, 0);
  const show = (next: Share | undefined): void => {
    setShare(next);
    showOtherwise(false);
  };
  return (
    <>
      <p className="what-if-sentence">{comparison.sentence}</p>
      <div className="what-if-sides">
        {([comparison.a, comparison.b] as const).map((side, at) => (
          <section key={at === 0 ? 'a' : 'b'} className="what-if-side" aria-label={at === 0 ? 'A' : 'B'}>
            <h2>
              {at === 0 ? 'A' : 'B'}: {names[at]}
            </h2>
            {side.ok ? (
              <>
                <p>{side.sentence}</p>
                <p className="quiet">
                  {side.counts.more} rows more, {side.counts.less} less; {side.counts.stranded} newly stranded,{' '}
                  {side.counts.unstranded} no longer; {side.findingsOpened.totalCount} findings open,{' '}
                  {side.findingsClosed.totalCount} close. As of {side.asOf}, revision {side.revision}.
                </p>
              </>
            ) : (
              <p className="form-trouble">{side.errors.map(({ error }) => error.message).join(' ')}</p>
            )}
          </section>
        ))}
      </div>
      {!comparison.ok ? null : (
        <>
          <div className="view-switch what-if-shares" role="group" aria-label="Whose differences">
            <button
              type="button"
              className="button"
              aria-pressed={!asked.otherwise && share === undefined}
              onClick={() => show(undefined)}
            >
              All ({released})
            </button>
            {shares.map((each) => (
              <button
                key={each}
                type="button"
                className="button"
                aria-pressed={!asked.otherwise && share === each}
                onClick={() => show(each)}
              >
                {words[each].replace(/^./u, (letter) => letter.toUpperCase())} ({countOf(each)})
              </button>
            ))}
            {comparison.notReleasedOtherwise === 0 ? null : (
              <button
                type="button"
                className="button"
                aria-pressed={asked.otherwise}
                title="Where nothing is released, neither now nor in either: only why it is not differs"
                onClick={() => {
                  setShare(undefined);
                  showOtherwise(true);
                }}
              >
                Not released either way ({comparison.notReleasedOtherwise})
              </button>
            )}
          </div>
          {fitting.length === 0 ? (
            <Notice kind="empty" title="There is no such row." />
          ) : (
            <SortedTable label="Two what-ifs" columns={columns} things={fitting} isMarked={isNever} />
          )}
          {rows.length < comparison.outcomes.totalCount ? (
            <p className="quiet" role="status">
              {counted(comparison.outcomes.totalCount - rows.length, 'more row')} being fetched.
            </p>
          ) : null}
        </>
      )}
    </>
  );
};

const withRowId = (row: Comparison['outcomes']['nodes'][number]): Row => ({
  ...row,
  id: `${row.dataClass.id} ${row.channel.id} ${row.audience.id}`,
});

/** All rows: those that came with the answer, and the further ones as they arrive. */
const useAllRows = (comparison: Comparison, { a, b, otherwise }: Asked): readonly Row[] => {
  const [more, setMore] = useState<{ readonly of: Comparison; readonly rows: readonly Row[] }>();
  useEffect(() => {
    const abort = new AbortController();
    const fetchOn = async (): Promise<void> => {
      let page = comparison.outcomes.pageInfo;
      let rows: readonly Row[] = [];
      while (page.hasNextPage) {
        const asked = { a, b, asOf: comparison.a.asOf, after: page.endCursor ?? null, otherwise };
        const result = await client(CompareScenariosDocument, asked, { signal: abort.signal });
        if (!result.ok || result.value.compareScenarios.a.revision !== comparison.a.revision) return;
        const { nodes, pageInfo } = result.value.compareScenarios.outcomes;
        rows = [...rows, ...nodes.map(withRowId)];
        setMore({ of: comparison, rows });
        page = pageInfo;
      }
    };
    fetchOn().catch(() => undefined);
    return () => abort.abort();
  }, [comparison, a, b, otherwise]);
  return useMemo(
    () => [...comparison.outcomes.nodes.map(withRowId), ...(more?.of === comparison ? more.rows : [])],
    [comparison, more],
  );
};

const columnsOf = (
  words: Readonly<Record<Share, string>>,
  names: readonly [string, string],
): readonly SortedColumn<Row>[] => {
  const side = (key: 'a' | 'b', title: string): SortedColumn<Row> => ({
    key,
    title,
    width: 'minmax(170px, 1.2fr)',
    text: (row) => (row[key] ? turnWords[row[key].turn] : ''),
    show: (row) => {
      const turned = row[key];
      return turned ? (
        <span className={`turn turn-${turned.direction.toLowerCase()}`}>
          {directionSigns[turned.direction]} {turnWords[turned.turn]}
        </span>
      ) : (
        <span className="quiet">as now</span>
      );
    },
  });
  return [
    { key: 'class', title: 'Data class', width: 'minmax(160px, 1.3fr)', text: ({ dataClass }) => dataClass.name },
    { key: 'channel', title: 'Channel', width: 'minmax(140px, 1.1fr)', text: ({ channel }) => channel.name },
    { key: 'audience', title: 'Audience', width: 'minmax(120px, 1fr)', text: ({ audience }) => audience.name },
    side('a', `A: ${names[0]}`),
    side('b', `B: ${names[1]}`),
    { key: 'share', title: 'Which', width: 'minmax(140px, 1fr)', text: ({ share }) => words[share] },
  ];
};

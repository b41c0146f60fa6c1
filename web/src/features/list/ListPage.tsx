import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useNotedWhenFree } from '../../api/noted-changes.ts';
import type { ApiFailure } from '../../api/failure.ts';
import { useKindNames } from '../../api/use-kind-names.ts';
import { toCsv } from '../../graph-model/csv.ts';
import { statement } from '../../graph-model/statement.ts';
import { counted } from '../../graph-model/words.ts';
import { downloadCsv } from '../../ui/download.ts';
import { Link } from '../../ui/Link.tsx';
import { useAnnounce } from '../../ui/live.ts';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice, LonePage } from '../../ui/standard-notices.tsx';
import { VirtualTable } from '../../ui/VirtualTable.tsx';
import { FreezeButton } from '../../view/FreezeButton.tsx';
import { readBetween } from '../../view/read-between.ts';
import { aboutTable, withoutIds } from '../../view/saved-about.ts';
import { useNamedView } from '../../view/use-named-view.ts';
import { listKinds, type ListKind } from './list-kinds.ts';
import { rowsSorted, rowsWith, standingNames, standings, type ListRow } from './list-rows.ts';
import { useExportCommands } from '../../ui/use-export-commands.ts';
import { useListParams, type ListChange, type ListParams } from './use-list-params.ts';

/** All things of one kind that are live today: sorted, narrowed by words, saved as CSV, each with the ways to look at it. */
export const ListPage = (): ReactNode => {
  const [params, change] = useListParams();
  if (params === undefined) {
    return (
      <LonePage>
        <Notice kind="empty" title="There is no such list.">
          <Link href="/">Go to the home page</Link>: every number there opens its list.
        </Notice>
      </LonePage>
    );
  }
  return <List key={params.concept} params={params} change={change} />;
};

const List = (props: { readonly params: ListParams; readonly change: (change: ListChange) => void }): ReactNode => {
  const { params, change } = props;
  const { sort, descending } = params;
  const kind: ListKind = listKinds[params.concept];
  const announce = useAnnounce();
  const view = useNamedView();
  const { read, error, retry } = useRows(kind, params);
  const all = read?.rows;
  useEffect(() => {
    document.title = `${kind.title} · EHI Atlas`;
  }, [kind]);
  const rows = useMemo(
    () => rowsSorted(rowsWith(all ?? [], params.text), sort, descending),
    [all, params.text, sort, descending],
  );
  const columns = useMemo(
    () => [
      ...kind.columns.map(([title, width], at) => ({ key: String(at), title, width })),
      { key: 'links', title: 'Look at it', width: '170px' },
    ],
    [kind],
  );
  const drawn = useMemo(
    () => rows.map((row) => ({ key: row.id, cells: [...cellsOf(row), <RowLinks key="links" row={row} />] })),
    [rows],
  );
  const onSort = (key: string): void => {
    if (key === 'links') return;
    change({ sort: key === '0' ? '' : key, way: Number(key) === sort && !descending ? 'down' : '' });
  };
  const save = (): void => {
    if (read === undefined) return;
    const { revisions, asOf } = read;
    const titles = [...kind.columns.map(([title]) => title.toLowerCase()), 'id'];
    const about = [aboutTable({ asOf, revisions, narrowedTo: narrowedTo(params) }, view), statement];
    const below = about.map((words) => ['about', words, ...titles.slice(2).map(() => '')]);
    const table = [titles, ...rows.map(({ id, cells }) => [...cells, id]), ...below];
    const csv = toCsv(view.namesHidden ? withoutIds(table, 0, (title) => title === 'id') : table);
    downloadCsv(`${params.concept.toLowerCase()}.csv`, csv);
    announce(`CSV saved: ${counted(rows.length, kind.one, kind.many)}.`);
  };
  useExportCommands(all === undefined ? [] : [{ title: 'Save the list as CSV', run: save }]);
  return (
    <main className="list-page" id="main" aria-busy={all === undefined}>
      <div className="row spread">
        <h1>{kind.title}</h1>
        <p className="sentence">{all === undefined ? '' : `${counted(rows.length, kind.one, kind.many)}.`}</p>
      </div>
      <div className="row spread">
        <div className="filters" role="group" aria-label="Filters">
          <label>
            Words
            <input
              value={params.text ?? ''}
              placeholder="in any column"
              onChange={(event) => change({ text: event.target.value })}
            />
          </label>
          {params.concept === 'DATA_CLASS' ? (
            <Choose
              label="Level"
              every="Every level"
              chosen={params.level}
              choices={[
                ['DOMAIN', 'Domains'],
                ['CLASS', 'Classes'],
                ['ELEMENT', 'Elements'],
              ]}
              onChoose={(level) => change({ level })}
            />
          ) : null}
          {params.concept === 'RECORD_SET' ? (
            <>
              <Choose
                label="Part of the set"
                every="All of it"
                chosen={params.group}
                choices={['DRS-i', 'DRS-ii', 'DRS-iii', 'USCDI'].map((id) => [id, id])}
                onChoose={(group) => change({ group })}
              />
              <Choose
                label="Standing"
                every="Every standing"
                chosen={params.standing}
                choices={standings.map((each) => [each, standingNames[each]])}
                onChoose={(standing) => change({ standing })}
              />
            </>
          ) : null}
        </div>
        <span className="row">
          <button type="button" className="button" disabled={rows.length === 0} onClick={save}>
            Save CSV
          </button>
          <FreezeButton className="button" />
        </span>
      </div>
      {error === undefined ? null : (
        <FailedNotice title="The list could not be fetched." message={error.message} onRetry={retry} />
      )}
      {all === undefined ? (
        error === undefined ? (
          <Notice kind="loading" title={`Fetching ${kind.many}.`} />
        ) : null
      ) : rows.length === 0 ? (
        <Notice kind="empty" title={`There are no ${kind.many} here.`}>
          {all.length === 0
            ? 'Import a file or load an inventory, or lift the filters.'
            : 'Lift the filters to see all.'}
        </Notice>
      ) : (
        <VirtualTable
          label={kind.title}
          columns={columns}
          rows={drawn}
          sort={{ key: String(sort), descending }}
          onSort={onSort}
        />
      )}
      <p className="quiet">{statement}</p>
    </main>
  );
};

/** What the list is narrowed to, in words. */
const narrowedTo = ({ text, level, group, standing }: ListParams): readonly string[] => [
  ...(level === undefined ? [] : [`level ${level.toLowerCase()}`]),
  ...(group === undefined ? [] : [`part ${group}`]),
  ...(standing === undefined ? [] : [standingNames[standing].toLowerCase()]),
  ...(text === undefined ? [] : [`with "${text}"`]),
];

/** The rows of a list, the day they are of, and between which revisions they were read. */
interface RowsRead {
  readonly rows: readonly ListRow[];
  readonly asOf: string;
  readonly revisions: readonly [number, number];
}

/** The rows of a list; undefined until they are there. */
const useRows = (
  kind: ListKind,
  { level, group, standing }: ListParams,
): {
  readonly read: RowsRead | undefined;
  readonly error: ApiFailure | undefined;
  readonly retry: () => void;
} => {
  const kindNames = useKindNames();
  const [read, setRead] = useState<RowsRead>();
  const [error, setError] = useState<ApiFailure>();
  const [round, setRound] = useState(0);
  const [loading, setLoading] = useState(false);
  const noted = useNotedWhenFree(loading);
  // Rows of another question are not shown, nor saved, under this one.
  useEffect(() => setRead(undefined), [kind, level, group, standing]);
  useEffect(() => {
    const abort = new AbortController();
    setLoading(true);
    const asOf = new Date().toISOString().slice(0, 10);
    readBetween(() => kind.fetch({ level, group, standing }, kindNames, abort.signal), abort.signal).then(
      (result) => {
        if (abort.signal.aborted) return;
        setLoading(false);
        setError(result.ok ? undefined : result.error);
        if (result.ok) setRead({ rows: result.value.value, revisions: result.value.revisions, asOf });
      },
      () => undefined,
    );
    return () => abort.abort();
  }, [kind, level, group, standing, kindNames, round, noted]);
  return { read, error, retry: () => setRound((count) => count + 1) };
};

/** What the columns say; the first is the link to where the thing is looked at. */
const cellsOf = ({ cells, links }: ListRow): readonly ReactNode[] => {
  const [name, ...others] = cells;
  const [first] = links;
  return [
    first === undefined ? (
      (name ?? '')
    ) : (
      <Link key="name" href={first.href} title={name}>
        {name}
      </Link>
    ),
    ...others,
  ];
};

const RowLinks = ({ row }: { readonly row: ListRow }): ReactNode => (
  <span className="row">
    {row.links.map(({ href, words, about }) => (
      <Link key={href} href={href} title={about} aria-label={`${words}: ${about ?? row.cells[0] ?? ''}`}>
        {words}
      </Link>
    ))}
  </span>
);

const Choose = (props: {
  readonly label: string;
  readonly every: string;
  readonly chosen: string | undefined;
  readonly choices: readonly (readonly [value: string, words: string])[];
  readonly onChoose: (value: string) => void;
}): ReactNode => (
  <label>
    {props.label}
    <select value={props.chosen ?? ''} onChange={({ target }) => props.onChoose(target.value)}>
      <option value="">{props.every}</option>
      {props.choices.map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  </label>
);

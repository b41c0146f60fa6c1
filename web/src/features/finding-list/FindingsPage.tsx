import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import type { FindingFacetsQuery } from '../../gql/graphql.ts';
import { statement } from '../../graph-model/statement.ts';
import { counted } from '../../graph-model/words.ts';
import { usePresented } from '../../present/presented.ts';
import { downloadCsv } from '../../ui/download.ts';
import { useAnnounce } from '../../ui/live.ts';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice, StaleNotice } from '../../ui/standard-notices.tsx';
import { useExportCommands } from '../../ui/use-export-commands.ts';
import { FreezeButton } from '../../view/FreezeButton.tsx';
import { OnlyNow } from '../../view/OnlyNow.tsx';
import { readBetween } from '../../view/read-between.ts';
import { aboutTable } from '../../view/saved-about.ts';
import { useNamedView } from '../../view/use-named-view.ts';
import { BulkBar } from './BulkBar.tsx';
import { ChangedLists } from './ChangedLists.tsx';
import { FindingChoicesDocument, FindingFacetsDocument, FindingsDocument } from './documents.ts';
import { fetchAll } from './fetch-all.ts';
import { FindingSlide } from './FindingSlide.tsx';
import { FindingQueue } from './FindingQueue.tsx';
import { FindingsFilters } from './FindingsFilters.tsx';
import { filterWords } from './filter-words.ts';
import { findingsAsCsv } from './save-findings.ts';
import { useFindingWalk } from './use-finding-walk.ts';
import { useFindings } from './use-findings.ts';
import { filterOf, useFindingsParams } from './use-findings-params.ts';
import { useReviews } from './use-reviews.ts';
import { mostSelected, useSelection } from './use-selection.ts';

/** The queue of what wants attention: who looks after it, by when, what shows it and what became of it; and what changed since a day. */
export const FindingsPage = (): ReactNode => {
  const [params, change] = useFindingsParams();
  const announce = useAnnounce();
  const view = useNamedView();
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState<string>();
  const asOf = params.asOf ?? null;
  const question = useMemo(() => ({ asOf, filter: filterOf(params), sort: params.sort }), [asOf, params]);
  const list = useFindings(question);
  const counts = useQuery(FindingFacetsDocument, { asOf, filter: question.filter }, { keep: true });
  const sentence = counts.phase === 'ready' ? sentenceOf(counts.data, params.asOf) : '';
  const spoken = useFindingWalk(list, usePresented().finding, params.asOf);
  const { reload } = list;
  const { retry } = counts;
  const onWritten = useCallback(() => {
    reload();
    retry();
  }, [reload, retry]);
  const reviews = useReviews(onWritten);
  const selection = useSelection(JSON.stringify([asOf, question.filter]), list.findings);
  useEffect(() => {
    document.title = 'Findings · EHI Atlas';
  }, []);

  const facets = counts.phase === 'ready' ? counts.data.fitting : undefined;
  const total = list.total ?? facets?.total ?? 0;
  const owners = useMemo(() => (facets?.owners ?? []).flatMap(({ owner }) => owner ?? []), [facets]);

  const selectAll = async (): Promise<void> => {
    setTrouble(undefined);
    setBusy('Selecting all that fit.');
    const all = await fetchAll(FindingChoicesDocument, { asOf, filter: question.filter }, mostSelected);
    setBusy(undefined);
    if (!all.ok) setTrouble(`Not all could be selected: ${all.error.message}`);
    else if (all.value.length > mostSelected)
      setTrouble(
        `More than ${mostSelected} fit, which is the most that can be changed at once. Narrow the list first.`,
      );
    else {
      selection.replace(all.value);
      announce(`${counted(all.value.length, 'finding')} selected.`);
    }
  };
  const save = async (): Promise<void> => {
    setTrouble(undefined);
    setBusy('Fetching all that fit.');
    const day = asOf ?? new Date().toISOString().slice(0, 10);
    const all = await readBetween(() =>
      fetchAll(FindingsDocument, { ...question, asOf: day }, Number.POSITIVE_INFINITY, 200),
    );
    setBusy(undefined);
    if (!all.ok) {
      setTrouble(`The table could not be saved: ${all.error.message}`);
      return;
    }
    const { value: findings, revisions } = all.value;
    const about = aboutTable({ asOf: day, revisions, narrowedTo: filterWords(params, facets) }, view);
    downloadCsv('findings.csv', findingsAsCsv(findings, about, view.namesHidden));
    announce(`CSV saved: ${counted(findings.length, 'finding')}.`);
  };
  useExportCommands(
    total === 0 || busy !== undefined ? [] : [{ title: 'Save the findings as CSV', run: () => void save() }],
  );
  const undo = async (): Promise<void> => {
    const outcome = await reviews.last?.undo();
    if (outcome === undefined) return;
    if (outcome.ok) announce(outcome.words);
    else setTrouble(`It could not be taken back: ${outcome.refused[0]?.words ?? outcome.message}`);
  };

  return (
    <main className="findings" id="main" aria-busy={list.loading}>
      <div className="row spread">
        <h1>Findings</h1>
        <p className="sentence">{sentence}</p>
      </div>
      <FindingsFilters params={params} facets={facets} onChange={change} />
      {counts.phase === 'failed' ? (
        <FailedNotice title="The findings could not be counted." message={counts.error.message} onRetry={retry} />
      ) : null}
      {list.error === undefined ? null : list.findings.length === 0 ? (
        <FailedNotice title="The findings could not be fetched." message={list.error.message} onRetry={reload} />
      ) : (
        <StaleNotice message={list.error.message} onRetry={reload} />
      )}
      <div className="row spread findings-tools">
        <p>{list.total === undefined ? 'Looking for what wants attention.' : fitWords(total)}</p>
        <span className="row">
          {reviews.last === undefined ? null : (
            <span className="row done" role="status">
              {reviews.last.words}
              <button type="button" className="button" disabled={reviews.running} onClick={() => void undo()}>
                Undo
              </button>
            </span>
          )}
          {busy === undefined ? null : <span className="quiet">{busy}</span>}
          <OnlyNow>
            <button
              type="button"
              className="button"
              disabled={total === 0 || busy !== undefined}
              onClick={() => void selectAll()}
            >
              Select all {total}
            </button>
          </OnlyNow>
          <button
            type="button"
            className="button"
            disabled={total === 0 || busy !== undefined}
            onClick={() => void save()}
          >
            Save CSV
          </button>
          <FreezeButton className="button" />
        </span>
      </div>
      {trouble === undefined ? null : (
        <p className="form-trouble" role="alert">
          {trouble}
        </p>
      )}
      {spoken === undefined ? null : <FindingSlide finding={spoken} asOf={params.asOf} />}
      <Changed params={params} change={change}>
        {list.total === 0 ? (
          <Notice kind="empty" title="Nothing of this kind wants attention.">
            Findings come from rules that look at the recorded facts. Clear the filters to see the others.
          </Notice>
        ) : (
          <FindingQueue
            key={JSON.stringify(question)}
            list={list}
            facets={facets}
            isGrouped={params.sort === 'LEVEL'}
            asOf={params.asOf}
            selection={selection}
            reviews={reviews}
            onReviewed={announce}
          />
        )}
      </Changed>
      {selection.choices.length === 0 ? null : (
        <OnlyNow>
          <BulkBar selection={selection} owners={owners} reviews={reviews} onDone={announce} />
        </OnlyNow>
      )}
      <p className="quiet">
        Keys: j and k or arrows to move, x to select, Enter to open, e to review, Escape to close. {statement}
      </p>
    </main>
  );
};

/** The queue by itself, or beneath what changed since the day that the address names. */
const Changed = (props: {
  readonly params: ReturnType<typeof useFindingsParams>[0];
  readonly change: ReturnType<typeof useFindingsParams>[1];
  readonly children: ReactNode;
}): ReactNode => {
  const { since, asOf, list } = props.params;
  if (since === undefined) return props.children;
  return (
    <ChangedLists since={since} asOf={asOf} list={list} onList={(next) => props.change({ list: next })}>
      {props.children}
    </ChangedLists>
  );
};

const fitWords = (total: number): string => `${counted(total, 'finding')} ${total === 1 ? 'fits' : 'fit'}.`;

const sentenceOf = ({ all }: FindingFacetsQuery, asOf: string | undefined): string => {
  const of = (wanted: string): number => all.levels.find(({ level }) => level === wanted)?.count ?? 0;
  const open = all.states.find(({ state }) => state === 'OPEN')?.count ?? 0;
  return `${counted(all.total, 'finding')}${asOf === undefined ? ' today' : ` as of ${asOf}`}: ${of('HIGH')} high, ${of('MEDIUM')} medium, ${of('LOW')} low; ${open} open.`;
};

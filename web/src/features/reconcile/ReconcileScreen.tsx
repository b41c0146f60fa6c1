import { useCallback, useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react';
import type { ReconciliationFilter, ReconciliationQuery } from '../../gql/graphql.ts';
import { statement } from '../../graph-model/statement.ts';
import { counted } from '../../graph-model/words.ts';
import { useAnnounce } from '../../ui/live.ts';
import { Notice } from '../../ui/Notice.tsx';
import { StaleNotice } from '../../ui/standard-notices.tsx';
import { CountsMatrix, CountsSentence } from './Counts.tsx';
import { DecisionForm } from './DecisionForm.tsx';
import { DeclaredOnly, declaredOnlyId } from './DeclaredOnly.tsx';
import { ItemTable } from './ItemTable.tsx';
import { ListTools } from './ListTools.tsx';
import { OutcomeNotice } from './OutcomeNotice.tsx';
import type { Choice, ItemData } from './reconciled-item.ts';
import { ReconcileFilters } from './ReconcileFilters.tsx';
import { useCounts } from './use-counts.ts';
import { outcomeWords, useDecide, type Deciding, type Outcome } from './use-decide.ts';
import { noParams, type ReconcileChange, type ReconcileParams } from './use-reconcile-params.ts';
import { originOf, useRuns } from './use-runs.ts';
import { useRowFocus } from './use-row-focus.ts';
import { useSelection } from './use-selection.ts';

/** The counts, the filters, the list and what is decided about what is selected in it. */
export const ReconcileScreen = (props: {
  readonly data: ReconciliationQuery['reconciliation'];
  readonly params: ReconcileParams;
  readonly filter: ReconciliationFilter;
  readonly refreshing: boolean;
  readonly trouble: string | undefined;
  readonly mayShowMore: boolean;
  readonly largest: number;
  readonly onChange: (change: ReconcileChange) => void;
  readonly onMore: () => void;
  readonly onRetry: () => void;
}): ReactNode => {
  const { data, params, filter, onChange, onRetry } = props;
  const items = data.nodes;
  const announce = useAnnounce();
  const counts = useCounts(params, data.counts);
  const runs = useRuns();
  const declaredOnly = useMemo(() => {
    const origin = originOf(params, runs);
    const looked = new Set(runs.filter((run) => run.origin === origin).map(({ id }) => id));
    return origin === undefined ? data.declaredOnly : data.declaredOnly.filter(({ run }) => looked.has(run));
  }, [params, runs, data.declaredOnly]);
  const selection = useSelection(JSON.stringify(filter), items);
  const { decide, running } = useDecide();
  const [outcome, setOutcome] = useState<Outcome>();
  const reasonField = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLElement>(null);
  const listId = useId();
  const { focusRow, showRow, returnTo } = useRowFocus(list, items);
  const item = useMemo(
    () => items.find(({ observation }) => observation.id === selection.choices[0]?.observation.id),
    [items, selection.choices],
  );

  const send = async (choices: readonly Choice[], deciding: Deciding): Promise<void> => {
    const done = await decide(choices, deciding);
    if (done === undefined) return;
    setOutcome(done);
    announce(outcomeWords(done));
    if (done.trouble === undefined) {
      // What was not decided and is still to be seen stays selected, to be mended.
      const shown = new Set(items.map(({ observation }) => observation.id));
      selection.keepOnly(done.notDecided.map(({ id }) => id).filter((id) => shown.has(id)));
    }
    returnTo(items.findIndex(({ observation }) => choices.some((each) => each.observation.id === observation.id)));
    onRetry();
  };
  const toDock = useCallback(() => reasonField.current?.focus(), []);
  const [toFocus, setToFocus] = useState(0);
  useEffect(() => {
    if (toFocus > 0) toDock();
  }, [toFocus, toDock]);
  const onDecide = (each: ItemData): void => {
    selection.replace([each]);
    setToFocus((count) => count + 1);
  };
  const isFirst = !Object.values(params).some((value) => value !== undefined);
  return (
    <main className="home reconcile-page" id="main" aria-busy={props.refreshing}>
      <h1>Reconcile</h1>
      <CountsSentence
        counts={counts}
        params={params}
        onChange={onChange}
        declaredOnly={declaredOnly.length}
        onDeclaredOnly={() => {
          const heading = document.getElementById(declaredOnlyId);
          heading?.scrollIntoView();
          heading?.focus();
        }}
      />
      <CountsMatrix counts={counts} params={params} onChange={onChange} />
      <ReconcileFilters params={params} runs={runs} onChange={onChange} />
      {props.trouble === undefined ? null : <StaleNotice message={props.trouble} onRetry={onRetry} />}
      <section ref={list} className="list" aria-labelledby={listId} tabIndex={-1}>
        <ListTools data={data} filter={filter} selection={selection} headingId={listId} />
        {items.length === 0 ? (
          <Notice
            kind="empty"
            title={isFirst ? 'Everything that wants a decision has one.' : 'Nothing that was seen fits these filters.'}
            action={
              isFirst
                ? { label: 'Show all', onClick: () => onChange({ ...noParams, status: 'ANY', decision: 'ANY' }) }
                : { label: 'Clear the filters', onClick: () => onChange(noParams) }
            }
          />
        ) : (
          <ItemTable
            items={items}
            selection={selection}
            running={running}
            onAccept={(each) => void send([each], { action: 'ACCEPT' })}
            onDecide={onDecide}
            onDock={toDock}
          />
        )}
        {data.pageInfo.hasNextPage ? (
          props.mayShowMore ? (
            <button type="button" className="button more" onClick={props.onMore}>
              Show more
            </button>
          ) : (
            <p>Narrow the list with the filters to see the others: at most {props.largest} are shown at once.</p>
          )
        ) : null}
      </section>
      <DeclaredOnly things={declaredOnly} />
      <p className="quiet">{statement}</p>
      {outcome === undefined && selection.choices.length === 0 ? null : (
        <section className="dock" aria-label="What is decided">
          {outcome === undefined ? null : (
            <OutcomeNotice
              outcome={outcome}
              onDismiss={() => {
                setOutcome(undefined);
                focusRow(0);
              }}
            />
          )}
          {selection.choices.length === 0 ? null : (
            <DecisionForm
              choices={selection.choices}
              item={selection.choices.length === 1 ? item : undefined}
              running={running}
              reasonField={reasonField}
              onShown={showRow}
              onDecide={(deciding) => void send(selection.choices, deciding)}
              onClear={() => {
                selection.replace([]);
                announce(`${counted(0, 'thing')} selected.`);
                focusRow(0);
              }}
            />
          )}
        </section>
      )}
    </main>
  );
};

import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useKindNames } from '../../api/use-kind-names.ts';
import { useQuery } from '../../api/use-query.ts';
import { projectorSizes, sizes as deskSizes } from '../../graph-canvas/layout/sizes.ts';
import { createMeasure } from '../../graph-canvas/measure-text.ts';
import { readPalette } from '../../graph-canvas/palette.ts';
import type { Drawn } from '../../graph-canvas/use-drawn-trace.ts';
import { waySigns } from '../../graph-model/transforms/compare-views.ts';
import { counted } from '../../graph-model/words.ts';
import { usePresenting } from '../../present/presenting.ts';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice } from '../../ui/standard-notices.tsx';
import { affectedClasses } from './affected-classes.ts';
import { DifferencePicture } from './DifferencePicture.tsx';
import { differenceView, differingParts } from './difference-view.ts';
import { TraceAfterDocument, TraceBeforeDocument } from './documents.ts';
import { PictureSaves } from './PictureSaves.tsx';
import type { Supposed } from './sandbox.ts';
import type { SavedFacts } from './saved-facts.ts';
import type { Question, TurnData } from './use-what-if.ts';
import type { ParamChange, Side, WhatIfParams } from './use-what-if-params.ts';

const sideTitles: Readonly<Record<Side, string>> = { difference: 'Difference', before: 'Before', after: 'After' };

/** The trace of one class before and after as one picture, with what differs in it also as a list of words. */
export const PictureSection = (props: {
  readonly question: Question;
  readonly supposed: Supposed;
  readonly turns: readonly TurnData[];
  readonly params: WhatIfParams;
  readonly facts: SavedFacts;
  readonly dark: boolean;
  readonly inWhatIf: ((href: string) => string) | undefined;
  readonly onChange: (change: ParamChange) => void;
}): ReactNode => {
  const { question, params, onChange } = props;
  const classes = useMemo(() => affectedClasses(props.turns), [props.turns]);
  const dataClass = params.dataClass ?? classes[0]?.id;
  if (dataClass === undefined)
    return (
      <Notice kind="empty" title="No class is released otherwise.">
        What is supposed changes nothing of what anybody gets. The findings and restrictions may differ still.
      </Notice>
    );
  return (
    <div className="what-if-picture">
      <div className="filters" role="group" aria-label="What is in the picture">
        <label htmlFor="what-if-picture-class">Class</label>
        <select
          id="what-if-picture-class"
          value={dataClass}
          onChange={(event) => onChange({ dataClass: event.target.value, part: undefined, selected: undefined })}
        >
          {classes.some(({ id }) => id === dataClass) ? null : <option value={dataClass}>{dataClass}</option>}
          {classes.map(({ id, name, rows }) => (
            <option key={id} value={id}>
              {name} ({counted(rows, 'row')})
            </option>
          ))}
        </select>
        <div className="view-switch" role="group" aria-label="Before or after">
          {(['difference', 'before', 'after'] as const).map((side) => (
            <button
              key={side}
              type="button"
              className="button"
              aria-pressed={params.side === side}
              onClick={() => onChange({ side })}
            >
              {sideTitles[side]}
            </button>
          ))}
        </div>
        <div className="view-switch" role="group" aria-label="How much of it">
          <button
            type="button"
            className="button"
            aria-pressed={params.whole === undefined}
            onClick={() => onChange({ whole: undefined })}
          >
            Only what differs
          </button>
          <button
            type="button"
            className="button"
            aria-pressed={params.whole === 'yes'}
            onClick={() => onChange({ whole: 'yes' })}
          >
            The whole trace
          </button>
        </div>
      </div>
      <ClassPicture {...props} key={dataClass} dataClass={dataClass} question={question} />
    </div>
  );
};

const ClassPicture = (props: Parameters<typeof PictureSection>[0] & { readonly dataClass: string }): ReactNode => {
  const { dataClass, question, params, onChange, dark, inWhatIf, supposed } = props;
  const kindNames = useKindNames();
  const presenting = usePresenting();
  const sizes = presenting ? projectorSizes : deskSizes;
  const [drawn, setDrawn] = useState<Drawn>();
  // Which part is shown is known only with the answers: until one is chosen or differs, the class itself is asked for.
  const [found, setFound] = useState<string>();
  const part = params.part ?? found;
  const asked = { dataClass, part: part ?? null, audience: null, asOf: question.asOf };
  const before = useQuery(TraceBeforeDocument, asked, { keep: true });
  const after = useQuery(TraceAfterDocument, { ...asked, ...question }, { keep: true });
  const was = before.phase === 'ready' ? before.data.trace : undefined;
  const is = after.phase === 'ready' ? (after.data.whatIf.trace ?? undefined) : undefined;
  const settled =
    (before.phase === 'failed' || (before.phase === 'ready' && !before.refreshing)) &&
    (after.phase === 'failed' || (after.phase === 'ready' && !after.refreshing));
  const parts = useMemo(() => differingParts(was, is), [was, is]);
  const first = parts.find(({ differs }) => differs)?.id;
  useEffect(() => {
    if (settled && parts.length > 1 && first !== undefined) setFound(first);
  }, [settled, parts.length, first]);
  // The colours are read from the page, so they follow the theme.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const palette = useMemo(() => readPalette(document.documentElement), [dark, presenting]);
  const measure = useMemo(() => createMeasure(palette.font, sizes.type), [palette.font, sizes.type]);
  const { view, differences } = useMemo(
    () => differenceView(was, is, params.side, supposed, kindNames, params.whole === 'yes'),
    // What is supposed is that of the answers.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [was, is, params.side, params.whole, kindNames],
  );
  if (before.phase === 'failed' && after.phase === 'failed')
    return (
      <FailedNotice title="The traces could not be fetched." message={after.error.message} onRetry={after.retry} />
    );
  if (was === undefined && is === undefined) return <Notice kind="loading" title="Tracing before and after." />;
  const name = (is ?? was)?.dataClass.name ?? dataClass;
  const shown = params.side === 'before' ? was : is;
  const selected = [...view.nodes, ...view.edges].find(({ id }) => id === params.selected);
  const href = `/trace?class=${encodeURIComponent(dataClass)}`;
  return (
    <div className="what-if-class">
      <div className="what-if-drawn" data-drawn={drawn?.view === view && settled ? 'yes' : 'no'}>
        {view.nodes.length === 0 ? (
          <Notice
            kind="empty"
            title={
              shown === undefined
                ? params.side === 'before'
                  ? 'There is no such class now.'
                  : 'There would be no such class.'
                : `Nothing of what differs is there ${params.side === 'before' ? 'now' : 'then'}.`
            }
          />
        ) : (
          <DifferencePicture
            view={view}
            selected={params.selected}
            palette={palette}
            measure={measure}
            sizes={sizes}
            fitKey={`${dataClass}|${part ?? ''}|${params.side}|${params.whole ?? ''}`}
            onSelect={(id) => onChange({ selected: id })}
            onDrawn={setDrawn}
          />
        )}
        <p className="quiet what-if-key">
          {params.side === 'difference'
            ? 'What differs has a sign and words: + more, − less, ~ otherwise. What is dimmed stays as it is.'
            : `${name} as it ${params.side === 'before' ? 'is now' : 'would be'}.`}
        </p>
      </div>
      <aside className="what-if-aside" aria-label="What differs in the picture">
        {parts.length < 2 ? null : (
          <label>
            Part{' '}
            <select
              value={part ?? parts[0]?.id}
              onChange={(event) => onChange({ part: event.target.value, selected: undefined })}
            >
              {parts.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name}
                  {each.differs ? ' (differs)' : ''}
                </option>
              ))}
            </select>
          </label>
        )}
        <h2>{name}</h2>
        <p>{shown?.answer?.sentence}</p>
        {selected === undefined ? null : <p className="what-if-selected">{selected.sentence}</p>}
        <h2>Differs here ({differences.length})</h2>
        {differences.length === 0 ? <p className="quiet">Nothing in this part.</p> : null}
        <ul className="plain what-if-differences">
          {differences.map(({ id, way, words, name: what }) => (
            <li key={id}>
              <button
                type="button"
                className="text-button"
                aria-pressed={params.selected === id}
                onClick={() => onChange({ selected: id })}
              >
                {what}
              </button>
              <span className={`turn turn-${way}`}>
                {waySigns[way]} {words}
              </span>
            </li>
          ))}
        </ul>
        <p className="finding-about">
          <Link href={href}>Open the trace of now</Link>
          {inWhatIf === undefined ? (
            <span className="quiet">Save the what-if to see the whole trace in it.</span>
          ) : (
            <Link href={inWhatIf(href)}>See the trace in this what-if</Link>
          )}
        </p>
        <PictureSaves
          facts={props.facts}
          name={name}
          part={parts.length < 2 ? undefined : parts.find(({ id }) => id === part)?.name}
          side={params.side}
          view={view}
          scene={settled && drawn?.view === view ? drawn.scene : undefined}
          palette={palette}
          measure={measure}
        />
      </aside>
    </div>
  );
};

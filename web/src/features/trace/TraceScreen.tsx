import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useKindNames } from '../../api/use-kind-names.ts';
import { projectorSizes, sizes as deskSizes } from '../../graph-canvas/layout/sizes.ts';
import { createMeasure } from '../../graph-canvas/measure-text.ts';
import { readPalette } from '../../graph-canvas/palette.ts';
import type { Drawn } from '../../graph-canvas/use-drawn-trace.ts';
import { legendOf } from '../../graph-model/legend.ts';
import { highlightPath } from '../../graph-model/transforms/highlight-path.ts';
import { filterRestrictions } from '../../graph-model/transforms/filter-restrictions.ts';
import { drawnFor, spotlight } from '../../graph-model/transforms/spotlight.ts';
import { usePresented } from '../../present/presented.ts';
import { usePresenting } from '../../present/presenting.ts';
import { useAnnounce } from '../../ui/live.ts';
import { Notice } from '../../ui/Notice.tsx';
import { LonePage, StaleNotice } from '../../ui/standard-notices.tsx';
import { Workbench } from '../../ui/Workbench.tsx';
import { captionOf } from './caption.ts';
import { ExportButtons } from './ExportButtons.tsx';
import { Filters } from './Filters.tsx';
import { Inspector } from './Inspector.tsx';
import { Legend } from './Legend.tsx';
import { Outline } from './Outline.tsx';
import { countThings } from './outline-rows.ts';
import { PartsAnswers, showsParts } from './PartsAnswers.tsx';
import { partName, PartSwitcher } from './PartSwitcher.tsx';
import { PathsPanel } from './PathsPanel.tsx';
import { Picture } from './Picture.tsx';
import { resolveSelection } from './selection.ts';
import { TraceTable } from './TraceTable.tsx';
import { TraceTitle } from './TraceTitle.tsx';
import type { TraceData, TraceQuestion } from './trace-data.ts';
import { usePathWalk } from './use-path-walk.ts';
import { usePaths } from './use-paths.ts';
import type { ParamChange, TraceParams } from './use-trace-params.ts';
import { useScreenKeys } from './use-screen-keys.ts';
import { useViews } from './use-views.ts';

/** Narrower and lower than usual where the window is small. */
const normal = { outline: innerWidth < 1500 ? 190 : 260, paths: innerHeight < 900 ? 116 : 200 } as const;

/** The answer on one screen: outline, picture or table, inspector, paths. One selection everywhere, held in the address. */
export const TraceScreen = (props: {
  readonly trace: TraceData;
  readonly asked: TraceQuestion;
  readonly params: TraceParams;
  readonly change: (change: ParamChange) => void;
  readonly dark: boolean;
  readonly refreshing: boolean;
  readonly trouble: string | undefined;
  readonly onRetry: () => void;
}): ReactNode => {
  const { trace, asked, params, change, dark } = props;
  const [bar, setBar] = useState<HTMLElement | null>(null);
  const [drawn, setDrawn] = useState<Drawn>();
  const kindNames = useKindNames();
  const announce = useAnnounce();
  const presenting = usePresenting();
  const presented = usePresented();
  const sizes = presenting ? projectorSizes : deskSizes;

  const answer = trace.answer ?? undefined;
  const list = usePaths(trace, asked, params.tab, params.path, props.onRetry);
  const path = list.paths.find((each) => each.id === params.path);
  const { full, folded } = useViews(trace, answer, params.open, params.selected, kindNames);
  const spoken = usePathWalk({
    trace,
    answer,
    full,
    list,
    path,
    tab: params.tab,
    selected: params.selected,
    presented,
    change,
  });
  const lit = presented.spotlight;
  const view = useMemo(
    () =>
      lit.length > 0
        ? spotlight(folded, lit)
        : path === undefined
          ? filterRestrictions(folded, answer?.restrictions ?? [], params.show)
          : highlightPath(folded, path),
    [folded, path, answer?.restrictions, params.show, lit],
  );
  const legend = useMemo(() => legendOf(folded), [folded]);
  // The colours are read from the page, so they follow the theme.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const palette = useMemo(() => readPalette(document.documentElement), [dark, presenting]);
  const measure = useMemo(() => createMeasure(palette.font, sizes.type), [palette.font, sizes.type]);
  const selection = useMemo(() => resolveSelection(view, params.selected), [view, params.selected]);
  const selectedId = selection?.node?.id ?? selection?.edge?.id;
  const drawnSpoken = useMemo(() => drawnFor(folded, spoken), [folded, spoken]);

  const select = useCallback((id: string | undefined) => change({ selected: id }), [change]);
  const openGroup = useCallback(
    (group: string) => change({ open: [...params.open, group], selected: undefined }),
    [change, params.open],
  );

  useEffect(() => announce(answer?.sentence ?? trace.sentence), [announce, answer?.sentence, trace.sentence]);
  useEffect(() => {
    const words = selection?.node?.sentence ?? selection?.edge?.sentence;
    if (words !== undefined) announce(words);
  }, [announce, selection]);
  useScreenKeys(view, selectedId, change);
  useEffect(() => {
    document.title = `${trace.dataClass.name} · EHI Atlas`;
  }, [trace.dataClass.name]);

  if (answer === undefined) {
    return (
      <LonePage>
        <Notice
          kind="empty"
          title={`“${params.part ?? ''}” is not a part of ${trace.dataClass.name}.`}
          action={{ label: 'Show the whole class', onClick: () => change({ part: undefined, path: undefined }) }}
        />
      </LonePage>
    );
  }
  const byParts = showsParts(trace, params.part);
  const caption = captionOf(trace, answer, asked, params.show);
  const centre = (
    <>
      <div className="head">
        <TraceTitle
          trace={trace}
          part={trace.answers.length > 1 ? partName(answer, trace.dataClass.name) : undefined}
        />
        <div ref={setBar} className="picture-bar" />
        <div className="view-switch" role="group" aria-label="Show as">
          {(['picture', 'table'] as const).map((kind) => (
            <button
              key={kind}
              type="button"
              className="button"
              aria-pressed={params.view === kind}
              onClick={() => change({ view: kind })}
            >
              {kind === 'picture' ? 'Picture' : 'Table'}
            </button>
          ))}
        </div>
      </div>
      <p className="sentence">{byParts ? trace.sentence : answer.sentence}</p>
      {props.trouble === undefined ? null : (
        <StaleNotice title="This is the last answer that arrived." message={props.trouble} onRetry={props.onRetry} />
      )}
      {trace.completeness.notes.length === 0 ? null : (
        <Notice kind="partial" title="Not everything here is counted to the end.">
          {trace.completeness.notes.join(' ')}
        </Notice>
      )}
      <div className="tools">
        <Filters params={params} asOf={trace.asOf} onChange={change} />
        <PartSwitcher
          trace={trace}
          part={params.part}
          onPart={(part) => change({ part, path: undefined, selected: undefined })}
        />
      </div>
      {byParts ? (
        <PartsAnswers trace={trace} />
      ) : params.view === 'table' ? (
        <TraceTable
          trace={trace}
          answer={answer}
          view={full}
          selected={params.selected}
          show={params.show}
          onSelect={select}
        />
      ) : (
        <>
          <Picture
            view={view}
            selected={selectedId}
            spoken={drawnSpoken}
            palette={palette}
            measure={measure}
            sizes={sizes}
            fitKey={`${trace.dataClass.id}|${answer.id}|${asked.audience}|${asked.channel}|${presenting ? 'projector' : 'desk'}`}
            legend={<Legend entries={legend} />}
            onSelect={select}
            bar={bar}
            onDrawn={setDrawn}
          />
        </>
      )}
    </>
  );
  const inspector = (
    <Inspector
      trace={trace}
      answer={answer}
      view={view}
      selection={selection}
      path={path}
      show={params.show}
      rulePack={params.rulePack}
      onSelect={select}
      onOpenGroup={openGroup}
    />
  );
  const paths = (
    <PathsPanel
      answer={answer}
      list={list}
      empty={byParts ? 'Each part has its own paths. Choose a part to see them.' : undefined}
      tab={params.tab}
      chosen={params.path}
      onTab={(tab) => change({ tab, path: undefined })}
      onChoose={(chosen) => change({ path: chosen })}
      actions={
        <ExportButtons
          trace={trace}
          answer={answer}
          view={full}
          paths={list.paths}
          tab={params.tab}
          // Only a picture of this very view: another may still be on the screen while this one is laid out.
          scene={params.view === 'picture' && drawn?.view === view ? drawn.scene : undefined}
          noScene={params.view === 'picture' ? 'The picture is being drawn' : 'Show the picture to save it'}
          wait={waitWords(props.refreshing, props.trouble)}
          palette={palette}
          measure={measure}
          legend={legend}
          caption={caption}
          say={announce}
        />
      }
    />
  );
  return (
    <Workbench
      className="trace"
      busy={props.refreshing}
      outlineWidth={normal.outline}
      count={{
        words: `${countThings(view.nodes)} nodes`,
        title: 'Systems, channels and audiences, folded ones included',
      }}
      outline={<Outline view={view} selected={selectedId} onSelect={select} />}
      centreLabel="Answer"
      centre={centre}
      inspector={inspector}
      bottom={{ name: 'paths', normal: normal.paths, list: paths }}
    />
  );
};

/** Why nothing may be saved now: a file must hold one answer, the one that was asked for. */
const waitWords = (refreshing: boolean, trouble: string | undefined): string | undefined => {
  if (trouble !== undefined) return 'What is shown is not the answer to what is asked; try again first';
  return refreshing ? 'The answer is being fetched' : undefined;
};

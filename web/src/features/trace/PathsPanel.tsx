import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import {
  countOf,
  countTabs,
  countWords,
  shortCount,
  type PathCount,
  type TabCounts,
} from '../../graph-model/path-counts.ts';
import { splitPathSentence } from '../../graph-model/path-words.ts';
import { restrictionTone, worstTone, type Tone } from '../../graph-model/tone.ts';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice } from '../../ui/standard-notices.tsx';
import { ToneGlyph } from '../../graph-canvas/ToneGlyph.tsx';
import { noPathWords } from './no-path-words.ts';
import type { AnswerData, PathData } from './trace-data.ts';
import type { PathList } from './use-paths.ts';
import { pathTabs, tabTitles, type PathTab } from './use-trace-params.ts';

/** The paths, each a sentence. Choosing one lights it up in the picture; choosing it again lets it go. */
export const PathsPanel = (props: {
  readonly answer: AnswerData;
  readonly list: PathList;
  readonly tab: PathTab;
  readonly chosen: string | undefined;
  /** What an empty list of all paths says, where the answer itself does not tell. */
  readonly empty?: string | undefined;
  readonly actions: ReactNode;
  readonly onTab: (tab: PathTab) => void;
  readonly onChoose: (path: string | undefined) => void;
}): ReactNode => {
  const counts = countTabs(props.answer.pathCounts);
  const { list } = props;
  const count = countOf(counts, props.tab);
  return (
    <section className="paths" aria-labelledby="paths-title">
      <div className="paths-bar">
        <h2 id="paths-title">Paths</h2>
        <span className="quiet">
          {count === undefined ? 'listed as they are found' : countWords(count)} · showing {list.paths.length}
        </span>
        <Tabs tab={props.tab} counts={counts} onTab={props.onTab} />
        <div className="paths-actions">{props.actions}</div>
      </div>
      <div
        className="paths-body"
        role="tabpanel"
        id="paths-list"
        aria-labelledby={`paths-tab-${props.tab}`}
        tabIndex={-1}
      >
        <ul className="path-list">
          {list.paths.map((path) => (
            <li key={path.id}>
              <button
                type="button"
                className="path"
                aria-pressed={path.id === props.chosen}
                onClick={() => props.onChoose(path.id === props.chosen ? undefined : path.id)}
              >
                <ToneGlyph tone={pathTone(path, props.answer)} />
                <PathSentence path={path} />
              </button>
            </li>
          ))}
        </ul>
        {list.error === undefined ? null : (
          <FailedNotice title="The paths could not be fetched." message={list.error.message} onRetry={list.more} />
        )}
        {list.loading ? <Notice kind="loading" title="Fetching paths." /> : null}
        {!list.loading && list.error === undefined && list.paths.length === 0 && !list.hasMore ? (
          <Notice kind="empty" title={props.empty ?? emptyTitle(props.tab, props.answer)} />
        ) : null}
        {!list.loading && list.error === undefined && list.hasMore ? (
          <button type="button" className="button" onClick={list.more}>
            Show more paths
          </button>
        ) : null}
      </div>
    </section>
  );
};

/** One sentence to hear; to the eye the journey first, then, quieter, what restricts it. */
const PathSentence = ({ path }: { readonly path: PathData }): ReactNode => {
  const { journey, restrictions } = splitPathSentence(path.sentence);
  return (
    <span>
      {journey} <span className={path.restrictions.length === 0 ? 'path-free' : 'path-rest'}>{restrictions}</span>
    </span>
  );
};

const Tabs = (props: {
  readonly tab: PathTab;
  readonly counts: TabCounts;
  readonly onTab: (tab: PathTab) => void;
}): ReactNode => {
  const host = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = pathTabs[(pathTabs.indexOf(props.tab) + step + pathTabs.length) % pathTabs.length];
    if (next === undefined) return;
    props.onTab(next);
    host.current?.querySelector<HTMLElement>(`#paths-tab-${next}`)?.focus();
  };
  return (
    <div ref={host} role="tablist" aria-label="Paths by how they end" className="tabs" onKeyDown={onKeyDown}>
      {pathTabs.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={`paths-tab-${tab}`}
          aria-controls="paths-list"
          aria-selected={tab === props.tab}
          tabIndex={tab === props.tab ? 0 : -1}
          className="tab"
          onClick={() => props.onTab(tab)}
        >
          {tabTitles[tab]} <TabCount count={countOf(props.counts, tab)} />
        </button>
      ))}
    </div>
  );
};

const TabCount = ({ count }: { readonly count: PathCount | undefined }): ReactNode =>
  count === undefined ? null : <span className="tab-count">{shortCount(count)}</span>;

/** A path is as loud as the worst restriction on it. */
const pathTone = (path: PathData, answer: AnswerData): Tone => {
  const met = answer.restrictions
    .filter((entry) => path.restrictions.includes(entry.restriction.id))
    .map(restrictionTone);
  const own: Tone = path.status === 'RELEASED' ? 'released' : path.status === 'LIMITED' ? 'limited' : 'withheld';
  return worstTone([own, ...met]);
};

const emptyTitle = (tab: PathTab, answer: AnswerData): string => {
  switch (tab) {
    case 'all':
      return noPathWords(answer);
    case 'released':
      return 'No path releases without a restriction.';
    case 'limited':
      return 'No path is limited.';
    case 'stopped':
      return 'Nothing stops a path.';
    case 'incomplete':
      return 'No path meets a claimed restriction whose documentation is not complete.';
    case 'undocumented':
      return answer.restrictions.length === 0
        ? 'No restriction is met.'
        : 'Every restriction on these paths has a recorded basis.';
  }
};

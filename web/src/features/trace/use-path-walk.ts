import { useMemo } from 'react';
import { useKindNames } from '../../api/use-kind-names.ts';
import { countOf, countTabs } from '../../graph-model/path-counts.ts';
import { pathSteps } from '../../graph-model/path-steps.ts';
import type { TraceView } from '../../graph-model/trace-view.ts';
import { createContext } from '../../graph-model/view-context.ts';
import { setPresented, type Presented } from '../../present/presented.ts';
import { useOfferWalk, type Walk } from '../../present/walk.ts';
import type { AnswerData, PathData, TraceData } from './trace-data.ts';
import type { PathList } from './use-paths.ts';
import type { ParamChange, PathTab } from './use-trace-params.ts';

/** Where one is among the paths of a tab: `Path 3 of 11, exact`, or how many there are before the first. Pure. */
export const pathPosition = (answer: AnswerData, tab: PathTab, at: number | undefined, found: number): string => {
  const count = countOf(countTabs(answer.pathCounts), tab);
  const value = (count?.value ?? found).toLocaleString('en-US');
  const exact = count === undefined ? 'found so far' : 'exact';
  const words = count !== undefined && !count.exact ? `at least ${value}` : value;
  const tail = count !== undefined && !count.exact ? '' : `, ${exact}`;
  return at === undefined ? `${words} ${value === '1' ? 'path' : 'paths'}${tail}` : `Path ${at + 1} of ${words}${tail}`;
};

/**
 * Offers the presenter the paths of the answer, each with its steps. Returns what is spoken of on the chosen path: the ids of the step that the presenter, here
 * or in the tab that is followed, has come to; empty while the path as a whole is spoken of.
 */
export const usePathWalk = (parts: {
  readonly trace: TraceData;
  readonly answer: AnswerData | undefined;
  readonly full: TraceView;
  readonly list: PathList;
  readonly path: PathData | undefined;
  readonly tab: PathTab;
  readonly selected: string | undefined;
  readonly presented: Presented;
  readonly change: (change: ParamChange) => void;
}): readonly string[] => {
  const { trace, answer, full, list, path, tab, selected, presented, change } = parts;
  const kindNames = useKindNames();
  const steps = useMemo(() => {
    if (answer === undefined || path === undefined) return [];
    const context = createContext({ ...answer, audiences: trace.audiences, kindNames });
    return pathSteps(full, path, answer.restrictions, context);
  }, [answer, path, full, trace.audiences, kindNames]);
  const walk = useMemo((): Walk | undefined => {
    if (answer === undefined) return undefined;
    const at = path === undefined ? -1 : list.paths.indexOf(path);
    return {
      item: 'path',
      at: at === -1 ? undefined : at,
      ready: list.paths.length,
      isComing: list.paths.length === 0 && (list.loading || list.hasMore),
      more: list.hasMore ? list.more : undefined,
      position: pathPosition(answer, tab, at === -1 ? undefined : at, list.paths.length),
      sentence: path?.sentence,
      spotlight: path === undefined ? (selected === undefined ? [] : [selected]) : idsOf(steps),
      steps,
      facts: [],
      go: (number) => {
        const next = list.paths[number];
        if (next === undefined) return;
        setPresented({ path: next.id });
        change({ path: next.id, selected: undefined });
      },
    };
  }, [answer, path, list, tab, selected, steps, change]);
  useOfferWalk(walk);
  const step = path !== undefined && presented.path === path.id ? presented.step : undefined;
  return step === undefined ? nothing : (steps[step]?.spotlight ?? nothing);
};

const nothing: readonly string[] = [];

const idsOf = (steps: readonly { readonly spotlight: readonly string[] }[]): readonly string[] => [
  ...new Set(steps.flatMap((step) => step.spotlight)),
];

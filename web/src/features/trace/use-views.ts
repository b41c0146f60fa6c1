import { useMemo } from 'react';
import { buildTraceView } from '../../graph-model/build-trace-view.ts';
import type { TraceView } from '../../graph-model/trace-view.ts';
import { collapseGroups } from '../../graph-model/transforms/collapse-group.ts';
import { mergeParallelFlows } from '../../graph-model/transforms/merge-parallel-flows.ts';
import type { AnswerData, TraceData } from './trace-data.ts';

/** How many boxes a lane shows before its quiet ones are folded together. */
const laneLimit = 12;

/** From how many on like things are folded together. */
const alike = 3;

/** The answer in full, for tables, and as the picture and the outline show it: parallel flows as one line, overfull lanes folded. */
export const useViews = (
  trace: TraceData,
  answer: AnswerData | undefined,
  open: readonly string[],
  selected: string | undefined,
  kindNames: ReadonlyMap<string, string>,
): { readonly full: TraceView; readonly folded: TraceView } => {
  const full = useMemo(
    () =>
      answer === undefined
        ? { nodes: [], edges: [] }
        : buildTraceView({ ...answer, audiences: trace.audiences, kindNames }),
    [answer, trace.audiences, kindNames],
  );
  const openKey = open.join(',');
  const folded = useMemo(() => {
    const options = { limit: laneLimit, alike, open: new Set(openKey.split(',')) };
    const keep = new Set(selected === undefined ? [] : [selected]);
    return mergeParallelFlows(collapseGroups(full, options, keep));
    // What is selected later does not unfold: nothing jumps under the pointer.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [full, openKey]);
  return { full, folded };
};

import { useEffect } from 'react';
import { isTyping, useKeyHelp, type KeyHelp } from '../../ui/key-help.ts';
import type { TraceView } from '../../graph-model/trace-view.ts';
import type { ParamChange } from './use-trace-params.ts';

const help: readonly KeyHelp[] = [
  { where: 'Trace', keys: [']', '['], does: 'The next, and the previous, thing without a documented exception' },
  { where: 'Trace', keys: ['Esc'], does: 'Let go of the selection and of the chosen path' },
  { where: 'Trace', keys: ['+', '−', '0'], does: 'Zoom in, zoom out, show the whole picture' },
  { where: 'Outline', keys: ['↑', '↓'], does: 'The line before, the line after' },
  { where: 'Outline', keys: ['←', '→'], does: 'Close and open a group, or go up and down a level' },
  { where: 'Outline', keys: ['Enter'], does: 'Select it: picture, inspector and paths follow' },
];

/**
 * The keys of the whole screen: `]` and `[` select the next and the previous thing that has no documented exception, Escape lets selection and
 * path go. They rest where one types.
 */
export const useScreenKeys = (
  view: TraceView,
  selected: string | undefined,
  change: (change: ParamChange) => void,
): void => {
  useKeyHelp(help);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event)) return;
      if (event.key === 'Escape') change({ selected: undefined, path: undefined });
      if (event.key !== ']' && event.key !== '[') return;
      const next = neighbour(markedThings(view), selected, event.key === ']' ? 1 : -1);
      if (next !== undefined) change({ selected: next });
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [view, selected, change]);
};

/** What has a restriction without a documented exception on itself, boxes before lines, each in the view's order. */
export const markedThings = (view: TraceView): readonly string[] => [
  ...view.nodes.filter((node) => node.marked).map((node) => node.id),
  ...view.edges.filter((edge) => edge.marks.some((mark) => mark.tone === 'undocumented')).map((edge) => edge.id),
];

/** The entry `step` after the current one, round and round; the first or the last when nothing is current. */
export const neighbour = (all: readonly string[], current: string | undefined, step: 1 | -1): string | undefined => {
  const at = current === undefined ? -1 : all.indexOf(current);
  if (at === -1) return step === 1 ? all[0] : all.at(-1);
  return all[(at + step + all.length) % all.length];
};

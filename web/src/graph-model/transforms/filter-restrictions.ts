import type { RestrictionInput } from '../answer-input.ts';
import { isIncompleteTone, restrictionTone } from '../tone.ts';
import type { TraceView } from '../trace-view.ts';

/** Which restrictions are asked for: all, those without a claim, or those claimed and not completely documented. */
export const restrictionFilters = ['all', 'undocumented', 'incomplete'] as const;
export type RestrictionFilter = (typeof restrictionFilters)[number];

/** Whether a filter keeps a restriction. Pure. */
export const keepsRestriction = (filter: RestrictionFilter, entry: RestrictionInput): boolean => {
  if (filter === 'all') return true;
  const tone = restrictionTone(entry);
  return filter === 'undocumented' ? tone === 'undocumented' : isIncompleteTone(tone);
};

/**
 * The view with what such a restriction sits on made loud and the rest quiet; the view itself when all are asked for. Nothing is left out:
 * where something is held back is read against where it passes. Pure.
 */
export const filterRestrictions = (
  view: TraceView,
  restrictions: readonly RestrictionInput[],
  filter: RestrictionFilter,
): TraceView => {
  if (filter === 'all') return view;
  const kept = new Set(
    restrictions.filter((entry) => keepsRestriction(filter, entry)).map(({ restriction }) => restriction.id),
  );
  const emphasisOf = (ids: readonly string[]): 'path' | 'dim' => (ids.some((id) => kept.has(id)) ? 'path' : 'dim');
  return {
    nodes: view.nodes.map((node) => ({ ...node, emphasis: emphasisOf(node.restrictions) })),
    edges: view.edges.map((edge) => ({ ...edge, emphasis: emphasisOf(edge.restrictions) })),
  };
};

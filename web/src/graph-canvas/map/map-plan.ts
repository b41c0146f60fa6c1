import type { MapView } from '../../graph-model/map/map-view.ts';
import { mapLanes } from '../../graph-model/map/map-view.ts';
import { wrapLabel, type Measure } from '../wrap-label.ts';

/** The measures of the map, in pixels at zoom 1. */
export const mapSizes = {
  width: 180,
  line: 16,
  padding: 9,
  inset: 14,
  slack: 6,
  gap: 18,
  columnGap: 76,
  sign: 22,
  pin: 18,
  chipHeight: 20,
} as const;

/** A box that waits for its place: its text is broken and its size known. */
export interface PlannedBox {
  readonly id: string;
  readonly column: number;
  readonly width: number;
  readonly height: number;
  readonly title: readonly string[];
  readonly detail: readonly string[];
}

/** A line that pulls two boxes together. */
export interface PlannedLink {
  readonly source: string;
  readonly target: string;
}

/** What is to be placed. */
export interface MapPlan {
  readonly boxes: readonly PlannedBox[];
  readonly links: readonly PlannedLink[];
}

/** The boxes of a view with their sizes, before any place is known. Pure and total. */
export const planMap = (view: MapView, measure: Measure): MapPlan => ({
  boxes: view.boxes.map((box) => {
    const room = mapSizes.width - 2 * mapSizes.inset - mapSizes.slack;
    const title = wrapLabel(box.name, room, 2, (text) => measure(text, true));
    const detail =
      box.detail === ''
        ? []
        : wrapLabel(box.detail, room, box.kind === 'group' ? 2 : 1, (text) => measure(text, false));
    return {
      id: box.id,
      column: mapLanes.indexOf(box.lane),
      width: mapSizes.width,
      height: (title.length + detail.length) * mapSizes.line + 2 * mapSizes.padding,
      title,
      detail,
    };
  }),
  links: view.lines.map(({ source, target }) => ({ source, target })),
});

/** What the places depend on, as text: plans with the same key have the same boxes. Lines, colours and words do not count. */
export const boxesKey = (plan: MapPlan): string => plan.boxes.map((box) => `${box.id}|${box.height}`).join('\n');

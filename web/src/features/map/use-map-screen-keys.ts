import type { RefObject } from 'react';
import type { MapCanvasHandle } from '../../graph-canvas/map/MapCanvas.tsx';
import type { MapPlaces } from '../../graph-canvas/map/use-map-places.ts';
import type { Point } from '../../graph-canvas/scene.ts';
import { thingOf } from '../../graph-model/map/map-picture.ts';
import { markedOf } from '../../graph-model/map/map-sentence.ts';
import type { MapView } from '../../graph-model/map/map-view.ts';
import { navigate } from '../../ui/use-location.ts';
import type { MapActions } from './use-map-actions.ts';
import { useMapKeys } from './use-map-keys.ts';
import type { ChangeMap, MapParams } from './use-map-params.ts';
import type { MapSelection } from './use-map-selection.ts';

/** Ties the keys of the map to what is selected and shown. */
export const useMapScreenKeys = (parts: {
  readonly view: MapView;
  readonly params: MapParams;
  readonly change: ChangeMap;
  readonly selection: MapSelection;
  readonly actions: MapActions;
  readonly places: MapPlaces;
  readonly canvas: RefObject<MapCanvasHandle | null>;
  readonly findField: RefObject<HTMLInputElement | null>;
  readonly groupField: RefObject<HTMLSelectElement | null>;
  readonly expand: (id: string | undefined) => void;
  readonly goTo: (id: string) => void;
  readonly pin: (ids: readonly string[]) => void;
  readonly toggleWays: () => void;
}): void => {
  const { view, params, change, selection, actions, places, canvas } = parts;
  const boxes = selection.boxes.map((box) => box.id);
  // A group that is open has no box of its own: its things are moved and pinned.
  const shown = new Set(view.boxes.map((box) => box.id));
  const movable = selection.boxes.flatMap((box) => (shown.has(box.id) ? [box.id] : box.members));
  const [first] = boxes;
  useMapKeys({
    expand: () => parts.expand(first),
    hide: () => actions.hide(boxes),
    groupMenu: () => parts.groupField.current?.focus(),
    go: () => {
      const address = addressOf(selection, params);
      if (address !== undefined) navigate(address);
    },
    pin: () => movable.length > 0 && parts.pin(movable),
    fit: () => canvas.current?.fit(),
    zoom: (factor) => canvas.current?.zoomBy(factor),
    marked: (step) => {
      const all = markedOf(view);
      const now = selection.one === undefined ? -1 : all.indexOf(selection.one.id);
      const next = now === -1 ? (step === 1 ? all[0] : all.at(-1)) : all[(now + step + all.length) % all.length];
      if (next !== undefined) parts.goTo(next);
    },
    move: (dx, dy) => {
      const now = places.places();
      const moved = movable.flatMap((id): readonly (readonly [string, Point])[] => {
        const place = now.get(id);
        return place === undefined ? [] : [[id, { x: place.x + dx, y: place.y + dy }]];
      });
      if (moved.length > 0) places.move(new Map(moved));
    },
    pan: (dx, dy) => canvas.current?.panBy(dx, dy),
    find: () => parts.findField.current?.focus(),
    ways: parts.toggleWays,
    letGo: () => {
      if (params.way.length > 0) change({ way: [], selected: [] });
      else if (params.selected.length > 0) change({ selected: [] }, { replace: true });
    },
  });
};

/** The trace of the class asked about, where there is one, else the record of what is selected. */
const addressOf = ({ one }: MapSelection, { dataClass }: MapParams): string | undefined => {
  if (dataClass !== undefined)
    return `/trace?class=${encodeURIComponent(dataClass)}${one === undefined ? '' : `&sel=${encodeURIComponent(one.id)}`}`;
  if (one === undefined) return undefined;
  const thing = thingOf(one.id);
  if (thing !== undefined) return `/record?concept=${thing.concept}&id=${encodeURIComponent(thing.id)}`;
  const [flow] = 'flows' in one ? one.flows : [];
  return flow === undefined ? undefined : `/record?concept=FLOW&id=${encodeURIComponent(flow.id)}`;
};

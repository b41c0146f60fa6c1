import type { MapView } from '../../graph-model/map/map-view.ts';
import { listed } from '../../graph-model/words.ts';
import type { MapParams } from './use-map-params.ts';

/** What the picture is called: the whole inventory, or around what it is. */
export const titleOf = (params: MapParams, drawn: MapView, full: MapView): string => {
  if (params.around.length === 0) return 'Map of the inventory';
  const name = (id: string): string =>
    (full.boxes.find((box) => box.id === id) ?? drawn.boxes.find((box) => box.id === id))?.name ?? id;
  const shown = params.around.slice(0, 3).map(name);
  const more = params.around.length - shown.length;
  return `Around ${listed(more === 0 ? shown : [...shown, `${more} more`])}`;
};

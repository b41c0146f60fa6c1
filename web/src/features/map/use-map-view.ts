import { useMemo } from 'react';
import { buildMapView } from '../../graph-model/map/build-map-view.ts';
import { highlightWay } from '../../graph-model/map/highlight-way.ts';
import { foldGroups, groupsOf, type Grouping, type MapGroup } from '../../graph-model/map/map-groups.ts';
import { spotlightMap } from '../../graph-model/map/spotlight-map.ts';
import { layOver } from '../../graph-model/map/map-overlay.ts';
import type { MapBox, MapView } from '../../graph-model/map/map-view.ts';
import { wayOf } from './chosen-way.ts';
import type { MapData } from './map-data.ts';
import type { MapParams } from './use-map-params.ts';

/** From so many things on, all of the inventory opens grouped and folded. */
const manyThings = 60;

/** The picture in full, for tables, and as it is drawn: overlay on, way lit up, groups folded. */
export interface MapViews {
  readonly full: MapView;
  readonly drawn: MapView;
  /** What things are grouped by now; undefined where they are not. */
  readonly by: Grouping | undefined;
  readonly groups: readonly MapGroup[];
  /** Each group of more than one thing as the box it folds into, open ones too. */
  readonly groupBoxes: readonly MapBox[];
  /** The groups that are open because something in them is selected, though the address does not name them. */
  readonly openedFor: readonly string[];
}

/** What an address groups a picture by. */
export const groupingOf = (params: Pick<MapParams, 'group' | 'around'>, things: number): Grouping | undefined => {
  if (params.group === 'none') return undefined;
  if (params.group !== 'auto') return params.group;
  return params.around.length === 0 && things > manyThings ? 'organization' : undefined;
};

/** The views of an answer. `className` is what the class asked about is called, `spotlit` what a presenter lit. */
export const useMapViews = (
  map: MapData,
  params: MapParams,
  className: string | undefined,
  kindNames: ReadonlyMap<string, string>,
  spotlit: readonly string[],
): MapViews => {
  const full = useMemo(() => buildMapView(map, kindNames), [map, kindNames]);
  const laid = useMemo(
    () => layOver(full, params.overlay, { asOf: map.asOf, className }),
    [full, params.overlay, map.asOf, className],
  );
  const wayKey = params.way.join(' ');
  const lit = useMemo(() => {
    const way = wayOf(wayKey.split(' '));
    return highlightWay(laid, way.steps.length === 0 ? undefined : way);
  }, [laid, wayKey]);
  const by = groupingOf(params, map.nodes.length);
  const groups = useMemo(() => (by === undefined ? [] : groupsOf(full, by)), [full, by]);
  const openKey = params.open.join('\n');
  const selectedKey = params.selected.join('\n');
  const openedFor = useMemo(() => {
    const wanted = new Set(selectedKey.split('\n'));
    const lines = full.lines.filter((line) => wanted.has(line.id));
    const shown = new Set([...wanted, ...lines.flatMap((line) => [line.source, line.target])]);
    const open = new Set(openKey.split('\n'));
    return groups
      .filter((group) => group.members.length > 1 && !open.has(group.id) && group.members.some((id) => shown.has(id)))
      .map((group) => group.id);
  }, [full, groups, openKey, selectedKey]);
  const openedKey = openedFor.join('\n');
  const groupBoxes = useMemo(
    () => (by === undefined ? [] : foldGroups(lit, by, new Set()).boxes.filter((box) => box.kind === 'group')),
    [lit, by],
  );
  const folded = useMemo(() => {
    if (by === undefined) return lit;
    // A way is shown thing by thing: the groups it runs through are open as long as it is chosen.
    const onWay = new Set(wayKey.split(' '));
    const open = groups.filter((group) => group.members.some((id) => onWay.has(id))).map((group) => group.id);
    return foldGroups(lit, by, new Set([...openKey.split('\n'), ...openedKey.split('\n'), ...open]));
  }, [lit, by, groups, openKey, openedKey, wayKey]);
  const drawn = useMemo(() => (spotlit.length === 0 ? folded : spotlightMap(folded, spotlit)), [folded, spotlit]);
  return { full: laid, drawn, by, groups, groupBoxes, openedFor };
};

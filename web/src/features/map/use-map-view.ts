import { useMemo } from 'react';
import { buildMapView } from '../../graph-model/map/build-map-view.ts';
import { highlightWay } from '../../graph-model/map/highlight-way.ts';
import { foldGroups, groupsOf, type Grouping, type MapGroup } from '../../graph-model/map/map-groups.ts';
import { layOver } from '../../graph-model/map/map-overlay.ts';
import { thingOf } from '../../graph-model/map/map-picture.ts';
import type { MapView } from '../../graph-model/map/map-view.ts';
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
}

/** What an address groups a picture by. */
export const groupingOf = (params: Pick<MapParams, 'group' | 'around'>, things: number): Grouping | undefined => {
  if (params.group === 'none') return undefined;
  if (params.group !== 'auto') return params.group;
  return params.around.length === 0 && things > manyThings ? 'organization' : undefined;
};

/** The views of an answer. `className` is what the class asked about is called. */
export const useMapViews = (
  map: MapData,
  params: MapParams,
  className: string | undefined,
  kindNames: ReadonlyMap<string, string>,
): MapViews => {
  const full = useMemo(() => buildMapView(map, kindNames), [map, kindNames]);
  const laid = useMemo(
    () => layOver(full, params.overlay, { asOf: map.asOf, className }),
    [full, params.overlay, map.asOf, className],
  );
  const wayKey = params.way.join(' ');
  const lit = useMemo(() => {
    const steps = wayKey.split(' ').flatMap((id) => thingOf(id) ?? []);
    return highlightWay(laid, steps.length === 0 ? undefined : { steps });
  }, [laid, wayKey]);
  const by = groupingOf(params, map.nodes.length);
  const groups = useMemo(() => (by === undefined ? [] : groupsOf(full, by)), [full, by]);
  const openKey = params.open.join('\n');
  const drawn = useMemo(() => {
    if (by === undefined) return lit;
    // A way is shown thing by thing: the groups it runs through are open as long as it is chosen.
    const onWay = new Set(wayKey.split(' '));
    const open = groups.filter((group) => group.members.some((id) => onWay.has(id))).map((group) => group.id);
    return foldGroups(lit, by, new Set([...openKey.split('\n'), ...open]));
  }, [lit, by, groups, openKey, wayKey]);
  return { full: laid, drawn, by, groups };
};

import { useCallback, useMemo } from 'react';
import type { MapBox, MapLine, MapView } from '../../graph-model/map/map-view.ts';
import type { ChangeMap } from './use-map-params.ts';

/** What is selected: boxes and lines of the drawn view, in the order they were chosen. `one` is the only one, where it is one. */
export interface MapSelection {
  readonly ids: ReadonlySet<string>;
  readonly boxes: readonly MapBox[];
  readonly lines: readonly MapLine[];
  readonly one: MapBox | MapLine | undefined;
  readonly select: (id: string | undefined, add?: boolean) => void;
  readonly selectMany: (ids: readonly string[]) => void;
}

/** The selection of the address, and the ways to change it. A group stays selected when it is opened. Selecting leaves no step for the browser's Back: it changes what is looked at, not what is shown. */
export const useMapSelection = (
  view: MapView,
  groupBoxes: readonly MapBox[],
  selected: readonly string[],
  change: ChangeMap,
): MapSelection => {
  const key = selected.join('\n');
  const select = useCallback(
    (id: string | undefined, add = false) => {
      const now = key === '' ? [] : key.split('\n');
      const next =
        id === undefined ? [] : !add ? [id] : now.includes(id) ? now.filter((each) => each !== id) : [...now, id];
      change({ selected: next }, { replace: true });
    },
    [change, key],
  );
  const selectMany = useCallback((ids: readonly string[]) => change({ selected: ids }, { replace: true }), [change]);
  return useMemo(() => {
    const wanted = key === '' ? [] : key.split('\n');
    // A thing in a folded group is told by its group.
    const groupByMember = new Map(view.boxes.flatMap((box) => box.members.map((member) => [member, box.id] as const)));
    const ids = new Set(wanted.map((id) => groupByMember.get(id) ?? id));
    const shown = new Set(view.boxes.map((box) => box.id));
    const boxes = [...view.boxes, ...groupBoxes.filter((box) => !shown.has(box.id))].filter((box) => ids.has(box.id));
    const lines = view.lines.filter((line) => ids.has(line.id));
    const found = [...boxes, ...lines];
    return {
      ids: new Set(found.map((each) => each.id)),
      boxes,
      lines,
      one: found.length === 1 ? found[0] : undefined,
      select,
      selectMany,
    };
  }, [view, groupBoxes, key, select, selectMany]);
};

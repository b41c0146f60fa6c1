import { useMemo } from 'react';
import type { MapBox, MapView } from '../../graph-model/map/map-view.ts';
import { thingOf } from '../../graph-model/map/map-picture.ts';
import type { ChangeMap, Expanded, MapParams } from './use-map-params.ts';

/** What can be done with the things of the map. Each is one step of the browser's history. */
export interface MapActions {
  /** Shows the neighbours of a thing, or takes them away again; opens a folded group. Says what came of it. */
  readonly expand: (id: string, direction?: Expanded['direction']) => string;
  readonly hide: (ids: readonly string[]) => void;
  readonly showHidden: () => void;
  readonly show: (ids: readonly string[]) => void;
  /** Makes these the middle of the picture, with what is one step away. */
  readonly centreOn: (ids: readonly string[]) => void;
  readonly wholeInventory: () => void;
  readonly openGroup: (group: string, open: boolean) => void;
  readonly foldAll: () => void;
}

/** The actions on a drawn view, as changes of the address. */
export const useMapActions = (
  view: MapView,
  groupBoxes: readonly MapBox[],
  params: MapParams,
  change: ChangeMap,
): MapActions =>
  useMemo(() => {
    const boxById = new Map([...groupBoxes, ...view.boxes].map((box) => [box.id, box]));
    const groupByMember = new Map(groupBoxes.flatMap(({ id, members }) => members.map((each) => [each, id] as const)));
    // What is selected in a group that folds is told by the group from then on.
    const fold = (folds: (group: string) => boolean): void =>
      change({
        open: params.open.filter((group) => !folds(group)),
        selected: [
          ...new Set(
            params.selected.map((id) => {
              const group = groupByMember.get(id);
              return group !== undefined && folds(group) ? group : id;
            }),
          ),
        ],
      });
    const openGroup = (group: string, open: boolean): void => {
      if (open) change({ open: [...new Set([...params.open, group])] });
      else fold((each) => each === group);
    };
    const inside = (ids: readonly string[]): readonly string[] =>
      ids.flatMap((id) => {
        const members = boxById.get(id)?.members ?? [];
        return members.length > 0 ? members : [id];
      });
    const things = (ids: readonly string[]): readonly string[] => inside(ids).filter((id) => thingOf(id) !== undefined);
    return {
      expand: (id, direction = 'BOTH') => {
        const box = boxById.get(id);
        if (box === undefined) return 'Select a system or a channel to show its neighbours.';
        if (box.kind === 'group') {
          const open = params.open.includes(id);
          openGroup(id, !open);
          if (open) return `${box.name} is folded into one again.`;
          return `${box.name} is open: ${box.members.length} things.`;
        }
        const others = params.expand.filter((each) => each.of !== id || !overlaps(each.direction, direction));
        if (hiddenOf(box, direction) === 0) {
          if (others.length === params.expand.length) return `Every neighbour of ${box.name} is in the picture.`;
          change({ expand: others });
          return `The neighbours of ${box.name} are taken away again.`;
        }
        if (params.around.length === 0 || params.expand.some((each) => each.of === id && each.direction === 'BOTH'))
          return `What is not shown of ${box.name} was taken out of the picture. “Show what was taken out” brings it back.`;
        change({ expand: [...others, { of: id, direction }] });
        return `Showing ${hiddenOf(box, direction)} more neighbours of ${box.name}.`;
      },
      hide: (ids) => {
        const gone = things(ids);
        if (gone.length === 0) return;
        change({
          hide: [...new Set([...params.hide, ...gone])],
          show: params.show.filter((id) => !gone.includes(id)),
          expand: params.expand.filter(({ of }) => !gone.includes(of)),
          selected: [],
        });
      },
      showHidden: () => change({ hide: [] }),
      show: (ids) =>
        change({
          show: params.around.length === 0 ? params.show : [...new Set([...params.show, ...ids])],
          hide: params.hide.filter((id) => !ids.includes(id)),
          selected: ids,
        }),
      centreOn: (ids) =>
        change({
          around: things(ids),
          hops: undefined,
          expand: [],
          show: [],
          hide: [],
          way: [],
          open: [],
          selected: things(ids).length === 1 ? things(ids) : [],
        }),
      wholeInventory: () => change({ around: [], hops: undefined, expand: [], show: [], hide: [], way: [], open: [] }),
      openGroup,
      foldAll: () => fold(() => true),
    };
  }, [view, groupBoxes, params, change]);

const overlaps = (a: Expanded['direction'], b: Expanded['direction']): boolean =>
  a === b || a === 'BOTH' || b === 'BOTH';

const hiddenOf = ({ hidden }: MapBox, direction: Expanded['direction']): number =>
  (direction === 'OUT' ? 0 : hidden.in) + (direction === 'IN' ? 0 : hidden.out);

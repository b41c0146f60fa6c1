import { useCallback, useEffect, useRef, type RefObject } from 'react';
import type { MapCanvasHandle } from '../../graph-canvas/map/MapCanvas.tsx';
import type { MapScene } from '../../graph-canvas/map/map-scene.ts';
import type { Grouping, MapGroup } from '../../graph-model/map/map-groups.ts';
import { lookAfter, type LookState } from './look-after.ts';
import type { MapParams } from './use-map-params.ts';

/** The look as it follows what is done to the picture. */
export interface MapLook {
  /** Brings things on screen where they can be read, as soon as they are in the picture. */
  readonly reveal: (ids: readonly string[]) => void;
  /** The next picture has a look of its own, which is not to be moved: the browser's Back and Forward came to it. */
  readonly keep: () => void;
}

/**
 * Moves the look after what was done: to the members of a group that was opened, to things that were added, to a chosen way, to all of it after another grouping. A
 * picture that is new as a whole gets its first look from the canvas.
 */
export const useMapLook = (
  canvas: RefObject<MapCanvasHandle | null>,
  scene: MapScene | undefined,
  picture: string,
  by: Grouping | undefined,
  groups: readonly MapGroup[],
  params: MapParams,
): MapLook => {
  const before = useRef<LookState>(undefined);
  const wanted = useRef<readonly string[]>([]);
  const kept = useRef<string>(undefined);
  const latest = useRef(scene);
  latest.current = scene;
  useEffect(() => {
    if (scene === undefined) return;
    const was = before.current;
    const now: LookState = { picture, by, params, shown: new Set(scene.boxes.map(({ id }) => id)) };
    before.current = now;
    if (kept.current === location.search) return;
    kept.current = undefined;
    if (isIn(scene, wanted.current)) {
      canvas.current?.reveal(wanted.current);
      wanted.current = [];
      return;
    }
    const move = lookAfter(was, now, groups);
    if (move === undefined) return;
    if (move.kind === 'first') canvas.current?.show();
    else if (move.kind === 'fit') canvas.current?.fit(move.ids);
    else canvas.current?.reveal(move.ids);
    // What is looked at follows the picture alone.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [scene]);
  return {
    reveal: useCallback(
      (ids: readonly string[]) => {
        if (latest.current !== undefined && isIn(latest.current, ids)) canvas.current?.reveal(ids);
        else wanted.current = ids;
      },
      [canvas],
    ),
    keep: useCallback(() => {
      wanted.current = [];
      kept.current = location.search;
    }, []),
  };
};

const isIn = ({ boxes, lines }: MapScene, ids: readonly string[]): boolean =>
  ids.length > 0 && ids.every((id) => boxes.some((box) => box.id === id) || lines.some((line) => line.id === id));

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { emptyMapView, type MapView } from '../../graph-model/map/map-view.ts';
import { layOut } from '../layout/elk-client.ts';
import type { Point } from '../scene.ts';
import type { Measure } from '../wrap-label.ts';
import { layOutMap } from './lay-out-map.ts';
import { readMemory, writeMemory, type MapMemory } from './map-memory.ts';
import { boxesKey, planMap } from './map-plan.ts';
import { composeMap, type MapScene } from './map-scene.ts';
import type { Places } from './place-new.ts';
import { settle } from './settle.ts';

/** The map in places, and the ways to change them. */
export interface MapPlaces {
  /** The picture; that of the view before while places for this one are found. */
  readonly scene: MapScene | undefined;
  /** Whether `scene` is that of the view as it is now. */
  readonly settled: boolean;
  readonly pins: ReadonlySet<string>;
  /** Moves boxes and pins them there. */
  readonly move: (places: Places) => void;
  /** Pins boxes where they stand, or lets them go. */
  readonly pin: (ids: readonly string[], pinned: boolean) => void;
  /** Lays out everything anew, except what is pinned. */
  readonly tidy: () => void;
  /** Where everything stands now, to come back to. */
  readonly places: () => Places;
  /** Puts boxes back where they stood, except what is pinned. */
  readonly putBack: (places: Places) => void;
}

const writeAfter = 400;

/** Places for the boxes of a view, remembered by this browser under `key`. What has a place keeps it when others come or go. */
export const useMapPlaces = (view: MapView, measure: Measure, key: string): MapPlaces => {
  const memory = useRef<{ key: string; value: MapMemory }>(undefined);
  if (memory.current?.key !== key) memory.current = { key, value: readMemory(key) };
  const [placed, setPlaced] = useState<{ readonly of: string; readonly memory: MapMemory }>();
  const drawn = useRef<MapView>(emptyMapView);
  const plan = useMemo(() => planMap(view, measure), [view, measure]);
  const of = `${key}\n${boxesKey(plan)}`;
  const latest = useRef({ plan, view, of });
  latest.current = { plan, view, of };

  const pending = useRef<{ timer: ReturnType<typeof setTimeout>; key: string; value: MapMemory }>(undefined);
  const flush = useCallback(() => {
    if (pending.current === undefined) return;
    clearTimeout(pending.current.timer);
    writeMemory(pending.current.key, pending.current.value);
    pending.current = undefined;
  }, []);
  const remember = useCallback(
    (value: MapMemory) => {
      if (memory.current === undefined) return;
      const { key } = memory.current;
      memory.current = { key, value };
      setPlaced({ of: latest.current.of, memory: value });
      // What waits to be written of another picture is written first.
      if (pending.current !== undefined && pending.current.key !== key) flush();
      clearTimeout(pending.current?.timer);
      pending.current = { key, value, timer: setTimeout(flush, writeAfter) };
    },
    [flush],
  );
  useEffect(() => {
    globalThis.addEventListener('pagehide', flush);
    return () => {
      globalThis.removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);

  useEffect(() => {
    let current = true;
    const value = memory.current?.value ?? readMemory(key);
    const shown = new Set([...drawn.current.boxes.map((box) => box.id), ...value.pins]);
    void settle(plan, value.places, shown, { before: drawn.current, now: view }, layOut).then((found) => {
      if (!current) return;
      drawn.current = view;
      const now = memory.current?.value ?? value;
      remember({ ...now, places: new Map([...now.places, ...found]) });
    });
    return () => void (current = false);
    // Views of the same boxes get the same places, so the key alone decides.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [of]);

  const last = useRef<MapScene>(undefined);
  const settled = placed?.of === of;
  const scene = useMemo(
    () => (placed?.of === of ? composeMap(view, plan, placed.memory.places, placed.memory.pins) : last.current),
    [placed, of, view, plan],
  );
  last.current = scene;

  const now = (): MapMemory => memory.current?.value ?? readMemory(key);
  return {
    scene,
    settled,
    pins: now().pins,
    move: useCallback(
      (moves: Places) => {
        const value = now();
        remember({ places: new Map([...value.places, ...moves]), pins: new Set([...value.pins, ...moves.keys()]) });
      },
      // eslint-disable-next-line react-hooks/exhaustive-deps
      [remember, key],
    ),
    pin: useCallback(
      (ids: readonly string[], pinned: boolean) => {
        const pins = new Set(now().pins);
        for (const id of ids) {
          if (pinned) pins.add(id);
          else pins.delete(id);
        }
        remember({ ...now(), pins });
      },
      // eslint-disable-next-line react-hooks/exhaustive-deps
      [remember, key],
    ),
    tidy: useCallback(() => {
      const { places, pins } = now();
      const fixed = new Map<string, Point>([...places].filter(([id]) => pins.has(id)));
      const { plan, of } = latest.current;
      void layOutMap(plan, fixed, layOut).then((found) => {
        if (latest.current.of === of) remember({ pins, places: new Map([...fixed, ...found]) });
      });
      // eslint-disable-next-line react-hooks/exhaustive-deps
    }, [remember, key]),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    places: useCallback(() => now().places, [key]),
    putBack: useCallback(
      (back: Places) => {
        const { places, pins } = now();
        const moved = [...back].filter(([id]) => !pins.has(id));
        remember({ pins, places: new Map([...places, ...moved]) });
      },
      // eslint-disable-next-line react-hooks/exhaustive-deps
      [remember, key],
    ),
  };
};

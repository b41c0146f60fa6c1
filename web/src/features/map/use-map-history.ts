import { useEffect, useRef, useState } from 'react';
import type { Look } from '../../graph-canvas/map/create-map-canvas.ts';
import type { Places } from '../../graph-canvas/map/place-new.ts';

/** How one step of the browser's history was looked at, and where things stood in it. */
export interface MapMoment {
  /** Which picture it is the look at. */
  readonly of: string;
  readonly look: Look | undefined;
  readonly places: Places;
}

/** The steps of this page's life; the address itself outlives it. */
const moments = new Map<string, MapMoment>();
/** How many steps are remembered. */
const most = 60;
let count = 0;

const keyHere = (): string | undefined => {
  const state: unknown = history.state;
  const key = typeof state === 'object' && state !== null ? (state as { map?: unknown }).map : undefined;
  return typeof key === 'string' ? key : undefined;
};

/**
 * Remembers each step of the history as it was left, and hands it back when Back or Forward comes to it again. `now` says how the page is looked at;
 * `putBack` is called with what was remembered. Returns the moment to open with, if this step was seen before.
 */
export const useMapHistory = (
  address: string,
  now: () => MapMoment | undefined,
  putBack: (moment: MapMoment) => void,
): MapMoment | undefined => {
  const latest = useRef({ now, putBack });
  latest.current = { now, putBack };
  const key = useRef<string>(undefined);
  const [first] = useState(() => {
    const known = keyHere();
    return known === undefined ? undefined : moments.get(known);
  });
  useEffect(() => {
    // A new step has no name yet; one that is come back to has.
    const known = keyHere();
    if (known === undefined) {
      count += 1;
      key.current = `step-${Date.now()}-${count}`;
      history.replaceState({ map: key.current }, '');
    } else key.current = known;
  }, [address]);
  useEffect(() => {
    const keep = (): void => {
      const moment = latest.current.now();
      if (key.current === undefined || moment === undefined) return;
      moments.delete(key.current);
      moments.set(key.current, moment);
      const [oldest] = moments.keys();
      if (moments.size > most && oldest !== undefined) moments.delete(oldest);
    };
    const onPop = (): void => {
      const known = keyHere();
      // The page may have turned to the other step already; then what is on screen is noted as that of the step that was left.
      if (key.current !== known) keep();
      const moment = known === undefined ? undefined : moments.get(known);
      if (moment !== undefined) latest.current.putBack(moment);
    };
    globalThis.addEventListener('popstate', onPop);
    // What is on screen belongs to this step: noted before a click or a key can lead to another, and when it was moved.
    const events = ['pointerdown', 'pointerup', 'keydown', 'keyup', 'wheel'] as const;
    for (const event of events) document.addEventListener(event, keep, { capture: true, passive: true });
    return () => {
      globalThis.removeEventListener('popstate', onPop);
      for (const event of events) document.removeEventListener(event, keep, { capture: true });
      keep();
    };
  }, []);
  return first;
};

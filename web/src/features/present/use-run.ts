import { useMemo } from 'react';
import { usePresented } from '../../present/presented.ts';
import { showStop } from '../../present/run.ts';
import { useWalkthrough, type StopData, type WalkthroughData } from '../../present/walkthrough.ts';
import type { Stops } from './use-presenter.ts';

/** A walkthrough that runs: the stop that is shown, and the way to go along. */
export interface Run {
  readonly walkthrough: WalkthroughData;
  readonly number: number;
  readonly stop: StopData | undefined;
  readonly stops: Stops;
}

/** The walkthrough that runs, once it is there; undefined while none does. */
export const useRun = (): Run | undefined => {
  const { stop: at } = usePresented();
  const { walkthrough } = useWalkthrough(at?.walkthrough);
  const number = at?.number;
  return useMemo(() => {
    if (walkthrough === undefined || walkthrough === null || number === undefined) return undefined;
    return {
      walkthrough,
      number,
      stop: walkthrough.stops[number],
      stops: {
        go: (by) => {
          if (showStop(walkthrough, number + by)) return undefined;
          return by === 1 ? 'This was the last stop.' : 'This is the first stop.';
        },
      },
    };
  }, [walkthrough, number]);
};

import { workshopOf } from '../live/room-name.ts';
import { pageUrl } from '../view/page-url.ts';
import { setPresented } from './presented.ts';
import { startPresentingAt } from './presenting.ts';
import { startedTimer } from './timer.ts';
import { addressOfStop, type WalkthroughData } from './walkthrough.ts';

/**
 * Shows a stop of a walkthrough (from 0), in presenter mode. In a workshop the topic of its agenda and that topic's clock go on; elsewhere the stop is the topic, with a
 * clock of its own. False where it has no such stop.
 */
export const showStop = (walkthrough: WalkthroughData, number: number): boolean => {
  const stop = walkthrough.stops[number];
  if (stop === undefined) return false;
  setPresented({
    stop: { walkthrough: walkthrough.id, number },
    ...(workshopOf(new URL(location.href)) === undefined
      ? {
          topic: stop.title,
          agenda: undefined,
          timer: startedTimer(typeof stop.seconds === 'number' ? stop.seconds / 60 : undefined, Date.now()),
        }
      : {}),
    path: pageUrl(stop.link).searchParams.get('path') ?? undefined,
    step: undefined,
    finding: undefined,
    spotlight: [],
  });
  startPresentingAt(addressOfStop(stop.link, walkthrough.atRevision));
  return true;
};

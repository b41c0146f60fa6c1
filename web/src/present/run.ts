import { setPresented } from './presented.ts';
import { startPresentingAt } from './presenting.ts';
import { startedTimer } from './timer.ts';
import { addressOfStop, type WalkthroughData } from './walkthrough.ts';

/** Shows a stop of a walkthrough (from 0), in presenter mode. False where it has no such stop. */
export const showStop = (walkthrough: WalkthroughData, number: number): boolean => {
  const stop = walkthrough.stops[number];
  if (stop === undefined) return false;
  setPresented({
    stop: { walkthrough: walkthrough.id, number },
    topic: stop.title,
    timer: startedTimer(stop.seconds == null ? undefined : stop.seconds / 60, Date.now()),
    path: new URL(stop.link, 'http://here').searchParams.get('path') ?? undefined,
    step: undefined,
    finding: undefined,
    spotlight: [],
  });
  startPresentingAt(addressOfStop(stop.link, walkthrough.atRevision));
  return true;
};

import { useEffect } from 'react';
import { setPresented } from '../../present/presented.ts';
import { useSpoken } from '../../present/spoken.ts';
import { stoppedTimer } from '../../present/timer.ts';

/** Stops the clock of the topic that is spoken of when the workshop is closed, as of then; nothing while `closedAt` is undefined. */
export const useStoppedClock = (closedAt: string | undefined): void => {
  const { timer } = useSpoken();
  useEffect(() => {
    if (closedAt !== undefined && timer?.runsSince !== undefined)
      setPresented({ timer: stoppedTimer(timer, Date.parse(closedAt)) });
  }, [closedAt, timer]);
};

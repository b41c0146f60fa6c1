import type { ReactNode } from 'react';
import { setPresented } from './presented.ts';
import { endTopic, useSpoken } from './spoken.ts';
import { toggledTimer } from './timer.ts';

/** Pause and end of the clock of the topic that is spoken of; nothing where none is. `end` is what the second button says. */
export const ClockButtons = ({ end }: { readonly end: string }): ReactNode => {
  const { timer } = useSpoken();
  if (timer === undefined) return null;
  return (
    <>
      <button type="button" className="button" onClick={() => setPresented({ timer: toggledTimer(timer, Date.now()) })}>
        {timer.runsSince === undefined ? 'Go on' : 'Pause'}
      </button>
      <button type="button" className="button" onClick={endTopic}>
        {end}
      </button>
    </>
  );
};

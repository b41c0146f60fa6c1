import { useEffect, useState } from 'react';
import type { TopicTimer } from './presented.ts';
import { timerWords, type TimerWords } from './timer.ts';

/** How a clock stands, second by second; undefined where there is none. */
export const useClock = (timer: TopicTimer | undefined): TimerWords | undefined => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    if (timer === undefined) return undefined;
    const ticking = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(ticking);
  }, [timer]);
  return timer === undefined ? undefined : timerWords(timer, now);
};

/** The sign of a clock by its state. */
export const clockSigns = {
  counting: { glyph: 'clock', color: '--unknown' },
  nearly: { glyph: 'half', color: '--limited' },
  over: { glyph: 'alert', color: '--undocumented' },
} as const;

import { useEffect, useState, type ReactNode } from 'react';
import type { TopicTimer } from '../../present/presented.ts';
import { timerWords } from '../../present/timer.ts';
import { announce } from '../../ui/live.ts';
import { Glyph } from '../../ui/Glyph.tsx';

const signs = {
  counting: { glyph: 'clock', color: '--unknown' },
  nearly: { glyph: 'half', color: '--limited' },
  over: { glyph: 'alert', color: '--undocumented' },
} as const;

/** The clock of the topic: how much is left or was used, and, in words and by its sign, that the time is over. */
export const TopicClock = (props: { readonly topic: string | undefined; readonly timer: TopicTimer }): ReactNode => {
  const { topic, timer } = props;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    const ticking = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(ticking);
  }, [timer]);
  const { state, words } = timerWords(timer, now);
  useEffect(() => {
    if (state === 'over') announce(`Time is over${topic === undefined ? '' : ` for ${topic}`}.`);
  }, [state, topic]);
  const { glyph, color } = signs[state];
  return (
    <p className={`present-clock present-clock-${state}`} role="timer" aria-live="off">
      <Glyph name={glyph} color={color} size={18} />
      <span>
        {topic === undefined ? '' : `${topic}: `}
        {words}
      </span>
    </p>
  );
};

import { useEffect, type ReactNode } from 'react';
import type { TopicTimer } from '../../present/presented.ts';
import { clockSigns, useClock } from '../../present/use-clock.ts';
import { announce } from '../../ui/live.ts';
import { Glyph } from '../../ui/Glyph.tsx';

/** The clock of the topic: how much is left or was used, and, in words and by its sign, that the time is over. */
export const TopicClock = (props: {
  readonly topic: string | undefined;
  readonly timer: TopicTimer | undefined;
}): ReactNode => {
  const { topic } = props;
  const clock = useClock(props.timer);
  const isOver = clock?.state === 'over';
  useEffect(() => {
    if (isOver) announce(`Time is over${topic === undefined ? '' : ` for ${topic}`}.`);
  }, [isOver, topic]);
  if (clock === undefined) return null;
  const { glyph, color } = clockSigns[clock.state];
  return (
    <p className={`present-clock present-clock-${clock.state}`} role="timer" aria-live="off">
      <Glyph name={glyph} color={color} size={18} />
      <span>
        {topic === undefined ? '' : `${topic}: `}
        {clock.words}
      </span>
    </p>
  );
};

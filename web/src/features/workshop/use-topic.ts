import { useEffect, useState } from 'react';
import { setPresented, usePresented, type TopicTimer } from '../../present/presented.ts';
import { startedTimer, timerWords, type TimerWords } from '../../present/timer.ts';
import type { TopicData } from './workshop-data.ts';

/** The topic that is spoken of, of an agenda; undefined where it is none of them. */
export const useTopic = (topics: readonly TopicData[]): TopicData | undefined => {
  const { topic } = usePresented();
  return topics.find(({ title }) => title === topic);
};

/** Comes to a topic: its clock begins. Without one, the clock stops. */
export const comeTo = (topic: TopicData | undefined): void =>
  setPresented(
    topic === undefined
      ? { topic: undefined, timer: undefined }
      : { topic: topic.title, timer: startedTimer(topic.minutes ?? undefined, Date.now()) },
  );

/** The clock of the topic that is spoken of, in words, second by second; undefined while none runs. */
export const useTopicClock = (): TimerWords | undefined => {
  const { timer } = usePresented();
  const now = useNow(timer);
  return timer === undefined ? undefined : timerWords(timer, now);
};

const useNow = (timer: TopicTimer | undefined): number => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    if (timer === undefined) return undefined;
    const ticking = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(ticking);
  }, [timer]);
  return now;
};

import type { TopicTimer } from './presented.ts';

/** How long a topic has been spoken of, in milliseconds. Pure. */
export const spentAt = (timer: TopicTimer, now: number): number =>
  timer.spent + (timer.runsSince === undefined ? 0 : Math.max(0, now - timer.runsSince));

/** A clock for a topic, going from `now` on. Pure. */
export const startedTimer = (minutes: number | undefined, now: number): TopicTimer => ({
  minutes,
  spent: 0,
  runsSince: now,
});

/** The clock halted, or set going again. Pure. */
export const toggledTimer = (timer: TopicTimer, now: number): TopicTimer => ({
  ...timer,
  spent: spentAt(timer, now),
  runsSince: timer.runsSince === undefined ? now : undefined,
});

/** The clock halted at a moment that is past: what it went on since does not count. Pure. */
export const stoppedTimer = (timer: TopicTimer, at: number): TopicTimer => ({
  ...timer,
  spent: spentAt(timer, at),
  runsSince: undefined,
});

/** What a clock that goes on no more came to: `8:05 in all, of 10 minutes`. Pure. */
export const totalWords = ({ minutes, spent }: TopicTimer): string =>
  `${clock(spent)} in all${minutes === undefined ? '' : `, of ${minutesWords(minutes)}`}`;

/** How long something lasted from one instant to a later one, `1:04:05`. Pure. */
export const lastedWords = (from: string, until: string): string =>
  clock(Math.max(0, Date.parse(until) - Date.parse(from)));

const minutesWords = (minutes: number): string => `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;

/** What a clock says: whether the time is over, the words for it, and whether it rests. */
export interface TimerWords {
  readonly state: 'counting' | 'nearly' | 'over';
  readonly words: string;
}

/** From so many milliseconds on before its end a topic is nearly over. */
const nearly = 60_000;

/** Counts down where minutes were given, `4:10 left of 10 minutes`, then on, `Time is over by 1:05`; up where none were, `4:10 so far`. Pure and total. */
export const timerWords = (timer: TopicTimer, now: number): TimerWords => {
  const spent = spentAt(timer, now);
  const rests = timer.runsSince === undefined ? ', paused' : '';
  if (timer.minutes === undefined) return { state: 'counting', words: `${clock(spent)} so far${rests}` };
  const left = timer.minutes * 60_000 - spent;
  if (left <= 0) return { state: 'over', words: `Time is over by ${clock(-left)}${rests}` };
  const words = `${clock(left)} left of ${minutesWords(timer.minutes)}${rests}`;
  return { state: left <= nearly ? 'nearly' : 'counting', words };
};

/** `4:05`, or `1:04:05` from an hour on; parts of a second are left out. */
const clock = (milliseconds: number): string => {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours === 0 ? `${minutes}:${two(seconds % 60)}` : `${hours}:${two(minutes)}:${two(seconds % 60)}`;
};

import { describe, expect, it } from 'vitest';
import { lastedWords, spentAt, startedTimer, timerWords, toggledTimer, stoppedTimer, totalWords } from './timer.ts';

const minute = 60_000;

describe('timerWords', () => {
  it('counts down, says when a minute is left, and on when the time is over', () => {
    const timer = startedTimer(10, 0);
    expect(timerWords(timer, 5.5 * minute)).toEqual({ state: 'counting', words: '4:30 left of 10 minutes' });
    expect(timerWords(timer, 9.5 * minute)).toEqual({ state: 'nearly', words: '0:30 left of 10 minutes' });
    expect(timerWords(timer, 11 * minute + 5_000)).toEqual({ state: 'over', words: 'Time is over by 1:05' });
  });

  it('counts up where no time was given', () => {
    expect(timerWords(startedTimer(undefined, 0), 64 * minute)).toEqual({ state: 'counting', words: '1:04:00 so far' });
  });
});

describe('a pause', () => {
  it('counts nothing while it lasts, and says so', () => {
    const paused = toggledTimer(startedTimer(1, 0), 20_000);
    expect(timerWords(paused, 50_000).words).toBe('0:40 left of 1 minute, paused');
    expect(spentAt(toggledTimer(paused, 100_000), 110_000)).toBe(30_000);
  });

  it('stops as of a moment that is past, and says what it came to', () => {
    const timer = { minutes: 10, spent: 60_000, runsSince: 1_000_000 };
    const stopped = stoppedTimer(timer, 1_000_000 + 425_000);
    expect(stopped).toEqual({ minutes: 10, spent: 485_000, runsSince: undefined });
    expect(totalWords(stopped)).toBe('8:05 in all, of 10 minutes');
    expect(totalWords({ ...stopped, minutes: undefined })).toBe('8:05 in all');
    // Never back: the clocks of two computers differ.
    expect(stoppedTimer(timer, 900_000).spent).toBe(60_000);
    expect(lastedWords('2026-12-01T09:00:00Z', '2026-12-01T10:04:05Z')).toBe('1:04:05');
  });
});

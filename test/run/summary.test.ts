import { describe, expect, it } from 'vitest';
import { closingLine, skippedLines, verdictOf } from '../../server/bin/lib/summary.mjs';

const summary = (passed: number, failed: number, skipped = 0) => ({
  passed,
  failed,
  skipped: Array.from({ length: skipped }, () => ({ file: 'a.test.ts', title: 't', reason: 'no Java' })),
});

describe('the verdict on a test run', () => {
  it.each([
    ['all passed', summary(3, 0), 0, { passed: 3, failed: 0, skipped: 0, code: 0 }],
    ['some skipped', summary(3, 0, 2), 0, { passed: 3, failed: 0, skipped: 2, code: 0 }],
    ['one failed', summary(3, 1), 1, { passed: 3, failed: 1, skipped: 0, code: 1 }],
    ['failed without naming a test', summary(3, 0), 1, { passed: 3, failed: 1, skipped: 0, code: 1 }],
    ['nothing was executed', summary(0, 0), 0, { passed: 0, failed: 1, skipped: 0, code: 1 }],
    ['everything was skipped', summary(0, 0, 4), 0, { passed: 0, failed: 1, skipped: 4, code: 1 }],
    ['no summary was written', undefined, 0, { passed: 0, failed: 1, skipped: 0, code: 1 }],
  ])('%s', (_what, given, runnerCode, expected) => {
    expect(verdictOf(given, runnerCode)).toEqual(expected);
  });

  it('closes with one line of counts', () => {
    expect(closingLine({ passed: 12, failed: 0, skipped: 3 })).toBe('12 passed, 0 failed, 3 skipped');
  });
});

describe('what was skipped', () => {
  it('is one line a reason, the most frequent first, with the files', () => {
    const entry = (file: string, reason: string) => ({ file, title: 't', reason });
    const lines = skippedLines([entry('b', 'no network'), entry('b', 'no Java'), entry('a', 'no Java')]);
    expect(lines).toEqual(['SKIPPED 2: no Java [a, b]', 'SKIPPED 1: no network [b]']);
  });

  it('is nothing when nothing was skipped', () => {
    expect(skippedLines([])).toEqual([]);
  });
});

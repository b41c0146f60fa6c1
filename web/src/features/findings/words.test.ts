import { describe, expect, it } from 'vitest';
import { filterWords, findingsSentence, standingOf } from './words.ts';

const nothing = { OPEN: 0, ACCEPTED: 0, REMEDIATED: 0, FALSE_POSITIVE: 0 };

describe('the sentence about the findings', () => {
  it('says the day, every level, and the states in which something stands', () => {
    expect(
      findingsSentence(
        { levels: { HIGH: 31, MEDIUM: 90, LOW: 51 }, states: { ...nothing, OPEN: 169, ACCEPTED: 3 } },
        '2026-11-27',
      ),
    ).toBe('172 findings as of 2026-11-27: 31 high, 90 medium, 51 low; 169 open, 3 accepted.');
  });

  it('counts one as one, and none as none', () => {
    expect(
      findingsSentence({ levels: { HIGH: 0, MEDIUM: 0, LOW: 1 }, states: { ...nothing, REMEDIATED: 1 } }, '2026-11-27'),
    ).toBe('1 finding as of 2026-11-27: 0 high, 0 medium, 1 low; 1 remediated.');
    expect(findingsSentence({ levels: { HIGH: 0, MEDIUM: 0, LOW: 0 }, states: nothing }, '2026-11-27')).toBe(
      'No findings as of 2026-11-27.',
    );
  });
});

describe('where a review has put a finding', () => {
  it('names the owner and the reason where there are any', () => {
    expect(standingOf({ state: 'ACCEPTED', owner: 'Records office', rationale: 'Known since May.' })).toBe(
      'accepted with a reason, owner Records office: Known since May.',
    );
    expect(standingOf({ state: 'OPEN', owner: null, rationale: null })).toBe('open, no owner');
  });
});

describe('what a list is narrowed to', () => {
  const none = { level: undefined, state: undefined, rule: undefined, text: undefined, entity: undefined };
  it('is empty for nothing, and lists what is chosen', () => {
    const titleOf = (rule: string): string => `Title of ${rule}`;
    expect(filterWords(none, titleOf)).toBe('');
    expect(filterWords({ ...none, level: 'HIGH', rule: 'stranded' }, titleOf)).toBe(
      'level high and rule “Title of stranded”',
    );
  });
});
